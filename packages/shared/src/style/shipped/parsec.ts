import type { HouseStyle } from '../house-style.ts'
import { PLAIN } from '../plain.ts'

export const PARSEC = {
  ...PLAIN,
  name: 'Parsec',
  title: { ...PLAIN.title, pattern: '{title} ({dd}/{mm}/{yyyy}) 📋', usual: 'Parsec Community Meeting' },
  footer: '*Copyright {yyyy} Contributors to the Parsec project.*',
  sections: [
    { kind: 'attendance', head: { form: 'heading', level: 2, text: 'Attendance' }, body: '' },
    { kind: 'agenda', head: { form: 'heading', level: 2, text: 'Agenda' }, body: '' },
    { kind: 'notes', head: { form: 'heading', level: 2, text: 'Minutes' }, body: '' },
  ],
  attendance: { ...PLAIN.attendance, entry: '{name} (@{handle})' },
  noteTaker: { ...PLAIN.noteTaker, form: 'none' },
  agenda: { ...PLAIN.agenda, isOrdered: true },
  writing: { ...PLAIN.writing, indent: 3, hang: 3, wrap: 100 },
} as const satisfies HouseStyle
