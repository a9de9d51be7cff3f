import type { Attendance, Attendee } from '../blocks/attendance/attendance.ts'
import { recogniseAttendance } from '../blocks/attendance/recognise.ts'
import { viewOf } from '../blocks/reading/index.ts'
import { parse } from '../markdown/index.ts'

export function attendancesIn(text: string): readonly Attendance[] {
  return recogniseAttendance(viewOf(parse(text)))
}

/** `form state: Name #INITIALS @handle {affiliation} !state | …` for each place that was found. */
export function foundAttendance(text: string): string[] {
  return attendancesIn(text).map(({ form, state, attendees }) =>
    `${form} ${state}: ${attendees.map((attendee) => short(attendee, state)).join(' | ')}`.trim(),
  )
}

function short({ name, initials, handle, affiliation, state }: Attendee, usual: string): string {
  const parts = [
    name,
    initials && `#${initials}`,
    handle && `@${handle}`,
    affiliation && `{${affiliation}}`,
    state !== usual && `!${state}`,
  ]
  return parts.filter(Boolean).join(' ')
}
