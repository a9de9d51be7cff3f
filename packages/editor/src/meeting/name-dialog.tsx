import { useState } from 'react'

import type { Introduction } from '../identity/introduction.ts'
import { SignIn } from '../identity/sign-in.tsx'
import { useYou } from '../live/live.ts'
import type { OwnPerson } from '../presence/index.ts'
import { Dialog } from '../ui/dialog.tsx'
import { useObservable } from '../ui/use-observable.ts'
import { NameForm } from './name-form.tsx'

interface NameDialogProps {
  readonly me: OwnPerson
  readonly introduction: Introduction
}

/**
 * Asks for a name on the first visit, in a corner, so that nobody has to answer before writing; and over the page when somebody
 * wants to do what needs a name.
 */
export function NameDialog({ me, introduction }: NameDialogProps) {
  const [isOpen, setOpen] = useState(!me.isNamed())
  const question = useObservable(introduction.question)
  const you = useYou()
  const close = () => {
    setOpen(false)
    question?.settle(null)
  }
  // Whom the server knows, by a sign-in or another page, is not asked; until it has said so, nobody is.
  const isUnknown = you !== null && you.person === null
  if (!(isOpen && isUnknown) && question === null) return null
  const isWanted = question !== null
  return (
    <Dialog
      // A dialog is modal from its beginning or never.
      key={String(isWanted)}
      title={isWanted ? 'Say your name first' : 'Who is writing?'}
      modal={isWanted}
      className={isWanted ? '' : 'name-dialog'}
      onClose={close}
    >
      <p className="name-hint">
        {isWanted
          ? 'Votes, hands and the list of those present have names beside them.'
          : 'The others see your name beside what you write. Until you say it, you are “Guest”.'}
      </p>
      <NameForm me={me} introduction={introduction} label="Your name" onDone={() => setOpen(false)} />
      <SignIn intro="Or by an account that you have:" />
    </Dialog>
  )
}
