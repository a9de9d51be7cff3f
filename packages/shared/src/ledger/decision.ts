import { type Action, can, type Person, type PersonId, type Role } from '../meeting/index.ts'
import type { Refusal } from './command.ts'
import type { LedgerEvent } from './event.ts'
import type { LedgerState } from './state.ts'

/** Somebody with an identity who is connected now. */
export interface Present extends Person {
  readonly role: Role | null
}

/** What somebody voted: kept by the server beside its entry and told to nobody but them. */
export interface Ballot {
  readonly poll: string
  readonly person: PersonId
  /** The number of an option, from 0. */
  readonly choice: number
  /** As it was when they voted. */
  readonly affiliation: string | null
}

/** Why somebody is against what a secret poll asks: kept by the server until the poll is closed, and told to nobody before. */
export interface SecretReason {
  readonly poll: string
  readonly person: PersonId
  readonly text: string
}

/** What a decision is made from. What is due has been recorded before (see `due`). */
export interface Context {
  readonly state: LedgerState
  readonly actor: Person
  /** Of the actor; see `roleOf`. */
  readonly role: Role | null
  /** The server's clock, ISO 8601 in UTC. */
  readonly now: string
  readonly newId: () => string
  readonly present: readonly Present[]
  /** Of a poll, as they are stored now. */
  readonly ballots: (poll: string) => ReadonlyMap<PersonId, Ballot>
  /** Of a secret poll, as they are stored now. */
  readonly reasons: (poll: string) => ReadonlyMap<PersonId, string>
  /** What binds a choice without telling it. */
  readonly seal: (choice: number) => string
  /** Whom their grants make chair of this meeting, whatever its ledger says. */
  readonly chairs: readonly PersonId[]
  /** Whether whoever reaches the server is let in. */
  readonly isOpen: boolean
}

export type Decision =
  | {
      readonly accepted: true
      /** In order; none where nothing changes, as when somebody asks twice. */
      readonly events: readonly LedgerEvent[]
      /** To be stored with the entries, and not in them; takes the place of what this person voted before. */
      readonly ballot?: Ballot
      /** To be stored apart from the ledger, in which nothing says so. */
      readonly reason?: SecretReason
    }
  | { readonly accepted: false; readonly refusal: Refusal }

export function accept(...events: readonly LedgerEvent[]): Decision {
  return { accepted: true, events }
}

/** It is so already. */
export const NOTHING_NEW: Decision = accept()

export function refuse(code: Refusal['code'], message: string): Decision {
  return { accepted: false, refusal: { code, message } }
}

export function may({ role, state }: Pick<Context, 'role' | 'state'>, action: Action): boolean {
  return can(role, action, state.level)
}
