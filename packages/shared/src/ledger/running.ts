import { done, openOf } from './agenda.ts'
import type { CommandOf } from './command.ts'
import { accept, type Context, type Decision, NOTHING_NEW, refuse } from './decision.ts'
import type { EventOf, LedgerEvent } from './event.ts'
import { noteTakingPaused, noteTakingResumed } from './note-taking-after.ts'
import { declined } from './note-taking.ts'
import type { LedgerState } from './state.ts'

export function begin({ state }: Context): Decision {
  return state.phase.phase === 'before' ? accept({ type: 'meeting-begun' }) : NOTHING_NEW
}

/** Nothing may be left open behind an end: what is asked of everybody has to be answered, the rest closes by itself. */
export function end({ notReached }: CommandOf<'end-meeting'>, { state }: Context): Decision {
  if (state.phase.phase === 'ended') return NOTHING_NEW
  if (state.polls.some(({ result }) => result === null)) {
    return refuse('not-now', 'A poll is open: close it and state its outcome, then end the meeting.')
  }
  if (state.consents.some((call) => call.end === null)) {
    return refuse('not-now', 'A consent call is running: wait until it is over or withdraw it, then end the meeting.')
  }
  const open = openOf(state.agenda)
  const closing: readonly LedgerEvent[] = [
    ...(open === undefined ? [] : [done(open)]),
    ...(state.handover === null ? [] : [declined(state.handover)]),
  ]
  return accept(...closing, { type: 'meeting-ended', notReached })
}

export function reopen({ state }: Context): Decision {
  return state.phase.phase === 'ended' ? accept({ type: 'meeting-reopened' }) : NOTHING_NEW
}

export function setLevel({ level }: CommandOf<'set-level'>, { state }: Context): Decision {
  return state.level === level ? NOTHING_NEW : accept({ type: 'level-set', level })
}

export function phaseAfter(
  state: LedgerState,
  event: EventOf<'meeting-begun' | 'meeting-ended' | 'meeting-reopened' | 'level-set'>,
  time: string,
): LedgerState {
  switch (event.type) {
    case 'meeting-begun':
      return { ...state, phase: { phase: 'running', since: time } }
    case 'meeting-ended': {
      const before = { level: state.level, since: state.phase.phase === 'running' ? state.phase.since : null }
      return {
        ...noteTakingPaused(state, time),
        phase: { phase: 'ended', since: time, notReached: event.notReached, before },
        level: 'frozen',
        queue: { ...state.queue, turns: [], speaking: null },
      }
    }
    case 'meeting-reopened': {
      if (state.phase.phase !== 'ended') return state
      const { before } = state.phase
      return {
        ...noteTakingResumed(state, time),
        phase: { phase: 'running', since: before.since ?? time },
        // A level that was set since the end was meant to hold.
        level: state.level === 'frozen' ? before.level : state.level,
      }
    }
    case 'level-set':
      return { ...state, level: event.level }
  }
}
