import type { HouseStyle } from '@plenary/shared/style'

import { Choice } from '../ui/choice.tsx'
import { Field } from '../ui/field.tsx'
import { LinesField } from './lines-field.tsx'
import { readMatter, writeMatter } from './matter-lines.ts'
import { readSections, writeSections } from './section-lines.ts'
import { StyleBlockFields } from './style-block-fields.tsx'

export interface StyleFieldsProps {
  readonly style: HouseStyle
  readonly onChange: (style: HouseStyle) => void
}

/** The parts of a style that differ between groups. */
export function StyleFields({ style, onChange }: StyleFieldsProps) {
  const { title, writing } = style
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
      <StyleBlockFields style={style} onChange={onChange} />
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
      <LinesField
        label="Sections"
        hint="attendance, agenda, notes, actions, decisions or other: then the heading, a label, “- ” and an item, or nothing"
        value={style.sections}
        write={writeSections}
        read={(text) => readSections(text, style.sections)}
        onChange={(sections) => onChange({ ...style, sections })}
      />
      <LinesField
        label="Front matter"
        hint="Its keys in their order, with places such as {title} and {name}; empty: none"
        value={style.matter}
        write={writeMatter}
        read={readMatter}
        onChange={(matter) => onChange({ ...style, matter })}
      />
      <LinesField
        label="Last lines"
        hint="Such as *Copyright {yyyy} The authors.*"
        value={style.footer}
        write={(footer) => footer}
        read={(text) => text}
        onChange={(footer) => onChange({ ...style, footer })}
      />
    </div>
  )
}

function numberIn(value: string): number {
  return Math.max(0, Math.trunc(Number(value)) || 0)
}
