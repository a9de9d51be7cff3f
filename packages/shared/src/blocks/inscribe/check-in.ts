import type { DocJson } from '../../document/node.ts'
import type { Attending } from '../../ledger/index.ts'
import { isSamePerson } from '../../meeting/index.ts'
import type { Attendance, Attendee, Presence } from '../attendance/attendance.ts'
import { addAttendee } from '../attendance/change/add.ts'
import { type AttendanceStyle, insertAttendance, PLAIN_ATTENDANCE } from '../attendance/change/create.ts'
import { listOf } from '../attendance/change/nearest.ts'
import { isEntryOf, textIn } from '../attendance/change/place.ts'
import { move, setPresence } from '../attendance/change/presence.ts'
import { removeAttendee } from '../attendance/change/remove.ts'
import { noteIn } from '../attendance/change/state-note.ts'
import { wordFor } from '../attendance/change/state-words.ts'
import { recogniseAttendance } from '../attendance/recognise.ts'
import type { Change } from '../change/change.ts'
import { write } from '../change/inline.ts'
import type { Named } from '../people/entry-pattern.ts'
import { newInitials } from '../people/new-initials.ts'
import { stateIn } from '../people/note.ts'
import { viewOf } from '../reading/index.ts'

/**
 * Brings somebody who has checked in into the attendance: one entry for each person, in the form that is there, or in a new one
 * in house style. Whoever was expected not to come is there now; a remark that somebody is a guest or came late stays. `time`:
 * `10:05`, when somebody came who is late.
 */
export function checkIn(
  document: DocJson,
  person: Named,
  as: Attending,
  time: string | null,
  style: AttendanceStyle = PLAIN_ATTENDANCE,
): readonly Change[] {
  const attendances = recogniseAttendance(viewOf(document))
  const entries = entriesOf(attendances, person)
  const entry = entries.find(isHere) ?? entries[0]
  const coming = { document, attendances, as, since: as === 'late' ? (time ?? undefined) : undefined, style }
  if (entry === undefined) return add(coming, person)
  return isHere(entry) ? sayOfOneHere(coming, entry) : bringIn(coming, entry)
}

/** How somebody comes into the minutes, as they were read. */
interface Coming {
  readonly document: DocJson
  readonly attendances: readonly Attendance[]
  readonly as: Attending
  /** When they came; undefined where that need not be said. */
  readonly since: string | undefined
  readonly style: AttendanceStyle
}

/** Says when somebody left, behind what is said of them already. Who has no entry gets none. */
export function leave(document: DocJson, person: Named, time: string | null): readonly Change[] {
  const attendances = recogniseAttendance(viewOf(document))
  const entries = entriesOf(attendances, person)
  const entry = entries.find(isHere)
  if (entry === undefined || entries.some((each) => hasLeft(document, each))) return []
  const note = noteIn(textIn(document, entry.at))
  const at = time ?? undefined
  if (note === null || entry.state === 'present') return setPresence(document, attendances, entry, 'left', at)
  const end = entry.at.from + note.to - note.after.length
  return [write({ path: entry.at.path, from: end, to: end }, `, ${wordFor(document, NOBODY, 'left', at)}`)]
}

/**
 * Takes back a check-in: whoever is listed as present is no longer listed. An absence stays, and so do the lists of further sessions,
 * into which no check-in writes.
 */
export function strike(document: DocJson, person: Named): readonly Change[] {
  const attendances = recogniseAttendance(viewOf(document))
  const places = new Set(ATTENDING.map((as) => placeFor(attendances, as)))
  return attendances
    .filter((attendance) => places.has(attendance))
    .flatMap((attendance) =>
      attendance.attendees
        .filter((entry) => isSamePerson(entry, person) && (isHere(entry) || entry.state === 'left'))
        .flatMap((entry) => removeAttendee(document, attendance, entry)),
    )
}

const ATTENDING: readonly Attending[] = ['present', 'late', 'observer']

const NOBODY: Pick<Attendance, 'attendees'> = { attendees: [] }

function entriesOf(attendances: readonly Attendance[], person: Named): readonly Attendee[] {
  return attendances.flatMap(({ attendees }) => attendees.filter((entry) => isSamePerson(entry, person)))
}

function isHere({ state }: Pick<Attendee, 'state'>): boolean {
  return state === 'present' || state === 'late' || state === 'observer'
}

function hasLeft(document: DocJson, { state, at }: Attendee): boolean {
  const note = state === 'left' ? null : noteIn(textIn(document, at))
  return state === 'left' || (note !== null && partsOf(note.words).some((part) => stateIn(part) === 'left'))
}

function partsOf(words: string): readonly string[] {
  return words.split(/[,;]/)
}

/** Of somebody who is listed as there: only what is not said yet. */
function sayOfOneHere({ document, attendances, as, since }: Coming, entry: Attendee): readonly Change[] {
  if (as === 'present' || as === entry.state) return []
  if (entry.state === 'present') return setPresence(document, attendances, entry, as, since)
  const note = noteIn(textIn(document, entry.at))
  if (as === 'observer' || note === null || partsOf(note.words).some((part) => stateIn(part) === 'late')) return []
  const begin = entry.at.from + note.from + note.before.length
  return [write({ path: entry.at.path, from: begin, to: begin }, `${wordFor(document, NOBODY, 'late', since)}, `)]
}

/** Somebody who was listed as away, or has come back. */
function bringIn({ document, attendances, as, since, style }: Coming, entry: Attendee): readonly Change[] {
  const index = attendances.findIndex((each) => isEntryOf(each, entry))
  const from = attendances[index]!
  if (isHere(from) || listOf(attendances, index, as) !== null) {
    return setPresence(document, attendances, entry, as, since)
  }
  const to = placeFor(attendances, as)
  const note = noteFor(document, to, as, since)
  if (to !== undefined) return move(document, from, to, entry, note)
  const { state: _, ...person } = entry
  return [
    ...removeAttendee(document, from, entry),
    ...insertAttendance(document, style, [note === undefined ? person : { ...person, note }]),
  ]
}

function add({ document, attendances, as, since, style }: Coming, person: Named): readonly Change[] {
  const to = placeFor(attendances, as)
  const note = noteFor(document, to, as, since)
  const known = withInitials(note === undefined ? person : { ...person, note }, attendances)
  if (to === undefined) return insertAttendance(document, style, [known])
  return addAttendee(document, to, known, { usual: style.entry })
}

/** The list for such people, if the minutes have one, else that of those who are there. */
function placeFor(attendances: readonly Attendance[], as: Attending): Attendance | undefined {
  const main = attendances.find(({ state }) => state === 'present')
  return as === 'present' ? main : (attendances.find(({ state }) => state === as) ?? main)
}

/** What has to be said of somebody in a list, beside the name. */
function noteFor(
  document: DocJson,
  to: Attendance | undefined,
  as: Presence,
  since: string | undefined,
): string | undefined {
  if (as === (to?.state ?? 'present')) return since
  return wordFor(document, to ?? NOBODY, as, since)
}

function withInitials(person: Named, attendances: readonly Attendance[]): Named {
  if (person.initials !== undefined) return person
  const taken = attendances.flatMap(({ attendees }) => attendees.flatMap(({ initials }) => initials ?? []))
  const initials = newInitials(person.name, taken)
  return initials === undefined ? person : { ...person, initials }
}
