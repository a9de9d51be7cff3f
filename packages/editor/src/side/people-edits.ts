import type { Attendance, Attendee, Change, Presence, Understanding } from '@plenary/shared/blocks'

export interface NewPerson {
  readonly name: string
  readonly initials?: string
}

export const addAttendee = (_understanding: Understanding, _person: NewPerson): readonly Change[] => []
export const removeAttendee = (_attendance: Attendance, _attendee: Attendee): readonly Change[] => []
export const setPresence = (
  _understanding: Understanding,
  _attendee: Attendee,
  _state: Presence,
): readonly Change[] => []
export const setNoteTaker = (_understanding: Understanding, _name: string): readonly Change[] => []
