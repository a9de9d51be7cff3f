import type { EventOf } from './event.ts'
import type { LedgerState, Poll } from './state.ts'

type PollEvent = EventOf<'poll-opened' | 'ballot-cast' | 'room-counted' | 'reason-given' | 'poll-closed'>

export function pollsAfter(
  polls: LedgerState['polls'],
  event: PollEvent,
  time: string,
  by: string,
): LedgerState['polls'] {
  const changed = (change: (poll: Poll) => Poll): readonly Poll[] =>
    polls.map((poll) => (poll.poll === event.poll ? change(poll) : poll))
  switch (event.type) {
    case 'poll-opened':
      return [...polls, opened(event, time)]
    case 'ballot-cast': {
      const { person, name, tally } = event
      return changed((poll) => ({ ...poll, voted: new Map(poll.voted).set(person, name), tally: tally ?? poll.tally }))
    }
    case 'room-counted': {
      const { counts } = event
      return changed((poll) => ({
        ...poll,
        room: counts,
        tally: poll.tally?.map((sum, option) => sum - (poll.room?.[option] ?? 0) + (counts[option] ?? 0)) ?? null,
      }))
    }
    case 'reason-given':
      return changed((poll) => ({ ...poll, reasons: [...poll.reasons, { name: event.name, text: event.text }] }))
    case 'poll-closed': {
      const { tally, silent, affiliations, outcome } = event
      return changed((poll) => ({ ...poll, tally, result: { at: time, by, tally, silent, affiliations, outcome } }))
    }
  }
}

function opened({ poll, terms, consent }: EventOf<'poll-opened'>, time: string): Poll {
  return {
    poll,
    terms,
    since: time,
    consent: consent ?? null,
    voted: new Map(),
    tally: terms.shows === 'live' && !terms.secret ? terms.options.map(() => 0) : null,
    room: null,
    reasons: [],
    result: null,
  }
}
