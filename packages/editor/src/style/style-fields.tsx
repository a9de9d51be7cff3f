import type { HouseStyle } from '@plenary/shared/style'

import { Choice } from '../ui/choice.tsx'
import { Field } from '../ui/field.tsx'

interface StyleFieldsProps {
  readonly style: HouseStyle
  readonly onChange: (style: HouseStyle) => void
}

/** The parts of a style that differ most between groups. */
export function StyleFields({ style, onChange }: StyleFieldsProps) {
  const { title, attendance, agenda, writing } = style
  const write = (part: Partial<HouseStyle['writing']>) => onChange({ ...style, writing: { ...writing, ...part } })
  return (
    <div className="style-fields">
      <Field
        label="Name of the style"
        value={style.name}
        maxLength={100}
        onChange={(event) => onChange({ ...style, name: event.target.value })}
      />
      <Field
        label="Name of the file"
        value={style.fileName}
        maxLength={100}
        onChange={(event) => onChange({ ...style, fileName: event.target.value })}
      />
      <Field
        label="Title"
        hint="{title}, and the date as {yyyy}, {mm}, {dd}, {month}, {d}{th}"
        value={title.pattern}
        maxLength={200}
        onChange={(event) => onChange({ ...style, title: { ...title, pattern: event.target.value } })}
      />
      <Field
        label="A person"
        hint="{name}, {handle}, {initials}, {affiliation}"
        value={attendance.entry}
        maxLength={100}
        onChange={(event) => onChange({ ...style, attendance: { ...attendance, entry: event.target.value } })}
      />
      <Field
        label="A topic of the agenda"
        hint="An example with a timebox and a name"
        value={agenda.example}
        maxLength={100}
        onChange={(event) => onChange({ ...style, agenda: { ...agenda, example: event.target.value } })}
      />
      <Choice
        label="List marker"
        value={writing.bullet}
        onChange={(event) => write({ bullet: event.target.value as typeof writing.bullet })}
      >
        <option>-</option>
        <option>*</option>
        <option>+</option>
      </Choice>
      <Field
        label="Indent of nested lists"
        hint="Columns; 0: as far as the marker asks for"
        type="number"
        min={0}
        max={8}
        value={writing.indent}
        onChange={(event) => write({ indent: numberIn(event.target.value) })}
      />
      <Field
        label="Wrap lines at"
        hint="Columns; 0: never"
        type="number"
        min={0}
        max={400}
        value={writing.wrap}
        onChange={(event) => write({ wrap: numberIn(event.target.value) })}
      />
    </div>
  )
}

function numberIn(value: string): number {
  return Math.max(0, Math.trunc(Number(value)) || 0)
}
