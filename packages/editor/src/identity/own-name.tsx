import { signOut } from '../app/people-api.ts'
import { useSelf } from '../live/live.ts'
import { NameForm } from '../meeting/name-form.tsx'
import type { OwnPerson } from '../presence/index.ts'
import { Button } from '../ui/button.tsx'
import type { Introduction } from './introduction.ts'

interface OwnNameProps {
  readonly me: OwnPerson
  readonly introduction: Introduction
}

/** One's own name, to be changed where one said it oneself; else who one is signed in as. */
export function OwnName({ me, introduction }: OwnNameProps) {
  const self = useSelf()
  if (self === null || self.kind === 'guest') return <NameForm me={me} introduction={introduction} label="Your name" />
  const leave = async () => {
    await signOut()
    location.reload()
  }
  return (
    <div className="own-name">
      <p>You are signed in as {self.name}.</p>
      <Button onClick={() => void leave()}>Sign out</Button>
    </div>
  )
}
