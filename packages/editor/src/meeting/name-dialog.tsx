import { useState } from 'react'

import type { OwnPerson } from '../presence/index.ts'
import { Dialog } from '../ui/dialog.tsx'
import { NameForm } from './name-form.tsx'

/** Asks for a name on the first visit, in a corner, so that nobody has to answer before writing. */
export function NameDialog({ me }: { readonly me: OwnPerson }) {
  const [isOpen, setOpen] = useState(!me.isNamed())
  const close = () => setOpen(false)
  if (!isOpen) return null
  return (
    <Dialog title="Who is writing?" modal={false} className="name-dialog" onClose={close}>
      <p>The others see your name beside what you write. Until you say it, you are “Guest”.</p>
      <NameForm me={me} label="Your name" onDone={close} />
    </Dialog>
  )
}
