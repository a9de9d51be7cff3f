import type { Ballot, Present } from './decision.ts'
import type { EventOf } from './event.ts'
import type { LedgerState, Poll } from './state.ts'
import { silentOf, tallyOf } from './tally.ts'

/** From the difference of two counts nobody can tell what one of so many people chose, unless all chose the same. */
const TOGETHER = 3

/**
 * The count that may be told with this ballot, of a poll that shows its counts live. Who voted is in the ledger, so ballots are counted
 * some at a time, and those who have not voted yet must be as many again, or none: else the result would tell of the last ones.
 */
export function liveCount(
  poll: Poll,
  ballots: ReadonlyMap<string, Ballot>,
  { person, name }: { readonly person: string; readonly name: string },
  room: { readonly present: readonly Present[]; readonly state: LedgerState },
): readonly EventOf<'ballots-counted'>[] {
  const { terms, uncounted, voted } = poll
  if (terms.shows === 'at-close' || terms.secret) return []
  if (new Set(uncounted).add(person).size < TOGETHER) return []
  const still = silentOf({ ...poll, voted: new Map(voted).set(person, name) }, room).length
  if (still > 0 && still < TOGETHER) return []
  return [{ type: 'ballots-counted', poll: poll.poll, tally: tallyOf(poll, ballots.values()) }]
}
