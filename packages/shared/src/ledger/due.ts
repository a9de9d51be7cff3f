import { consentDue, running } from './consent.ts'
import type { Context } from './decision.ts'
import type { LedgerEvent } from './event.ts'
import { declined, handoverDue } from './note-taking.ts'
import type { LedgerState } from './state.ts'
import { isDue } from './time.ts'

/** What has come about with time. The server records it, as `SERVER`, before it decides anything that was asked later. */
export function due(context: Pick<Context, 'state' | 'now' | 'present'>): readonly LedgerEvent[] {
  return [...consentDue(context), ...handoverDue(context)]
}

/** When `due` will next have something to record; null while nothing is pending. */
export function nextDue(state: LedgerState): string | null {
  const times = [...running(state), ...(state.handover === null ? [] : [state.handover])].map((one) => one.due)
  return times.reduce<string | null>((first, time) => (first !== null && isDue(first, time) ? first : time), null)
}

/**
 * What became due while no server was there to hear an objection or a no, to be recorded in place of `due` when one starts:
 * a silence in which nobody could speak is no consent.
 */
export function lapsed({ state, now }: Pick<Context, 'state' | 'now'>): readonly LedgerEvent[] {
  const calls = running(state).filter(({ due }) => isDue(due, now))
  return [
    ...calls.map(({ consent }): LedgerEvent => ({ type: 'consent-withdrawn', consent })),
    ...(state.handover !== null && isDue(state.handover.due, now) ? [declined(state.handover)] : []),
  ]
}
