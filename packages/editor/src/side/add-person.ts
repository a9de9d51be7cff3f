import {
  addAttendee,
  type AttendanceStyle,
  type Change,
  insertAttendance,
  namedAs,
  type Named,
  PLAIN_ATTENDANCE,
} from '@plenary/shared/blocks'

import type { Reading } from '../understanding/index.ts'

/** Adds somebody who is there: to the attendance that the minutes have, else to a new one as the group writes it. */
export function addPerson(
  { document, understanding: { attendances } }: Reading,
  person: Named,
  style: AttendanceStyle = PLAIN_ATTENDANCE,
): readonly Change[] {
  const attendance = attendances.find(({ state }) => state === 'present') ?? attendances[0]
  if (attendance === undefined) return insertAttendance(document, style, [person])
  return addAttendee(document, attendance, person, { usual: style.entry })
}

/** The same of somebody as people type them: in parts if these have a place here, else as it was typed, so that nothing is lost. */
export function addTyped(reading: Reading, typed: string, style: AttendanceStyle | undefined): readonly Change[] {
  const person = namedAs(typed)
  const changes = addPerson(reading, person, style)
  const written = JSON.stringify(changes)
  const isWhole = Object.values(person).every((part) => written.includes(part))
  return isWhole ? changes : addPerson(reading, { name: typed }, style)
}
