import {
  addAttendee,
  type AttendanceStyle,
  type Change,
  insertAttendance,
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
