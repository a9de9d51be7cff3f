import type { HouseStyle } from '../house-style.ts'
import { PLAIN } from '../plain.ts'

export const W3C = {
  ...PLAIN,
  name: 'W3C',
  fileName: '{mm}-{dd}-minutes.md',
  title: { ...PLAIN.title, pattern: '{title} - {d} {month} {yyyy}', usual: 'TAG Teleconference' },
  sections: [
    { kind: 'attendance', head: { form: 'none' }, body: '' },
    { kind: 'agenda', head: { form: 'heading', level: 2, text: 'Agenda' }, body: '' },
    { kind: 'notes', head: { form: 'heading', level: 2, text: 'Minutes' }, body: '' },
  ],
  attendance: {
    ...PLAIN.attendance,
    form: 'commas',
    entry: '{name}',
    labels: [
      { text: 'Present:', state: 'present' },
      { text: 'Regrets:', state: 'regrets' },
    ],
  },
  noteTaker: { ...PLAIN.noteTaker, label: 'Scribe:' },
  agenda: { ...PLAIN.agenda, example: 'Topic - @ann (10 minutes)' },
  notes: { ...PLAIN.notes, areItems: false },
  speaker: { ...PLAIN.speaker, goesOn: 'dots' },
  action: { ...PLAIN.action, form: 'label', owner: 'to', isHandle: false },
  decision: { ...PLAIN.decision, label: 'RESOLVED', mark: null },
  writing: { ...PLAIN.writing, bullet: '*', indent: 2 },
} as const satisfies HouseStyle
