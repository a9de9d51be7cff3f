import type { HouseStyle } from '@plenary/shared/style'
import { useState, type SubmitEvent } from 'react'

import type { MeetingStyle } from '../app/api.ts'
import { Button } from '../ui/button.tsx'
import { Choice } from '../ui/choice.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { StyleFields } from './style-fields.tsx'
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

/** How the meeting is written, shown and to be corrected: another style as a whole, the parts that matter most, or all of it as JSON. */
export function StyleDialog({ current, restyle, onClose }: StyleDialogProps) {
  const [style, setStyle] = useState<HouseStyle>(current.style)
  const [problem, setProblem] = useState('')
  const { named } = useStyles()

  const store = async (choice: HouseStyle | null) => {
    const refused = await restyle(choice)
    if (refused === null) onClose()
    else setProblem(refused)
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    void store(style)
  }
  const take = (id: string) => {
    const other = named.find((each) => each.id === id)
    setStyle(other?.style ?? current.style)
  }

  return (
    <Dialog title="House style" className="style-dialog" onClose={onClose}>
      <form className="style-form" onSubmit={submit}>
        <p>New text is written so. What stands in the imported file stays as it is.</p>
        <Choice label="Begin with" defaultValue="" onChange={(event) => take(event.target.value)}>
          <option value="">
            {current.origin === 'inferred' ? 'The style of the imported file' : 'The style as it is'}
          </option>
          {named.map(({ id, style }) => (
            <option key={id} value={id}>
              {style.name}
            </option>
          ))}
        </Choice>
        <StyleFields style={style} onChange={setStyle} />
        <StylePreview style={style} date={today()} />
        <StyleJson style={style} onChange={setStyle} />
        {problem !== '' && (
          <p role="alert" className="problem">
            {problem}
          </p>
        )}
        <div className="dialog-actions">
          {current.origin === 'stored' && <Button onClick={() => void store(null)}>Take it back</Button>}
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary">
            Use this style
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
