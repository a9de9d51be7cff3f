import { useSelf } from '../live/live.ts'
import { NameForm } from '../meeting/name-form.tsx'
import type { OwnPerson } from '../presence/index.ts'
import { AffiliationForm } from './affiliation-form.tsx'
import type { Introduction } from './introduction.ts'
import { SignIn } from './sign-in.tsx'
import { SignOutButton } from './sign-out-button.tsx'

interface OwnNameProps {
  readonly me: OwnPerson
  readonly introduction: Introduction
}

/** One's own name, to be changed where one said it oneself; else who one is signed in as. */
export function OwnName({ me, introduction }: OwnNameProps) {
  const self = useSelf()
  if (self === null || self.kind === 'guest') {
    return (
      <>
        <NameForm me={me} introduction={introduction} label="Your name" />
        <SignIn intro="Or sign in, and stay who you are here:" />
      </>
    )
  }
  return (
    <div className="own-name">
      <p>You are signed in as {self.name}.</p>
      <AffiliationForm person={self} />
      <div className="sign-out">
        <SignOutButton />
        <SignOutButton isEverywhere />
      </div>
    </div>
  )
}
