import { useState } from 'react'

import { formsOf } from '../style/house.ts'
import { DialogForm } from '../ui/dialog-form.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { change } from '../understanding/index.ts'
import { actionChanges } from './action-changes.ts'
import { useLive } from './live.ts'
import { useOverview } from './use-overview.ts'

/** An action item by thumb: what, and who. It goes where these minutes keep theirs. */
export function QuickAction({ onClose }: { readonly onClose: () => void }) {
  const { editor } = useLive()
  const { people } = useOverview()
  const [text, setText] = useState('')
  const [owner, setOwner] = useState('')
  const add = async () => {
    if (editor === null) return
    await change(editor, (reading) =>
      actionChanges(reading, { text: text.trim(), owner: owner.trim() }, formsOf(editor.state)?.action),
    )
    onClose()
  }
  return (
    <Dialog title="New action item" onClose={onClose}>
      <DialogForm submit="Add it" disabled={text.trim() === ''} onSubmit={add} onCancel={onClose}>
        <Field label="What is to be done" maxLength={300} autoComplete="off" value={text} onWrite={setText} />
        <Field
          label="Who does it"
          list="quick-action-people"
          maxLength={80}
          autoComplete="off"
          value={owner}
          onWrite={setOwner}
        />
        <datalist id="quick-action-people">
          {[...new Set(people.map(({ name }) => name))].map((name) => (
            <option key={name}>{name}</option>
          ))}
        </datalist>
      </DialogForm>
    </Dialog>
  )
}
