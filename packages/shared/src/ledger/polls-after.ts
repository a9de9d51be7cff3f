import type { EventOf } from './event.ts'
import type { LedgerState, Poll } from './state.ts'

type PollEvent = EventOf<
  'poll-opened' | 'ballot-cast' | 'ballots-counted' | 'room-counted' | 'reason-given' | 'voting-ended' | 'poll-closed'
>

export function pollsAfter(
  polls: LedgerState['polls'],
  event: PollEvent,
  time: string,
  by: string,
): LedgerState['polls'] {
  if (event.type === 'poll-opened') return [...polls, opened(event, time)]
  return polls.map((poll) => (poll.poll === event.poll ? changed(poll, event, time, by) : poll))
}

function changed(poll: Poll, event: Exclude<PollEvent, { type: 'poll-opened' }>, time: string, by: string): Poll {
  switch (event.type) {
    case 'ballot-cast': {
      const { person, name } = event
      return {
        ...poll,
        voted: new Map(poll.voted).set(person, name),
        uncounted: new Set(poll.uncounted).add(person),
      }
    }
    case 'ballots-counted':
      return { ...poll, tally: event.tally, uncounted: NOBODY }
    case 'room-counted': {
      const { counts } = event
      return { ...poll, room: counts, tally: withRoom(poll, counts) }
    }
    case 'reason-given':
      return { ...poll, reasons: [...poll.reasons, { name: event.name, text: event.text }] }
    case 'voting-ended': {
      const { tally, silent, affiliations } = event
      return { ...poll, tally, uncounted: NOBODY, count: { tally, silent, affiliations } }
    }
    case 'poll-closed':
      // The server never closes a poll that is not counted.
      return poll.count === null ? poll : { ...poll, result: { ...poll.count, at: time, by, outcome: event.outcome } }
  }
}

const NOBODY: ReadonlySet<string> = new Set()

/** With another count of the room in the place of the one before. */
function withRoom({ tally, room }: Poll, counts: readonly number[]): readonly number[] | null {
  return tally?.map((sum, option) => sum - (room?.[option] ?? 0) + (counts[option] ?? 0)) ?? null
}

function opened({ poll, terms, consent }: EventOf<'poll-opened'>, time: string): Poll {
  return {
    poll,
    terms,
    since: time,
    consent: consent ?? null,
    voted: new Map(),
    tally: terms.shows === 'live' && !terms.secret ? terms.options.map(() => 0) : null,
    uncounted: NOBODY,
    room: null,
    reasons: [],
    count: null,
    result: null,
  }
}
