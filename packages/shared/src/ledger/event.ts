import type { Called, Level, PersonId, Role } from '../meeting/index.ts'

/** Somebody as an attendance names them: by their identity, or somebody without a page, as the note taker wrote them. */
export interface Attendee {
  readonly person: PersonId | null
  readonly name: string
  readonly affiliation?: string
  readonly handle?: string
}

export type Attending = 'present' | 'late' | 'observer'

/** An agenda item of the minutes: the id of its line, or of its words where it has none; what it says; its planned minutes. */
export interface AgendaItemRef {
  readonly item: string
  readonly text: string
  readonly minutes?: number
}

/** TCQ's kinds of turn, the most urgent first (https://github.com/bterlson/tcq). */
export const TURN_KINDS = ['point-of-order', 'clarification', 'reply', 'new-topic'] as const
export type TurnKind = (typeof TURN_KINDS)[number]

/** How a poll can end. What it means is the chair's to say; nothing computes it. */
export const OUTCOMES = ['consensus', 'no-consensus', 'more-information', 'more-work', 'withdrawn', 'deferred'] as const
export type OutcomeKind = (typeof OUTCOMES)[number]

export interface Outcome {
  readonly kind: OutcomeKind
  /** In the chair's words; may be empty. */
  readonly sentence: string
}

export interface PollTerms {
  /** The block in the minutes that gets the result; null for a poll that has none. */
  readonly block: string | null
  readonly question: string
  /** Two to nine, each once. */
  readonly options: readonly string[]
  readonly shows: 'live' | 'at-close'
  /** Only counts are ever told to anybody. */
  readonly secret: boolean
  /** Whether guests may vote. */
  readonly guests: boolean
}

export interface AffiliationTally {
  readonly affiliation: string
  readonly counts: readonly number[]
}

/** Somebody wants to take over from `from`, or is asked to by them; it comes about at `due` unless somebody says no. */
export interface Handover {
  readonly handover: string
  readonly from: PersonId
  readonly to: PersonId
  readonly name: string
  /** Who of the two has to say yes or no. */
  readonly asks: PersonId
  readonly due: string
}

/** What has happened, as everybody may know it. Ids of polls, consent calls and turns are the server's. */
export type LedgerEvent =
  | { readonly type: 'meeting-begun' }
  /** With the agenda items that were not reached, in order. */
  | { readonly type: 'meeting-ended'; readonly notReached: readonly AgendaItemRef[] }
  | { readonly type: 'meeting-reopened' }
  | { readonly type: 'level-set'; readonly level: Level }
  /** Null gives back what they have from elsewhere (the group, an invitation). */
  | { readonly type: 'role-given'; readonly person: PersonId; readonly name: string; readonly role: Role | null }
  // Attendance
  | { readonly type: 'checked-in'; readonly attendee: Attendee; readonly as: Attending }
  | { readonly type: 'left'; readonly attendee: Attendee }
  /** A check-in was a mistake. */
  | { readonly type: 'struck'; readonly attendee: Attendee }
  // Note taker
  | ({ readonly type: 'note-taking-asked' } & Handover)
  | { readonly type: 'note-taking-declined'; readonly handover: string }
  | { readonly type: 'note-taking-begun'; readonly person: PersonId; readonly name: string; readonly handover?: string }
  | { readonly type: 'note-taking-ended'; readonly person: PersonId }
  /** Whom the rotation proposed, and who let it pass to the next. */
  | { readonly type: 'note-taking-passed'; readonly person: PersonId }
  | { readonly type: 'note-taking-exempted'; readonly person: PersonId; readonly exempt: boolean }
  // Agenda
  | { readonly type: 'item-opened'; readonly item: AgendaItemRef; readonly presenters?: readonly Called[] }
  | { readonly type: 'item-closed'; readonly item: string; readonly as: 'done' | 'skipped' | 'deferred' }
  | { readonly type: 'item-extended'; readonly item: string; readonly minutes: number }
  // Queue
  | {
      readonly type: 'hand-raised'
      readonly turn: string
      readonly person: PersonId
      readonly name: string
      readonly kind: TurnKind
      readonly topic?: string
    }
  | { readonly type: 'hand-lowered'; readonly turn: string }
  | { readonly type: 'speaker-called'; readonly turn: string }
  | { readonly type: 'queue-set'; readonly open: boolean }
  // Polls
  | { readonly type: 'poll-opened'; readonly poll: string; readonly terms: PollTerms; readonly consent?: string }
  /**
   * That somebody voted, or changed their vote, and never what: the choice is the server's alone, and `seal` binds it (SHA-256 of
   * choice and salt).
   */
  | {
      readonly type: 'ballot-cast'
      readonly poll: string
      readonly person: PersonId
      readonly name: string
      readonly seal: string
    }
  /** Ballots and what was counted in the room, of a poll that shows its counts live; see `live-count.ts`. */
  | { readonly type: 'ballots-counted'; readonly poll: string; readonly tally: readonly number[] }
  /** Counted by hand among those who have no page; takes the place of what was counted before. */
  | { readonly type: 'room-counted'; readonly poll: string; readonly counts: readonly number[] }
  /** Somebody against it wants their reason in the minutes; of a secret poll without a name. */
  | { readonly type: 'reason-given'; readonly poll: string; readonly name: string | null; readonly text: string }
  /** Nobody votes any more; what it means is still to be said. */
  | {
      readonly type: 'voting-ended'
      readonly poll: string
      /** Ballots and what was counted in the room, one number for each option. */
      readonly tally: readonly number[]
      /** Who was there and might have voted, and did not; null for a secret poll. */
      readonly silent: readonly string[] | null
      /** Not for a secret poll. */
      readonly affiliations: readonly AffiliationTally[] | null
    }
  | { readonly type: 'poll-closed'; readonly poll: string; readonly outcome: Outcome }
  // Consent calls
  | {
      readonly type: 'consent-called'
      readonly consent: string
      readonly block: string | null
      readonly wording: string
      /** When silence becomes consent. */
      readonly due: string
    }
  /** A `poll-opened` with this consent call's id follows at once. */
  | { readonly type: 'consent-objected'; readonly consent: string; readonly person: PersonId; readonly name: string }
  /** Nobody objected; so many were there. */
  | { readonly type: 'consent-recorded'; readonly consent: string; readonly present: number }
  | { readonly type: 'consent-withdrawn'; readonly consent: string }

export type EventType = LedgerEvent['type']
export type EventOf<Type extends EventType> = Extract<LedgerEvent, { readonly type: Type }>
