import type { HouseStyle } from '@plenary/shared/style'

import { Choice } from '../ui/choice.tsx'
import { Field } from '../ui/field.tsx'
import type { StyleFieldsProps } from './style-fields.tsx'

const PEOPLE = {
  list: 'A list',
  table: 'A table, a row for each',
  row: 'A table of two rows',
  commas: 'A line with commas',
  lines: 'A line for each',
  matter: 'The front matter',
} as const satisfies Record<HouseStyle['attendance']['form'], string>

const TAKERS = {
  none: 'Nowhere',
  line: 'In a line of its own',
  row: 'In a row below the people',
} as const satisfies Record<HouseStyle['noteTaker']['form'], string>

const COUNTS = {
  columns: 'A table of two rows',
  rows: 'A table, a row for each option',
  list: 'A list',
  line: 'Lines',
} as const satisfies Record<HouseStyle['poll']['form'], string>

const ACTIONS = {
  label: 'A label before the text',
  'trailing-label': 'A label behind the text',
  box: 'A check box',
  section: 'Only their heading',
} as const satisfies Record<HouseStyle['action']['form'], string>

/** How the blocks are spelt. */
export function StyleBlockFields({ style, onChange }: StyleFieldsProps) {
  const { attendance, noteTaker, agenda, action, decision, poll } = style
  const write = <Part extends 'attendance' | 'noteTaker' | 'action' | 'decision' | 'poll'>(
    part: Part,
    change: Partial<HouseStyle[Part]>,
  ) => onChange({ ...style, [part]: { ...style[part], ...change } })
  return (
    <>
      <Choice
        label="People stand in"
        value={attendance.form}
        onChoose={(form) => write('attendance', { form: form as typeof attendance.form })}
      >
        {optionsOf(PEOPLE)}
      </Choice>
      <Field
        label="A person"
        hint="{name}, {handle}, {initials}, {affiliation}"
        value={attendance.entry}
        maxLength={100}
        onWrite={(entry) => write('attendance', { entry })}
      />
      <Choice
        label="Who takes the notes stands"
        value={noteTaker.form}
        onChoose={(form) => write('noteTaker', { form: form as typeof noteTaker.form })}
      >
        {optionsOf(TAKERS)}
      </Choice>
      <Field
        label="Label of the note taker"
        value={noteTaker.label}
        maxLength={100}
        onWrite={(label) => write('noteTaker', { label })}
      />
      <Field
        label="A topic of the agenda"
        hint="An example with a timebox and a name"
        value={agenda.example}
        maxLength={100}
        onWrite={(example) => onChange({ ...style, agenda: { ...agenda, example } })}
      />
      <Choice
        label="Action items have"
        value={action.form}
        onChoose={(form) => write('action', { form: form as typeof action.form })}
      >
        {optionsOf(ACTIONS)}
      </Choice>
      <Field
        label="Label of action items"
        value={action.label}
        maxLength={60}
        onWrite={(label) => write('action', { label })}
      />
      <Field
        label="Label of decisions"
        value={decision.label}
        maxLength={60}
        onWrite={(label) => write('decision', { label })}
      />
      <Field label="Label of polls" value={poll.label} maxLength={60} onWrite={(label) => write('poll', { label })} />
      <Field
        label="Options of polls"
        hint="In their order, with commas"
        defaultValue={poll.options.join(', ')}
        key={poll.options.join()}
        maxLength={200}
        onBlur={({ target }) => write('poll', { options: optionsIn(target.value) })}
      />
      <Choice
        label="Counts of polls stand in"
        value={poll.form}
        onChoose={(form) => write('poll', { form: form as typeof poll.form })}
      >
        {optionsOf(COUNTS)}
      </Choice>
    </>
  )
}

function optionsOf(names: Readonly<Record<string, string>>) {
  return Object.entries(names).map(([value, name]) => (
    <option key={value} value={value}>
      {name}
    </option>
  ))
}

function optionsIn(text: string): readonly string[] {
  return text
    .split(',')
    .map((label) => label.trim())
    .filter((label) => label !== '')
}
