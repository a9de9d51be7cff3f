import type { HouseStyle } from '../house-style.ts'
import { PLAIN } from '../plain.ts'

export const NODE_TSC = {
  ...PLAIN,
  name: 'Node.js TSC',
  title: {
    ...PLAIN.title,
    pattern: '{title} {yyyy}-{mm}-{dd}',
    usual: 'Node.js Technical Steering Committee (TSC) Meeting',
  },
  sections: [
    {
      kind: 'other',
      head: { form: 'heading', level: 2, text: 'Links' },
      body: '* **Recording**:\n* **GitHub Issue**:\n* **Minutes**:',
    },
    { kind: 'attendance', head: { form: 'heading', level: 2, text: 'Present' }, body: '' },
    { kind: 'agenda', head: { form: 'heading', level: 2, text: 'Agenda' }, body: '' },
    { kind: 'other', head: { form: 'heading', level: 3, text: 'Announcements' }, body: '' },
    { kind: 'other', head: { form: 'heading', level: 3, text: 'CPC and Board Meeting Updates' }, body: '' },
    { kind: 'other', head: { form: 'heading', level: 3, text: 'nodejs/node' }, body: '' },
    { kind: 'other', head: { form: 'heading', level: 3, text: 'nodejs/TSC' }, body: '' },
    {
      kind: 'other',
      head: { form: 'heading', level: 2, text: 'Upcoming Meetings' },
      body: '* **Node.js Project Calendar**: <https://nodejs.org/calendar>',
    },
  ],
  attendance: { ...PLAIN.attendance, entry: '{name} @{handle}' },
  noteTaker: { ...PLAIN.noteTaker, form: 'none' },
  action: { ...PLAIN.action, form: 'label', label: 'Action', owner: 'will', isHandle: false },
  writing: { ...PLAIN.writing, bullet: '*', indent: 2, isAngleAddress: true },
} as const satisfies HouseStyle
