import type { HouseStyle } from '../house-style.ts'
import { PLAIN } from '../plain.ts'

export const SIG_REGISTRIES = {
  ...PLAIN,
  name: 'Bytecode Alliance SIG',
  title: { level: 2, pattern: '{month} {d}{th} — {title}', usual: 'SIG Registries meeting' },
  sections: [
    { kind: 'attendance', head: { form: 'none' }, body: '' },
    { kind: 'agenda', head: { form: 'heading', level: 3, text: 'Agenda' }, body: '' },
    { kind: 'notes', head: { form: 'heading', level: 3, text: 'Notes' }, body: '' },
    { kind: 'actions', head: { form: 'label', text: '**Action Items:**' }, body: '' },
  ],
  attendance: { ...PLAIN.attendance, form: 'row', labels: [{ text: 'Attending', state: 'present' }] },
  noteTaker: { form: 'row', label: 'Note Taker' },
  agenda: { ...PLAIN.agenda, example: 'Topic (10 minutes)' },
  notes: { ...PLAIN.notes, topicLevel: 0 },
  action: { ...PLAIN.action, form: 'section', owner: 'colon', isHandle: false },
  writing: { ...PLAIN.writing, indent: 4 },
} as const satisfies HouseStyle
