import { PLAIN_ACTIONS } from '../blocks/action/style.ts'
import { PLAIN_DECISIONS } from '../blocks/decision/style.ts'
import { PLAIN_ENTRY } from '../blocks/people/entry-pattern.ts'
import { PLAIN_POLLS } from '../blocks/poll/style.ts'
import { PLAIN_SPEAKERS } from '../blocks/speaker/style.ts'
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
  attendance: { form: 'list', entry: PLAIN_ENTRY, labels: [], columns: [] },
  noteTaker: { form: 'line', label: '**Note taker:**' },
  agenda: { isOrdered: false, isNestedOrdered: false, example: 'Topic (10 minutes, Ann Bell)' },
  notes: { topicLevel: 3, areItems: true },
  speaker: PLAIN_SPEAKERS,
  action: { ...PLAIN_ACTIONS, form: 'box', owner: 'mention', isHandle: true, isItem: true },
  decision: { ...PLAIN_DECISIONS, label: 'Resolution', mark: 'bold', section: null },
  poll: PLAIN_POLLS,
  footer: '',
  writing: { ...PLAIN_HABITS, isLoose: false },
}
