import { isAgainst } from './against.ts'
import type { CommandOf } from './command.ts'
import { accept, type Context, type Decision, NOTHING_NEW, refuse } from './decision.ts'
import type { LedgerEvent, PollTerms } from './event.ts'
import type { LedgerState, Poll } from './state.ts'
import { affiliationsOf, silentOf, tallyOf } from './tally.ts'

/** One at a time for a block, whose question stays as it is while it is open. */
export function openPoll({ terms }: CommandOf<'open-poll'>, { newId, state }: Context): Decision {
  const open = openOn(terms.block, state)
  if (open !== undefined && areSameTerms(open.terms, terms)) return NOTHING_NEW
  return busy(terms.block, state) ?? accept({ type: 'poll-opened', poll: newId(), terms })
}

/** Why no poll and no consent call can begin on a block just now. */
export function busy(block: string | null, state: LedgerState): Decision | undefined {
  if (openOn(block, state) !== undefined) {
    return refuse('not-now', 'The question is locked while its poll is open: close the poll first.')
  }
  if (block !== null && state.consents.some((call) => call.block === block && call.end === null)) {
    return refuse('not-now', 'A consent call is running here: wait until it is over, or withdraw it.')
  }
  return undefined
}

function openOn(block: string | null, { polls }: LedgerState): Poll | undefined {
  return block === null ? undefined : polls.find(({ terms, result }) => terms.block === block && result === null)
}

function areSameTerms(one: PollTerms, other: PollTerms): boolean {
  return (
    one.question === other.question &&
    one.shows === other.shows &&
    one.secret === other.secret &&
    one.guests === other.guests &&
    areSame(one.options, other.options)
  )
}

export function countRoom({ poll: id, counts }: CommandOf<'count-room'>, context: Context): Decision {
  return whileVoting(id, context, (poll) => {
    if (counts.length !== poll.terms.options.length) {
      return refuse('malformed', 'The poll has another number of options: give a number for each of them.')
    }
    const before = poll.room ?? counts.map(() => 0)
    return areSame(before, counts) ? NOTHING_NEW : accept({ type: 'room-counted', poll: id, counts })
  })
}

/** The counts, for those who are to say what they mean; of an open poll by affiliation, and who was silent. */
export function endVoting({ poll: id }: CommandOf<'end-voting'>, context: Context): Decision {
  return found(id, context, (poll) => (poll.count === null ? accept(...ending(poll, context)) : NOTHING_NEW))
}

/** With the outcome that the chair states; nothing here computes one. */
export function closePoll({ poll: id, outcome }: CommandOf<'close-poll'>, context: Context): Decision {
  return found(id, context, (poll) => {
    const stated = poll.result?.outcome
    if (stated?.kind === outcome.kind && stated.sentence === outcome.sentence) return NOTHING_NEW
    if (stated !== undefined) return CLOSED
    const counting = poll.count === null ? ending(poll, context) : []
    return accept(...counting, { type: 'poll-closed', poll: id, outcome })
  })
}

function ending(poll: Poll, context: Context): readonly LedgerEvent[] {
  const ballots = [...context.ballots(poll.poll).values()]
  const { secret } = poll.terms
  return [
    ...secretReasons(poll, context),
    {
      type: 'voting-ended',
      poll: poll.poll,
      tally: tallyOf(poll, ballots),
      silent: secret ? null : silentOf(poll, context),
      affiliations: secret ? null : affiliationsOf(poll, ballots),
    },
  ]
}

/** By their words, as the order in which they came would tell whose they are. Who is not against it any more has none. */
function secretReasons({ poll, terms }: Poll, { ballots, reasons }: Context): LedgerEvent[] {
  const given = [...reasons(poll)].filter(([person]) =>
    isAgainst(terms.options, ballots(poll).get(person)?.choice ?? -1),
  )
  const texts = given.map(([, text]) => text).sort()
  return texts.map((text) => ({ type: 'reason-given', poll, name: null, text }))
}

/** Decides about a poll in which people still vote. */
export function whileVoting(id: string, context: Context, decide: (poll: Poll) => Decision): Decision {
  return found(id, context, (poll) => (poll.count === null ? decide(poll) : CLOSED))
}

const CLOSED = refuse('too-late', 'This poll is closed, and its counts stand: ask the chair for another.')

function found(id: string, { state }: Context, decide: (poll: Poll) => Decision): Decision {
  const poll = state.polls.find((one) => one.poll === id)
  if (poll === undefined) {
    return refuse('unknown', 'This meeting has no such poll: reload the page to see those it has.')
  }
  return decide(poll)
}

function areSame<Value>(one: readonly Value[], other: readonly Value[]): boolean {
  return one.length === other.length && one.every((value, index) => value === other[index])
}
