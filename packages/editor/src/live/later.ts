import type { LedgerState } from '@plenary/shared/ledger'

/** That of two states of one record which knows more. */
export function later(one: LedgerState, other: LedgerState): LedgerState {
  return one.sequence < other.sequence ? other : one
}
