import { Plus } from 'lucide-react'
import { useState } from 'react'

import { createMeeting } from '../app/api.ts'
import { meetingPath, navigate } from '../app/router.ts'
import { StylePreview } from '../style/style-preview.tsx'
import { today } from '../style/today.ts'
import { choiceOf, useChosenStyle, useStyles, valueLike } from '../style/use-styles.ts'
import { Button } from '../ui/button.tsx'
import { Choice } from '../ui/choice.tsx'
import { DialogForm } from '../ui/dialog-form.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { lastStyle, rememberStyle } from './last-style.ts'

/** Leads to the dialog, which is the page's: this button may give way to another while the list is on its way. */
export function NewMeetingButton({ onAsk }: { readonly onAsk: () => void }) {
  return (
    <Button look="primary" icon={<Plus size={18} aria-hidden />} onClick={onAsk}>
      New meeting
    </Button>
  )
}

/** How the group writes, title and date, then straight to the page. */
export function NewMeetingDialog({ onClose }: { readonly onClose: () => void }) {
  const [title, setTitle] = useState('')
  const [date, setDate] = useState(today)
  const [value, setValue] = useState(lastStyle)
  const [problem, setProblem] = useState('')
  const styles = useStyles()
  const style = useChosenStyle(value, styles)
  const named = title.trim() === '' ? undefined : title.trim()

  const create = async () => {
    const choice = choiceOf(value)
    const dated = choice === undefined ? {} : { style: choice, ...(date === '' ? {} : { date }) }
    const created = await createMeeting({ ...(named === undefined ? {} : { title: named }), ...dated })
    if (!created.ok) return setProblem(created.failure.message)
    rememberStyle(value)
    navigate(meetingPath(created.value.id), { isNew: true })
  }

  return (
    <Dialog title="New meeting" onClose={onClose}>
      <DialogForm submit="Start the meeting" problem={problem} onSubmit={create} onCancel={onClose}>
        <Field
          label="Title"
          hint="You may leave it empty; the group’s usual one is taken then."
          placeholder={style === null || style.title.usual === '' ? 'SIG Registries' : style.title.usual}
          maxLength={200}
          autoComplete="off"
          value={title}
          onWrite={setTitle}
        />
        <Field label="Date" type="date" value={date} onWrite={setDate} />
        <Choice
          label="Written like"
          hint="Headings, lists and labels of the group. They can be changed later."
          value={value}
          onChoose={setValue}
        >
          <optgroup label="Styles">
            {styles.named.map(({ id, style }) => (
              <option key={id} value={id}>
                {style.name}
              </option>
            ))}
          </optgroup>
          {styles.meetings.length > 0 && (
            <optgroup label="As in another meeting">
              {styles.meetings.map((meeting) => (
                <option key={meeting.id} value={valueLike(meeting)}>
                  {meeting.title}
                </option>
              ))}
            </optgroup>
          )}
          <option value="">Nothing: an empty page</option>
        </Choice>
        {style !== null && <StylePreview style={style} title={named} date={date === '' ? undefined : date} />}
      </DialogForm>
    </Dialog>
  )
}
