import type { Called, Level, PersonId, Role } from '../meeting/index.ts'
import type {
  AffiliationTally,
  AgendaItemRef,
  Attendee,
  Attending,
  Handover,
  Outcome,
  PollTerms,
  TurnKind,
} from './event.ts'

/** What a meeting's ledger says, folded up: the same on the server and in every browser. Times are ISO 8601 in UTC. */
export interface LedgerState {
  /** Of the last entry; 0 where there is none. */
  readonly sequence: number
  readonly phase: Phase
  readonly level: Level
  /** Roles that were given in this meeting; they go before those that somebody has from elsewhere. */
  readonly roles: ReadonlyMap<PersonId, Role>
  /** One for each person, in the order in which they came. */
  readonly attendance: readonly Attendance[]
  /** Who has done something here as a guest, whose name is only what they typed. */
  readonly guests: ReadonlySet<PersonId>
  readonly noteTakers: readonly NoteTaker[]
  /** Every turn of note taking, also the ended ones, in order. */
  readonly noteTaking: readonly NoteTaking[]
  readonly handover: Handover | null
  /** Let the rotation's proposal pass in this meeting. */
  readonly passed: ReadonlySet<PersonId>
  readonly exempt: ReadonlySet<PersonId>
  readonly agenda: readonly AgendaProgress[]
  readonly queue: Queue
  readonly polls: readonly Poll[]
  readonly consents: readonly ConsentCall[]
}

export type Phase =
  | { readonly phase: 'before' }
  | { readonly phase: 'running'; readonly since: string }
  | {
      readonly phase: 'ended'
      readonly since: string
      readonly notReached: readonly AgendaItemRef[]
      /** What comes back when the meeting is opened again. */
      readonly before: { readonly level: Level; readonly since: string | null }
    }

export interface Attendance {
  readonly attendee: Attendee
  readonly as: Attending
  readonly since: string
  readonly left: string | null
}

export interface NoteTaker {
  readonly person: PersonId
  readonly name: string
  readonly since: string
}

export interface NoteTaking extends NoteTaker {
  readonly until: string | null
}

/** An agenda item that was opened or closed; its text is empty where it was closed without ever having been opened. */
export interface AgendaProgress extends AgendaItemRef {
  readonly state: 'open' | 'done' | 'skipped' | 'deferred'
  /** When it was opened last; null while it is not open. */
  readonly since: string | null
  /** Milliseconds before that. */
  readonly spent: number
  /** Minutes beyond the planned ones. */
  readonly extended: number
  /** Whom the minutes named as presenting it when it was opened, whether they were here or not. */
  readonly presenters: readonly Called[]
}

export interface Turn {
  readonly turn: string
  readonly person: PersonId
  readonly name: string
  readonly kind: TurnKind
  readonly topic?: string
  readonly since: string
}

export interface Queue {
  readonly isOpen: boolean
  /** In the order in which they will be called: by kind, and in a kind by time. */
  readonly turns: readonly Turn[]
  readonly speaking: Turn | null
}

export interface Reason {
  readonly name: string | null
  readonly text: string
}

export interface Poll {
  readonly poll: string
  readonly terms: PollTerms
  readonly since: string
  /** The consent call that it came from. */
  readonly consent: string | null
  /** Who has voted; by a secret poll too, as only the choices are secret. */
  readonly voted: ReadonlyMap<PersonId, string>
  /** The count that may be shown; null while it is hidden. Ballots and room together. */
  readonly tally: readonly number[] | null
  /** Whose ballots have come, or changed, since that was counted. */
  readonly uncounted: ReadonlySet<PersonId>
  readonly room: readonly number[] | null
  readonly reasons: readonly Reason[]
  /** Null while people vote. */
  readonly count: PollCount | null
  /** Null until the outcome is stated; until then the poll is open. */
  readonly result: PollResult | null
}

/** How people voted. */
export interface PollCount {
  readonly tally: readonly number[]
  readonly silent: readonly string[] | null
  readonly affiliations: readonly AffiliationTally[] | null
}

export interface PollResult extends PollCount {
  readonly at: string
  readonly by: string
  readonly outcome: Outcome
}

export interface ConsentCall {
  readonly consent: string
  readonly block: string | null
  readonly wording: string
  readonly by: string
  readonly caller: PersonId | null
  readonly since: string
  readonly due: string
  readonly end: ConsentEnd | null
}

export type ConsentEnd =
  | { readonly end: 'consent'; readonly present: number; readonly at: string }
  | { readonly end: 'objection'; readonly name: string; readonly poll: string | null; readonly at: string }
  | { readonly end: 'withdrawn'; readonly at: string }

export const NOTHING_YET: LedgerState = {
  sequence: 0,
  phase: { phase: 'before' },
  level: 'open-floor',
  roles: new Map(),
  attendance: [],
  guests: new Set(),
  noteTakers: [],
  noteTaking: [],
  handover: null,
  passed: new Set(),
  exempt: new Set(),
  agenda: [],
  queue: { isOpen: true, turns: [], speaking: null },
  polls: [],
  consents: [],
}
