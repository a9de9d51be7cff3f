import type { HouseStyle } from '../house-style.ts'
import { PLAIN } from '../plain.ts'

export const WASM_CG = {
  ...PLAIN,
  name: 'WebAssembly CG',
  fileName: 'CG-{mm}-{dd}.md',
  title: {
    level: 2,
    pattern: 'Agenda for the {month} {d}{th} {title}',
    usual: "video call of WebAssembly's Community Group",
  },
  above: '![WebAssembly logo](/images/WebAssembly.png)',
  opening: '* **Where**:\n* **When**: {month} {d}{th}, {time}\n* **Location**:',
  sections: [
    { kind: 'agenda', head: { form: 'heading', level: 2, text: 'Agenda items' }, body: '' },
    { kind: 'other', head: { form: 'heading', level: 2, text: 'Agenda items for future meetings' }, body: '' },
    { kind: 'other', head: { form: 'heading', level: 3, text: 'Schedule constraints' }, body: '' },
    { kind: 'notes', head: { form: 'heading', level: 2, text: 'Meeting Notes' }, body: '' },
    { kind: 'attendance', head: { form: 'heading', level: 3, text: 'Attendees' }, body: '' },
  ],
  attendance: { ...PLAIN.attendance, entry: '{name}' },
  noteTaker: { ...PLAIN.noteTaker, form: 'none' },
  agenda: { isOrdered: true, isNestedOrdered: true, example: 'Topic (Ann Bell) [10 min]' },
  notes: { ...PLAIN.notes, areItems: false },
  speaker: { ...PLAIN.speaker, name: 'initials' },
  action: { ...PLAIN.action, form: 'label', label: 'AI', owner: 'parens', isHandle: false },
  poll: { ...PLAIN.poll, mark: null },
  writing: { ...PLAIN.writing, bullet: '*', isAllOnes: true, indent: 4, isTableTight: true },
} as const satisfies HouseStyle
