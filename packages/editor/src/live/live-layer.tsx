import type { Observable } from '../connection/observable.ts'
import { useMedia } from '../ui/use-media.ts'
import { Announcer } from './announcer.tsx'
import { NoteTakingKey } from './note-taking-key.tsx'
import { PhoneBar } from './phone-bar.tsx'
import { Problem } from './problem.tsx'
import { Scribe } from './scribe.tsx'
import { Stack } from './stack.tsx'
import { WishDialogs } from './wish-dialogs.tsx'
import type { Wishes } from './wishes.ts'

import './live.css'

interface LiveLayerProps {
  readonly wishes: Wishes
  readonly problem: Observable<string | null>
  readonly onProblemSeen: () => void
}

/** What of the live meeting lies over the page: cards for everybody, the bar of a phone, and what is said aloud. */
export function LiveLayer({ wishes, problem, onProblemSeen }: LiveLayerProps) {
  const isPhone = useMedia('(max-width: 48rem)')
  return (
    <>
      <div className="live-layer">
        <Problem problem={problem} onSeen={onProblemSeen} />
        <Stack />
      </div>
      {isPhone && <PhoneBar />}
      <WishDialogs wishes={wishes} />
      <Announcer />
      <Scribe />
      <NoteTakingKey />
    </>
  )
}
