import { can, type PersonId, type Role } from '../meeting/index.ts'
import type { CommandOf } from './command.ts'
import { accept, type Context, type Decision, may, NOTHING_NEW, refuse } from './decision.ts'
import type { Handover, LedgerEvent } from './event.ts'
import type { LedgerState } from './state.ts'
import { isDue, later } from './time.ts'

/** So long has whoever is asked to say no. */
const HANDOVER_SECONDS = 5

/** From somebody who takes notes, who is asked; or at once, beside whoever does, by somebody who may write anyway. */
export function takeOver({ from }: CommandOf<'take-over'>, context: Context): Decision {
  const { actor, state } = context
  if (from === undefined || from === actor.id || !takesNotes(state, from)) {
    if (takesNotes(state, actor.id)) return NOTHING_NEW
    if (!mayBegin(context.role, state)) {
      return refuse('forbidden', 'Only note takers write here: ask one of them or the chair to hand over to you.')
    }
    return accept({ type: 'note-taking-begun', person: actor.id, name: actor.name })
  }
  return ask({ from, to: actor.id, name: actor.name, asks: from }, context)
}

/** To somebody who is connected and may take notes, and who is asked. */
export function handOver({ to }: CommandOf<'hand-over'>, context: Context): Decision {
  const { actor, present, state } = context
  if (to === actor.id) return NOTHING_NEW
  if (!takesNotes(state, actor.id)) {
    return refuse('not-now', 'You are not taking notes just now: whoever does can hand over.')
  }
  if (takesNotes(state, to)) return accept({ type: 'note-taking-ended', person: actor.id })
  const receiver = present.find(({ id }) => id === to)
  if (receiver === undefined) {
    return refuse('not-now', 'They are not connected: hand over to somebody who is here, or stop taking notes.')
  }
  if (!can(receiver.role, 'take-notes', state.level)) {
    return refuse(
      'not-now',
      'They may only read here: ask the chair to give them a role, or hand over to somebody else.',
    )
  }
  return ask({ from: actor.id, to, name: receiver.name, asks: to }, context)
}

function ask(wanted: Omit<Handover, 'handover' | 'due'>, { state, now, newId }: Context): Decision {
  const pending = state.handover
  if (pending !== null && pending.from === wanted.from && pending.to === wanted.to) return NOTHING_NEW
  if (pending !== null) {
    return refuse('not-now', 'The notes are being handed over already: try again in a few seconds.')
  }
  return accept({ type: 'note-taking-asked', handover: newId(), ...wanted, due: later(now, HANDOVER_SECONDS) })
}

/** Whoever is asked says yes or no; whoever asked may think better of it. */
export function answerHandover({ handover, agree }: CommandOf<'answer-handover'>, context: Context): Decision {
  const { actor, now, state } = context
  const pending = state.handover
  const isPending = pending?.handover === handover && !isDue(pending.due, now)
  if (!isPending && agree) return NOTHING_NEW
  if (!isPending) return refuse('too-late', 'The notes have changed hands already: take over to have them back.')
  if (actor.id === pending.asks)
    return accept(...(agree && isAble(pending, context) ? handedOver(pending, state) : [declined(pending)]))
  if (actor.id === pending.from || actor.id === pending.to) {
    return agree ? refuse('forbidden', 'The other one has to agree: wait a few seconds.') : accept(declined(pending))
  }
  return refuse('forbidden', 'Only the two of them can answer this: take over notes yourself to write beside them.')
}

/** What comes about when nobody has said no. Whoever may not take notes any more, or is gone, does not get them. */
export function handoverDue({ state, now, present }: Pick<Context, 'state' | 'now' | 'present'>): LedgerEvent[] {
  const pending = state.handover
  if (pending === null || !isDue(pending.due, now)) return []
  const receiver = present.find(({ id }) => id === pending.to)
  // Where only note takers write, silence makes nobody one: it takes the word of somebody who is.
  const isGiven = pending.asks === pending.to || (receiver !== undefined && mayBegin(receiver.role, state))
  return isAble(pending, { state, present }) && isGiven ? handedOver(pending, state) : [declined(pending)]
}

/** Whoever is to take notes is still here, and still may. */
function isAble({ to }: Handover, { state, present }: Pick<Context, 'state' | 'present'>): boolean {
  const receiver = present.find(({ id }) => id === to)
  return receiver !== undefined && can(receiver.role, 'take-notes', state.level)
}

/** Taking notes does not open a level: whoever may not write at it does not begin by themselves. */
function mayBegin(role: Role | null, { level }: LedgerState): boolean {
  return can(role, 'edit', level) || can(role, 'run-agenda', level)
}

function handedOver({ handover, from, to, name }: Handover, state: LedgerState): LedgerEvent[] {
  return [
    ...(takesNotes(state, from) ? [{ type: 'note-taking-ended', person: from } as const] : []),
    { type: 'note-taking-begun', person: to, name, handover },
  ]
}

export function declined({ handover }: Handover): LedgerEvent {
  return { type: 'note-taking-declined', handover }
}

/** The last one may stop too. */
export function stopTakingNotes({ actor, state }: Context): Decision {
  return takesNotes(state, actor.id) ? accept({ type: 'note-taking-ended', person: actor.id }) : NOTHING_NEW
}

/** Oneself; or, by whoever runs the meeting, somebody else. */
export function pass({ person }: CommandOf<'pass'>, context: Context): Decision {
  const who = person ?? context.actor.id
  if (who !== context.actor.id && !may(context, 'run-agenda')) {
    return refuse('forbidden', 'Only a note taker or the chair can let this pass for others: they can pass themselves.')
  }
  return context.state.passed.has(who) ? NOTHING_NEW : accept({ type: 'note-taking-passed', person: who })
}

export function exempt({ exempt }: CommandOf<'exempt'>, { actor, state }: Context): Decision {
  if (state.exempt.has(actor.id) === exempt) return NOTHING_NEW
  return accept({ type: 'note-taking-exempted', person: actor.id, exempt })
}

export function takesNotes({ noteTakers }: LedgerState, person: PersonId): boolean {
  return noteTakers.some((one) => one.person === person)
}
