import type { HouseStyle } from '@plenary/shared/style'
import { useState } from 'react'

import type { MeetingStyle } from '../app/api.ts'
import { Button } from '../ui/button.tsx'
import { Choice } from '../ui/choice.tsx'
import { DialogForm } from '../ui/dialog-form.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { StyleFields } from './style-fields.tsx'
import { StyleFromFiles } from './style-from-files.tsx'
import { StyleJson } from './style-json.tsx'
import { StylePreview } from './style-preview.tsx'
import { today } from './today.ts'
import type { Restyle } from './use-meeting-style.ts'
import { useStyles } from './use-styles.ts'

interface StyleDialogProps {
  readonly current: MeetingStyle
  readonly restyle: Restyle
  readonly onClose: () => void
}

/** How the meeting is written, shown and to be corrected: another style as a whole, that of other files, its parts, or all of it as JSON. */
export function StyleDialog({ current, restyle, onClose }: StyleDialogProps) {
  const [style, setStyle] = useState<HouseStyle>(current.style)
  const [problem, setProblem] = useState('')
  const { named } = useStyles()

  const store = async (choice: HouseStyle | null) => {
    const refused = await restyle(choice)
    if (refused === null) onClose()
    else setProblem(refused)
  }
  const take = (id: string) => {
    const other = named.find((each) => each.id === id)
    setStyle(other?.style ?? current.style)
  }

  return (
    <Dialog title="House style" className="style-dialog" onClose={onClose}>
      <DialogForm
        submit="Use this style"
        otherwise={current.origin === 'stored' && <Button onClick={() => void store(null)}>Take it back</Button>}
        problem={problem}
        onSubmit={() => store(style)}
        onCancel={onClose}
      >
        <p>New text is written so. What stands in the imported file stays as it is.</p>
        <Choice label="Begin with" defaultValue="" onChoose={take}>
          <option value="">
            {current.origin === 'inferred' ? 'The style of the imported file' : 'The style as it is'}
          </option>
          {named.map(({ id, style }) => (
            <option key={id} value={id}>
              {style.name}
            </option>
          ))}
        </Choice>
        <StyleFromFiles onStyle={setStyle} />
        <StyleFields style={style} onChange={setStyle} />
        <StylePreview style={style} date={today()} />
        <StyleJson style={style} onChange={setStyle} />
      </DialogForm>
    </Dialog>
  )
}
