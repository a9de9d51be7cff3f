import type { View } from '../reading/index.ts'
import type { Attendance, NoteTaker } from './attendance.ts'

/** Every place in which the minutes list people. */
export function recogniseAttendance(_view: View): readonly Attendance[] {
  return []
}

/** Whom the minutes name as note taker, scribe or secretary. */
export function recogniseNoteTakers(_view: View): readonly NoteTaker[] {
  return []
}
