import type { Carrier } from '../block.ts'
import type { Path, Span } from '../path.ts'
import type { People } from '../people/people.ts'
import { isLikeSentence } from '../people/vocabulary.ts'
import type { Block } from '../reading/index.ts'
import type { Attendance, AttendanceForm, Presence } from './attendance.ts'
import type { HeadSense } from './heads.ts'

/** Whether attendance was read just before, so that what stands here may go on with it. */
export type Nearby = (path: Path) => boolean

export function carrierOf(block: Block, row = 0): Carrier {
  return { path: block.path, row, id: block.id, isSaid: block.role === 'attendance' }
}

export function attendanceOf(
  carrier: Carrier,
  form: AttendanceForm,
  state: Presence,
  people: People,
  end: Span | null,
): Attendance {
  const last = people.attendees.at(-1)?.at
  const behind = end !== null && last !== undefined ? { ...last, from: last.to } : end
  return { kind: 'attendance', carrier, form, state, end: behind, attendees: people.attendees }
}

/** Whether what was read under such a head is a list of people. The less the head says, the more they must look like it. */
export function isConvincing(
  { attendees, others }: People,
  strength: HeadSense['strength'],
  isNearby: boolean,
): boolean {
  if (attendees.length === 0) return false
  switch (strength) {
    case 'sure':
      // `To show this in more detail …` behind the list is a sentence.
      return others * 3 <= attendees.length && (attendees.length > 1 || !isLikeSentence(attendees[0]!.name))
    case 'loose':
      return others * 5 <= attendees.length && attendees.length > 1 && areFull(attendees)
    case 'near':
      return others === 0 && (isNearby || (attendees.length > 1 && areFull(attendees) && areCapitalised(attendees)))
  }
}

/** What is missing in a list of things has no capitals. */
function areCapitalised(attendees: Attendance['attendees']): boolean {
  return attendees.some(({ name, handle }) => handle !== undefined || /\p{Lu}/u.test(name))
}

/** Most of them are names of several words, or handles: nobody takes those for topics. */
function areFull(attendees: Attendance['attendees']): boolean {
  return (
    attendees.filter(({ name, handle }) => handle !== undefined || /\S\s+\S/.test(name)).length * 2 > attendees.length
  )
}
