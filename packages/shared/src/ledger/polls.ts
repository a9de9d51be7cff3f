import type { PersonId } from '../meeting/index.ts'
import { isAgainst } from './against.ts'
import { rowOf } from './attendance.ts'
import type { CommandOf } from './command.ts'
import { accept, type Ballot, type Context, type Decision, NOTHING_NEW, refuse } from './decision.ts'
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

/** One ballot for a person, which may change until the poll is closed. */
export function vote({ poll: id, choice }: CommandOf<'vote'>, context: Context): Decision {
  return whileOpen(id, context, (poll) => {
    const { actor, seal } = context
    if (actor.kind === 'program') {
      return refuse('forbidden', 'Programs do not vote: whoever runs this one votes on a page of their own.')
    }
    if (actor.kind === 'guest' && !poll.terms.guests) {
      return refuse('forbidden', 'Guests do not vote in this poll: sign in to vote, or tell the note taker.')
    }
    if (choice >= poll.terms.options.length) {
      return refuse('malformed', 'This poll has no such option: choose one of those that are shown.')
    }
    const before = context.ballots(id)
    if (before.get(actor.id)?.choice === choice) return NOTHING_NEW
    const ballot: Ballot = { poll: id, person: actor.id, choice, affiliation: affiliationOf(context) }
    const showsTally = poll.terms.shows === 'live' && !poll.terms.secret
    const tally = showsTally ? { tally: tallyOf(poll, new Map(before).set(actor.id, ballot).values()) } : {}
    return {
      accepted: true,
      events: [{ type: 'ballot-cast', poll: id, person: actor.id, name: actor.name, seal: seal(choice), ...tally }],
      ballot,
    }
  })
}

function affiliationOf({ actor, state }: Context): string | null {
  const row = rowOf(state.attendance, { person: actor.id, name: actor.name })
  return row?.attendee.affiliation ?? actor.affiliation ?? null
}

export function countRoom({ poll: id, counts }: CommandOf<'count-room'>, context: Context): Decision {
  return whileOpen(id, context, (poll) => {
    if (counts.length !== poll.terms.options.length) {
      return refuse('malformed', 'The poll has another number of options: give a number for each of them.')
    }
    const before = poll.room ?? counts.map(() => 0)
    return areSame(before, counts) ? NOTHING_NEW : accept({ type: 'room-counted', poll: id, counts })
  })
}

/** Only from somebody who voted against it; of a secret poll nobody learns from whom, nor before the close that there is one. */
export function giveReason({ poll: id, text }: CommandOf<'give-reason'>, context: Context): Decision {
  return whileOpen(id, context, ({ terms, reasons, voted }) => {
    const { actor } = context
    const ballot = context.ballots(id).get(actor.id)
    if (ballot === undefined || !isAgainst(terms.options, ballot.choice)) {
      return refuse('forbidden', 'Reasons are asked of those who vote against: tell yours to the note taker.')
    }
    const mine = terms.secret ? ownOf(context.reasons(id), actor.id) : textsOf(reasons, actor.name)
    if (mine.includes(text)) return NOTHING_NEW
    // Two people may have one name.
    const ballots = [...voted.values()].filter((voter) => voter === actor.name).length
    if (mine.length >= (terms.secret ? 1 : ballots)) {
      return refuse('not-now', 'There is a reason already: ask the note taker to change it.')
    }
    if (terms.secret) return { accepted: true, events: [], reason: { poll: id, person: actor.id, text } }
    return accept({ type: 'reason-given', poll: id, name: actor.name, text })
  })
}

function ownOf(reasons: ReadonlyMap<PersonId, string>, person: PersonId): readonly string[] {
  const own = reasons.get(person)
  return own === undefined ? [] : [own]
}

function textsOf(reasons: Poll['reasons'], name: string): readonly string[] {
  return reasons.filter((reason) => reason.name === name).map(({ text }) => text)
}

/** With the outcome that the chair states; nothing here computes one. */
export function closePoll({ poll: id, outcome }: CommandOf<'close-poll'>, context: Context): Decision {
  const closed = context.state.polls.find(({ poll }) => poll === id)?.result?.outcome
  if (closed?.kind === outcome.kind && closed.sentence === outcome.sentence) return NOTHING_NEW
  return whileOpen(id, context, (poll) => {
    const ballots = [...context.ballots(id).values()]
    const { secret } = poll.terms
    return accept(...secretReasons(poll, context), {
      type: 'poll-closed',
      poll: id,
      tally: tallyOf(poll, ballots),
      silent: secret ? null : silentOf(poll, context),
      affiliations: secret ? null : affiliationsOf(poll, ballots),
      outcome,
    })
  })
}

/** By their words, as the order in which they came would tell whose they are. Who is not against it any more has none. */
function secretReasons({ poll, terms }: Poll, { ballots, reasons }: Context): LedgerEvent[] {
  const given = [...reasons(poll)].filter(([person]) =>
    isAgainst(terms.options, ballots(poll).get(person)?.choice ?? -1),
  )
  const texts = given.map(([, text]) => text).sort()
  return texts.map((text) => ({ type: 'reason-given', poll, name: null, text }))
}

function whileOpen(id: string, { state }: Context, decide: (poll: Poll) => Decision): Decision {
  const poll = state.polls.find((one) => one.poll === id)
  if (poll === undefined) {
    return refuse('unknown', 'This meeting has no such poll: reload the page to see those it has.')
  }
  if (poll.result !== null) {
    return refuse('too-late', 'This poll is closed, and its result stands: ask the chair for another.')
  }
  return decide(poll)
}

function areSame<Value>(one: readonly Value[], other: readonly Value[]): boolean {
  return one.length === other.length && one.every((value, index) => value === other[index])
}
