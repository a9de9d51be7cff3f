import { can, type Role } from '../meeting/index.ts'
import { rowOf } from './attendance.ts'
import type { Ballot, Present } from './decision.ts'
import type { AffiliationTally } from './event.ts'
import type { LedgerState, Poll } from './state.ts'

/** Ballots and what was counted in the room, a number for each option. */
export function tallyOf({ terms, room }: Poll, ballots: Iterable<Ballot>): readonly number[] {
  const counts = terms.options.map((_, option) => room?.[option] ?? 0)
  for (const { choice } of ballots) counts[choice] = (counts[choice] ?? 0) + 1
  return counts
}

/** Ballots by affiliation, in the order of their names; the last row, without a name, is of those who have none. */
export function affiliationsOf({ terms }: Poll, ballots: Iterable<Ballot>): readonly AffiliationTally[] {
  const rows = new Map<string, { affiliation: string; counts: number[] }>()
  for (const { affiliation, choice } of ballots) {
    const folded = (affiliation ?? '').toLowerCase()
    const row = rows.get(folded) ?? { affiliation: affiliation ?? '', counts: terms.options.map(() => 0) }
    row.counts[choice] = (row.counts[choice] ?? 0) + 1
    rows.set(folded, row)
  }
  const byName = [...rows.keys()].sort((one, other) =>
    one === '' ? 1 : other === '' ? -1 : one < other ? -1 : Number(one > other),
  )
  return byName.map((folded) => rows.get(folded)!)
}

/**
 * The names of those who were there, might have voted on a page of their own, and did not. Checked in and not gone counts as there,
 * also where the page is not connected just now; observers do not vote. Of somebody who is not connected the server
 * does not know whether they are a guest: only who has a handle surely is none.
 */
export function silentOf(
  { terms, voted }: Poll,
  {
    present,
    state,
  }: { readonly present: readonly Present[]; readonly state: Pick<LedgerState, 'level' | 'attendance' | 'roles'> },
): readonly string[] {
  const silent = new Map<string, string>()
  const note = (person: string, name: string, role: Role | null, isGuest: boolean): void => {
    const isAble = can(role, 'vote', state.level) && (terms.guests || !isGuest)
    if (isAble && !voted.has(person)) silent.set(person, name)
  }
  const connected = new Map(present.map((person) => [person.id, person]))
  for (const { attendee, as, left } of state.attendance) {
    if (attendee.person === null || connected.has(attendee.person) || left !== null || as === 'observer') continue
    const role = state.roles.get(attendee.person) ?? 'participant'
    note(attendee.person, attendee.name, role, attendee.handle === undefined)
  }
  for (const person of connected.values()) {
    const { id, kind, name, role } = person
    const row = rowOf(state.attendance, { person: id, name })
    const isThere = row === undefined || (row.left === null && row.as !== 'observer')
    if (isThere && kind !== 'program') note(id, name, role, kind === 'guest')
  }
  return [...silent.values()]
}
