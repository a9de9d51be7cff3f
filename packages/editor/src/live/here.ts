import {
  type Attendance,
  type Attendee,
  type LedgerState,
  type Poll,
  type Present,
  silentOf,
} from '@plenary/shared/ledger'
import type { PersonId } from '@plenary/shared/meeting'

import { guestMarked } from '../presence/index.ts'

/** Those who have checked in and not left. */
export function presentIn({ attendance }: Pick<LedgerState, 'attendance'>): readonly Attendance[] {
  return attendance.filter(({ left }) => left === null)
}

export function attendanceOf(attendance: readonly Attendance[], person: PersonId | undefined): Attendance | undefined {
  return person === undefined ? undefined : attendance.find(({ attendee }) => attendee.person === person)
}

/** Who is here, might vote and has not, guests marked; by the ledger's own rule, which knows no more of who is connected. */
export function silentIn(
  poll: Poll,
  state: Pick<LedgerState, 'attendance' | 'guests' | 'roles' | 'level'>,
): readonly string[] {
  const present = presentIn(state).flatMap(({ attendee: { person, name } }): Present[] => {
    if (person === null) return []
    const isGuest = state.guests.has(person)
    const role = state.roles.get(person) ?? 'participant'
    return [{ id: person, name: shownName({ person, name }, state.guests), kind: isGuest ? 'guest' : 'openid', role }]
  })
  return silentOf(poll, { present, state })
}

/** A guest is only who they say, and is marked. */
export function shownName({ person, name }: Pick<Attendee, 'person' | 'name'>, guests: ReadonlySet<PersonId>): string {
  return guestMarked(name, person !== null && guests.has(person))
}
