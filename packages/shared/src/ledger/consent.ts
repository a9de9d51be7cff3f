import { countHere } from './attendance.ts'
import type { CommandOf } from './command.ts'
import { accept, type Context, type Decision, may, NOTHING_NEW, refuse } from './decision.ts'
import type { EventOf, LedgerEvent, PollTerms } from './event.ts'
import { busy } from './polls.ts'
import type { ConsentCall, ConsentEnd, LedgerState } from './state.ts'
import { isDue, later } from './time.ts'

const FIVE_WAYS = ['SF', 'F', 'N', 'A', 'SA'] as const

/** Silence until then will be consent. */
export function callConsent(command: CommandOf<'call-consent'>, { newId, now, state }: Context): Decision {
  const { block, wording, seconds } = command
  const isRunning = state.consents.some((call) => call.end === null && call.block === block && call.wording === wording)
  if (isRunning) return NOTHING_NEW
  const due = later(now, seconds)
  return busy(block, state) ?? accept({ type: 'consent-called', consent: newId(), block, wording, due })
}

/** Turns the call into a poll in its place; the server's clock says whether it is in time. */
export function objectTo({ consent: id }: CommandOf<'object'>, context: Context): Decision {
  const { actor, newId, now, state } = context
  const call = state.consents.find(({ consent }) => consent === id)
  if (call === undefined) return UNKNOWN
  if (call.end?.end === 'objection' || call.end?.end === 'withdrawn') return NOTHING_NEW
  if (call.end !== null || isDue(call.due, now)) return TOO_LATE
  return accept(
    { type: 'consent-objected', consent: id, person: actor.id, name: actor.name },
    { type: 'poll-opened', poll: newId(), terms: termsOf(call), consent: id },
  )
}

/** Everybody could object, so everybody may vote; and nobody is swayed by a count that grows. */
function termsOf({ block, wording }: ConsentCall): PollTerms {
  return { block, question: wording, options: FIVE_WAYS, shows: 'at-close', secret: false, guests: true }
}

/** By whoever called for it, or anybody who could have. */
export function withdrawConsent({ consent: id }: CommandOf<'withdraw-consent'>, context: Context): Decision {
  const { actor, now, state } = context
  const call = state.consents.find(({ consent }) => consent === id)
  if (call === undefined) return UNKNOWN
  if (call.caller !== actor.id && !may(context, 'call-consent')) {
    return refuse('forbidden', 'Only a note taker or the chair can withdraw this: object if you do not agree.')
  }
  if (call.end?.end === 'withdrawn') return NOTHING_NEW
  if (call.end?.end === 'objection') {
    return refuse('not-now', 'Somebody objected, and it is a poll now: close the poll as withdrawn.')
  }
  return call.end !== null || isDue(call.due, now) ? TOO_LATE : accept({ type: 'consent-withdrawn', consent: id })
}

const UNKNOWN = refuse('unknown', 'This meeting has no such consent call: reload the page to see those it has.')
const TOO_LATE = refuse('too-late', 'The time is over, and consent is recorded: ask the chair to take it up again.')

/** Nobody has said a word. */
export function consentDue({ state, now, present }: Pick<Context, 'state' | 'now' | 'present'>): LedgerEvent[] {
  return running(state)
    .filter(({ due }) => isDue(due, now))
    .map(({ consent }) => ({ type: 'consent-recorded', consent, present: countHere(state, present) }))
}

export function running({ consents }: LedgerState): readonly ConsentCall[] {
  return consents.filter(({ end }) => end === null)
}

export function consentsAfter(
  consents: readonly ConsentCall[],
  event: EventOf<'consent-called' | 'consent-objected' | 'consent-recorded' | 'consent-withdrawn'>,
  time: string,
  actor: { readonly id: string | null; readonly name: string },
): readonly ConsentCall[] {
  const ended = (end: ConsentEnd): readonly ConsentCall[] =>
    consents.map((call) => (call.consent === event.consent ? { ...call, end } : call))
  switch (event.type) {
    case 'consent-called': {
      const { consent, block, wording, due } = event
      const { id: caller, name: by } = actor
      return [...consents, { consent, block, wording, by, caller, since: time, due, end: null }]
    }
    case 'consent-objected':
      return ended({ end: 'objection', name: event.name, poll: null, at: time })
    case 'consent-recorded':
      return ended({ end: 'consent', present: event.present, at: time })
    case 'consent-withdrawn':
      return ended({ end: 'withdrawn', at: time })
  }
}

/** The poll that an objection has opened. */
export function withPoll(
  consents: readonly ConsentCall[],
  { consent, poll }: EventOf<'poll-opened'>,
): readonly ConsentCall[] {
  return consents.map((call) =>
    call.consent === consent && call.end?.end === 'objection' ? { ...call, end: { ...call.end, poll } } : call,
  )
}
