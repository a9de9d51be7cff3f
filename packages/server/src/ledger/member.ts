import { roleOf, type LedgerState } from '@plenary/shared/ledger'
import type { Person, Role } from '@plenary/shared/meeting'

/** Somebody at the other end of a connection, as far as it matters to this meeting. */
export interface Member {
  /** Null for somebody who has not said a name. */
  readonly person: Person | null
  /** The strongest role that they have from elsewhere: for this meeting, its group, or the whole server. */
  readonly granted: Role | null
}

export const NOBODY: Member = { person: null, granted: null }

/** What somebody is in a meeting with this ledger; `isOpen`: whether the server lets in whoever reaches it. */
export function roleIn(state: LedgerState, { person, granted }: Member, isOpen: boolean): Role | null {
  return roleOf({ person: person?.id ?? null, granted, isOpen }, state)
}
