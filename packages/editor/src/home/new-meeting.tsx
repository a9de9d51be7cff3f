import { Plus } from 'lucide-react'
import { useState, type SubmitEvent } from 'react'

import { createMeeting } from '../app/api.ts'
import { meetingPath, navigate } from '../app/router.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'

/** The button and the dialog behind it: a title, if one is known already, then straight to the page. */
export function NewMeeting() {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button look="primary" icon={<Plus size={18} aria-hidden />} onClick={() => setOpen(true)}>
        New meeting
      </Button>
      {open && <NewMeetingDialog onClose={() => setOpen(false)} />}
    </>
  )
}

function NewMeetingDialog({ onClose }: { readonly onClose: () => void }) {
  const [title, setTitle] = useState('')
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)

  const create = async () => {
    setBusy(true)
    const created = await createMeeting(title.trim() === '' ? {} : { title: title.trim() })
    setBusy(false)
    if (created.ok) navigate(meetingPath(created.value.id), { isNew: true })
    else setProblem(created.failure.message)
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (!busy) void create()
  }

  return (
    <Dialog title="New meeting" onClose={onClose}>
      <form className="new-meeting" onSubmit={submit}>
        <Field
          label="Title"
          hint="You may leave it empty and write a heading later."
          placeholder="SIG Registries, 27 April"
          maxLength={200}
          autoComplete="off"
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
        {problem !== '' && (
          <p role="alert" className="problem">
            {problem}
          </p>
        )}
        <div className="dialog-actions">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" disabled={busy}>
            Start the meeting
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
