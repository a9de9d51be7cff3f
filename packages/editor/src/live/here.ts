import type { Attendance, LedgerState, Poll } from '@plenary/shared/ledger'
import type { PersonId } from '@plenary/shared/meeting'

/** Those who have checked in and not left. */
export function presentIn({ attendance }: Pick<LedgerState, 'attendance'>): readonly Attendance[] {
  return attendance.filter(({ left }) => left === null)
}

export function attendanceOf(attendance: readonly Attendance[], person: PersonId | undefined): Attendance | undefined {
  return person === undefined ? undefined : attendance.find(({ attendee }) => attendee.person === person)
}

/** Who is here, might vote and has not. */
export function silentIn({ voted }: Poll, attendance: readonly Attendance[]): readonly string[] {
  return presentIn({ attendance })
    .filter(({ attendee, as }) => as !== 'observer' && attendee.person !== null && !voted.has(attendee.person))
    .map(({ attendee }) => attendee.name)
}
