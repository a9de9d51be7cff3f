import { PLAIN_HABITS } from '../markdown/habits.ts'
import { type HouseStyle, STYLE_VERSION } from './house-style.ts'

/** A good plain way to write minutes, and what a style says of things that a group's files do not show. */
export const PLAIN: HouseStyle = {
  version: STYLE_VERSION,
  name: 'Plain',
  fileName: '{yyyy}-{mm}-{dd}.md',
  matter: [],
  above: '',
  title: { level: 1, pattern: '{title}, {yyyy}-{mm}-{dd}', usual: 'Meeting' },
  opening: '',
  sections: [
    { kind: 'attendance', head: { form: 'heading', level: 2, text: 'Attendees' }, body: '' },
    { kind: 'agenda', head: { form: 'heading', level: 2, text: 'Agenda' }, body: '' },
    { kind: 'notes', head: { form: 'heading', level: 2, text: 'Notes' }, body: '' },
    { kind: 'actions', head: { form: 'heading', level: 2, text: 'Action items' }, body: '' },
  ],
  attendance: { form: 'list', entry: '{name} ({affiliation})', labels: [], columns: [] },
  noteTaker: { form: 'line', label: '**Note taker:**' },
  agenda: { isOrdered: false, entry: '{text} ({minutes} minutes, {presenter})' },
  notes: { topicLevel: 3, turn: '{name}: {text}', isItem: true },
  action: { form: 'box', entry: '@{handle} {text} (due {due})', isItem: true },
  decision: { form: 'label', entry: '**Resolution:** {text}', head: '', level: 0 },
  poll: {
    form: 'columns',
    question: '**Poll:** {text}',
    options: ['SF', 'F', 'N', 'A', 'SA'],
    outcome: '**Outcome:** {text}',
  },
  footer: '',
  writing: { ...PLAIN_HABITS, isLoose: false },
}
