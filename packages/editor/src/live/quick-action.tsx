import { useState, type SubmitEvent } from 'react'

import { formsOf } from '../style/house.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { useObservable } from '../ui/use-observable.ts'
import { change, understandingOf } from '../understanding/index.ts'
import { actionChanges } from './action-changes.ts'
import { NOTHING_UNDERSTOOD } from './gaps.ts'
import { useLive } from './live.ts'

/** An action item by thumb: what, and who. It goes where these minutes keep theirs. */
export function QuickAction({ onClose }: { readonly onClose: () => void }) {
  const { editor } = useLive()
  const live = editor === null ? undefined : understandingOf(editor)
  const { people } = useObservable(live?.overview ?? NOTHING_UNDERSTOOD)
  const [text, setText] = useState('')
  const [owner, setOwner] = useState('')
  const add = async (event: SubmitEvent) => {
    event.preventDefault()
    if (editor === null || text.trim() === '') return
    await change(editor, (reading) =>
      actionChanges(reading, { text: text.trim(), owner: owner.trim() }, formsOf(editor.state)?.action),
    )
    onClose()
  }
  return (
    <Dialog title="New action item" className="quick-action" onClose={onClose}>
      <form className="live-form" onSubmit={(event) => void add(event)}>
        <Field
          label="What is to be done"
          maxLength={300}
          autoComplete="off"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Field
          label="Who does it"
          list="quick-action-people"
          maxLength={80}
          autoComplete="off"
          value={owner}
          onChange={(event) => setOwner(event.target.value)}
        />
        <datalist id="quick-action-people">
          {[...new Set(people.map(({ name }) => name))].map((name) => (
            <option key={name}>{name}</option>
          ))}
        </datalist>
        <div className="dialog-actions">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" disabled={text.trim() === ''}>
            Add it
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
