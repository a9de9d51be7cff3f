import type { Written } from '../blocks/block.ts'
import type { Action, Attendance, Attendee, Decision, Poll, Turn, Understanding } from '../blocks/index.ts'
import type { Path } from '../blocks/path.ts'
import { Roster } from '../blocks/people/roster.ts'

/** Builders of what may be understood of minutes, for tests of what is made of it. Not how it is written: that is for those who change it. */

const carrier = (path: Path, id: string | null = null) => ({ path, row: 0, id, isSaid: false })

/** Written at the beginning of the text block at this path, unless said otherwise. */
export function written<Value>(value: Value, path: Path = [0], from = 0): Written<Value> {
  return { value, at: { path, from, to: from + 1 } }
}

export function actionOf(path: Path, text: string, more: Partial<Action> = {}): Action {
  const spans = { ownerPlace: null, box: null }
  const base = { kind: 'action', carrier: carrier(path), form: 'label', owners: [], done: false, ...spans } as const
  const found: object = { ...base, text: written(text, path), ...more }
  return found as Action
}

export function decisionOf(path: Path, text: string, more: Partial<Decision> = {}): Decision {
  const found: object = { kind: 'decision', carrier: carrier(path), form: 'label', text: written(text, path), ...more }
  return found as Decision
}

export function pollOf(path: Path, question: string, more: Partial<Poll> = {}): Poll {
  const base = { kind: 'poll', carrier: carrier(path), form: 'columns', options: [], counts: null } as const
  const found: object = { ...base, question: written(question, path), ...more }
  return found as Poll
}

export function turnOf(path: Path, name: string, who: Turn['who'] = { state: 'none' }): Turn {
  const found: object = { kind: 'turn', written: name, who, at: { path, from: 0, to: name.length + 1 } }
  return found as Turn
}

export function attendeeOf(name: string, more: Partial<Attendee> = {}): Attendee {
  const found: object = { name, state: 'present', at: { path: [0], from: 0, to: name.length }, ...more }
  return found as Attendee
}

export function attendanceOf(...attendees: Attendee[]): Attendance {
  const found: object = { kind: 'attendance', carrier: carrier([0]), form: 'list', attendees }
  return found as Attendance
}

/** Nothing but what is given; names are resolved as `who` says. */
export function understood(
  found: Partial<Understanding> = {},
  who: (written: string) => Turn['who'] = () => ({ state: 'none' }),
): Understanding {
  const attendees = (found.attendances ?? []).flatMap(({ attendees }) => attendees)
  const roster = Object.assign(new Roster(attendees), { resolve: who })
  const lists = { attendances: [], noteTakers: [], agendas: [], polls: [], decisions: [], actions: [], turns: [] }
  return { facts: { tags: [] }, ...lists, roster, ...found }
}
