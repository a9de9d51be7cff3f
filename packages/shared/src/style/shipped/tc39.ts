import type { HouseStyle } from '../house-style.ts'
import { PLAIN } from '../plain.ts'

export const TC39 = {
  ...PLAIN,
  name: 'TC39',
  title: { ...PLAIN.title, pattern: '{title} | {d} {month} {yyyy}', usual: 'TC39 Meeting' },
  sections: [{ kind: 'attendance', head: { form: 'label', text: '**Attendees:**' }, body: '' }],
  attendance: {
    ...PLAIN.attendance,
    form: 'table',
    entry: '{name}',
    columns: [
      { text: 'Name', holds: 'name' },
      { text: 'Abbreviation', holds: 'initials' },
      { text: 'Organization', holds: 'affiliation' },
    ],
  },
  noteTaker: { ...PLAIN.noteTaker, form: 'none' },
  notes: { topicLevel: 2, areItems: false },
  speaker: { ...PLAIN.speaker, name: 'initials' },
  action: { ...PLAIN.action, form: 'label', owner: 'colon', isHandle: false },
  decision: { ...PLAIN.decision, label: 'Conclusion', mark: null, section: { level: 3, text: 'Conclusion' } },
  writing: { ...PLAIN.writing, bullet: '*', indent: 2, emphasis: '_' },
} as const satisfies HouseStyle
