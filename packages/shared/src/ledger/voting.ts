import type { PersonId } from '../meeting/index.ts'
import { isAgainst } from './against.ts'
import { rowOf } from './attendance.ts'
import type { CommandOf } from './command.ts'
import { accept, type Ballot, type Context, type Decision, NOTHING_NEW, refuse } from './decision.ts'
import { liveCount } from './live-count.ts'
import { whileVoting } from './polls.ts'
import type { Poll } from './state.ts'

/** One ballot for a person, which may change until the voting ends. */
export function vote({ poll: id, choice }: CommandOf<'vote'>, context: Context): Decision {
  return whileVoting(id, context, (poll) => {
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
    const voter = { person: actor.id, name: actor.name }
    return {
      accepted: true,
      events: [
        { type: 'ballot-cast', poll: id, ...voter, seal: seal(choice) },
        ...liveCount(poll, new Map(before).set(actor.id, ballot), voter, context),
      ],
      ballot,
    }
  })
}

function affiliationOf({ actor, state }: Context): string | null {
  const row = rowOf(state.attendance, { person: actor.id, name: actor.name })
  return row?.attendee.affiliation ?? actor.affiliation ?? null
}

/** Only from somebody who voted against it; of a secret poll nobody learns from whom, nor before the count that there is one. */
export function giveReason({ poll: id, text }: CommandOf<'give-reason'>, context: Context): Decision {
  const counted = context.state.polls.find(({ poll, count }) => poll === id && count !== null)
  if (counted !== undefined) return afterCount(counted, text)
  return whileVoting(id, context, ({ terms, reasons, voted }) => {
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

/**
 * A page that has lost the answer asks again. Of a secret poll the record does not know who gave a reason; but it knows the reason, and
 * so does everybody by now.
 */
function afterCount({ terms, reasons }: Poll, text: string): Decision {
  if (terms.secret && reasons.some((reason) => reason.text === text)) return NOTHING_NEW
  return refuse(
    'too-late',
    'The vote was closed before your reason came, so the minutes do not have it: tell it to the note taker.',
  )
}

function ownOf(reasons: ReadonlyMap<PersonId, string>, person: PersonId): readonly string[] {
  const own = reasons.get(person)
  return own === undefined ? [] : [own]
}

function textsOf(reasons: Poll['reasons'], name: string): readonly string[] {
  return reasons.filter((reason) => reason.name === name).map(({ text }) => text)
}
