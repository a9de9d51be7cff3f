import type { HouseStyle } from '../house-style.ts'
import { PLAIN } from '../plain.ts'

export const UNIKRAFT = {
  ...PLAIN,
  name: 'Unikraft',
  matter: [
    { key: 'title', value: '"{title}, {month} {d}, {yyyy}"', isList: false },
    { key: 'tags', value: '', isList: false },
    { key: 'datetime', value: '{datetime}', isList: false },
    { key: 'location', value: '', isList: false },
    { key: 'teams', value: '', isList: true },
    { key: 'participants', value: '{name}', isList: true },
  ],
  title: { level: 0, pattern: '{title}, {month} {d}, {yyyy}', usual: 'Community Gathering' },
  sections: [
    { kind: 'agenda', head: { form: 'heading', level: 2, text: ':dart: Agenda' }, body: '' },
    { kind: 'notes', head: { form: 'heading', level: 2, text: ':closed_book: Discussions' }, body: '' },
    { kind: 'actions', head: { form: 'heading', level: 2, text: ':wrench: TODOs and Decisions' }, body: '' },
  ],
  attendance: { ...PLAIN.attendance, form: 'matter', entry: '{name}' },
  noteTaker: { ...PLAIN.noteTaker, form: 'none' },
  notes: { ...PLAIN.notes, areItems: false },
  speaker: { ...PLAIN.speaker, name: 'initials' },
  action: { ...PLAIN.action, form: 'section', owner: 'colon', isHandle: false, isItem: false },
} as const satisfies HouseStyle
