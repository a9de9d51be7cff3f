import type { HouseStyle } from '@plenary/shared/style'
import { Plus } from 'lucide-react'
import { useState } from 'react'

import { createMeeting } from '../app/api.ts'
import { meetingPath, navigate } from '../app/router.ts'
import { StyleFromFiles } from '../style/style-from-files.tsx'
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

/** The value of the choice that stands for files of the group which were read just now; no style has this name. */
const OF_FILES = 'of files'

/** How the group writes, title and date, then straight to the page. */
export function NewMeetingDialog({ onClose }: { readonly onClose: () => void }) {
  const [title, setTitle] = useState('')
  const [date, setDate] = useState(today)
  const [value, setValue] = useState(lastStyle)
  const [problem, setProblem] = useState('')
  const styles = useStyles()
  const [read, setRead] = useState<HouseStyle | null>(null)
  const chosen = useChosenStyle(value, styles)
  const style = value === OF_FILES ? read : chosen
  const named = title.trim() === '' ? undefined : title.trim()

  const create = async () => {
    const choice = value === OF_FILES ? (read ?? undefined) : choiceOf(value)
    const dated = choice === undefined ? {} : { style: choice, ...(date === '' ? {} : { date }) }
    const created = await createMeeting({ ...(named === undefined ? {} : { title: named }), ...dated })
    if (!created.ok) return setProblem(created.failure.message)
    if (value !== OF_FILES) rememberStyle(value)
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
          {read !== null && <option value={OF_FILES}>The files: {read.name}</option>}
          <option value="">Nothing: an empty page</option>
        </Choice>
        <StyleFromFiles
          onStyle={(style) => {
            setRead(style)
            setValue(OF_FILES)
          }}
        />
        {style !== null && <StylePreview style={style} title={named} date={date === '' ? undefined : date} />}
      </DialogForm>
    </Dialog>
  )
}
