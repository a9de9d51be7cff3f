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
        onWrite={(name) => onChange({ ...style, name })}
      />
      <Field
        label="Name of the file"
        value={style.fileName}
        maxLength={100}
        onWrite={(fileName) => onChange({ ...style, fileName })}
      />
      <Field
        label="Title"
        hint="{title}, and the date as {yyyy}, {mm}, {dd}, {month}, {d}{th}"
        value={title.pattern}
        maxLength={200}
        onWrite={(pattern) => onChange({ ...style, title: { ...title, pattern } })}
      />
      <Field
        label="A person"
        hint="{name}, {handle}, {initials}, {affiliation}"
        value={attendance.entry}
        maxLength={100}
        onWrite={(entry) => onChange({ ...style, attendance: { ...attendance, entry } })}
      />
      <Field
        label="A topic of the agenda"
        hint="An example with a timebox and a name"
        value={agenda.example}
        maxLength={100}
        onWrite={(example) => onChange({ ...style, agenda: { ...agenda, example } })}
      />
      <Choice
        label="List marker"
        value={writing.bullet}
        onChoose={(bullet) => write({ bullet: bullet as typeof writing.bullet })}
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
        onWrite={(text) => write({ indent: numberIn(text) })}
      />
      <Field
        label="Wrap lines at"
        hint="Columns; 0: never"
        type="number"
        min={0}
        max={400}
        value={writing.wrap}
        onWrite={(text) => write({ wrap: numberIn(text) })}
      />
    </div>
  )
}

function numberIn(value: string): number {
  return Math.max(0, Math.trunc(Number(value)) || 0)
}
