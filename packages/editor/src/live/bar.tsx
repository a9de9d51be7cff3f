import { useMedia } from '../ui/use-media.ts'
import { CheckIn } from './check-in.tsx'
import { ItemRun } from './item-run.tsx'
import { MeetingMenu } from './meeting-menu.tsx'
import { NoteTaking } from './note-taking.tsx'
import { HandButton } from './queue.tsx'

import './live.css'

/** The meeting in one line below the header: who takes notes, what is talked about, and one's own part in it. */
export function LiveBar() {
  const isPhone = useMedia('(max-width: 48rem)')
  return (
    <section className="live-bar" aria-label="The meeting now">
      <NoteTaking />
      <ItemRun />
      <div className="live-bar-own">
        {/* On a phone these are at its bottom. */}
        {!isPhone && <HandButton />}
        {!isPhone && <CheckIn />}
        <MeetingMenu />
      </div>
    </section>
  )
}
