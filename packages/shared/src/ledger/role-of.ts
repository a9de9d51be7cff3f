import { type PersonId, type Role, stronger } from '../meeting/index.ts'
import type { LedgerState } from './state.ts'

/** What is known of somebody outside of the meeting's ledger. */
export interface Standing {
  /** Null for somebody who has not said a name. */
  readonly person: PersonId | null
  /** The strongest role of their grants: for this meeting, its group, or as the server's administrator. */
  readonly granted: Role | null
  /** Whether the server lets in whoever reaches it. */
  readonly isOpen: boolean
}

/**
 * What somebody is in this meeting now; null for somebody who may not even read. Where people are invited, what a ledger says of
 * them admits nobody: whose grant is revoked is out, also in the middle of taking notes.
 */
export function roleOf({ person, granted, isOpen }: Standing, state: LedgerState): Role | null {
  if (!isOpen && granted === null) return null
  const given = person === null ? undefined : state.roles.get(person)
  const invited = given ?? granted
  // Neither do notes that were begun as more keep up what has become less.
  if (invited === 'reader') return invited
  const role = invited ?? visitor(state)
  return state.noteTakers.some((one) => one.person === person) ? stronger(role, 'note-taker') : role
}

/** At `group` only those write whom the group has invited; at every other level `can` says who writes. */
function visitor({ level }: LedgerState): Role {
  return level === 'group' ? 'reader' : 'participant'
}
