import type { PersonId, PersonKind } from '../meeting/index.ts'
import type { LedgerEvent } from './event.ts'

/** Who did it; the server itself, where something came about with time. */
export interface Actor {
  readonly id: PersonId | null
  readonly kind: PersonKind | 'server'
  readonly name: string
}

export const SERVER: Actor = { id: null, kind: 'server', name: 'Plenary' }

/** One line of a meeting's ledger. It is never changed, and the next one holds its hash. */
export interface Entry {
  /** From 1, without holes. */
  readonly sequence: number
  /** The server's clock, ISO 8601 in UTC with milliseconds; never earlier than that of the entry before. */
  readonly time: string
  readonly actor: Actor
  /** The command that brought it about, as its sender named it, so that a retry is harmless; several entries may share one. */
  readonly command: string
  readonly event: LedgerEvent
  /** Hash of the entry before, in hexadecimal; of the first one the meeting's id, hashed. */
  readonly previous: string
  /** SHA-256 of everything above, see `server/ledger/chain.ts`. */
  readonly hash: string
}
