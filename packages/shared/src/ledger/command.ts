import type { Called, Level, PersonId, Role } from '../meeting/index.ts'
import type { AgendaItemRef, Attendee, Attending, Outcome, PollTerms, TurnKind } from './event.ts'

/** What a person asks for. Who asks, and when, is the server's to say. */
export type Command =
  | { readonly do: 'begin-meeting' }
  | { readonly do: 'end-meeting'; readonly notReached: readonly AgendaItemRef[] }
  | { readonly do: 'reopen-meeting' }
  | { readonly do: 'set-level'; readonly level: Level }
  | { readonly do: 'give-role'; readonly person: PersonId; readonly name: string; readonly role: Role | null }
  /** Where nobody is chair and the server lets everybody in, somebody has to be. */
  | { readonly do: 'take-chair' }
  // Attendance: without `attendee` it is oneself.
  | { readonly do: 'check-in'; readonly as: Attending; readonly attendee?: Attendee }
  | { readonly do: 'leave'; readonly attendee?: Attendee }
  | { readonly do: 'strike'; readonly attendee?: Attendee }
  // Note taker
  /** From somebody, after they agreed or a few seconds; or beside whoever takes notes already. */
  | { readonly do: 'take-over'; readonly from?: PersonId }
  | { readonly do: 'hand-over'; readonly to: PersonId; readonly name: string }
  | { readonly do: 'answer-handover'; readonly handover: string; readonly agree: boolean }
  | { readonly do: 'stop-taking-notes' }
  /** The rotation's proposal goes to the next; a note taker may also pass for somebody. */
  | { readonly do: 'pass'; readonly person?: PersonId }
  | { readonly do: 'exempt'; readonly exempt: boolean }
  // Agenda
  /** With those whom the minutes name as presenting it, who may come later. */
  | { readonly do: 'open-item'; readonly item: AgendaItemRef; readonly presenters?: readonly Called[] }
  | { readonly do: 'close-item'; readonly item: string; readonly as: 'done' | 'skipped' | 'deferred' }
  | { readonly do: 'extend-item'; readonly item: string; readonly minutes: number }
  // Queue
  | { readonly do: 'raise-hand'; readonly kind: TurnKind; readonly topic?: string }
  | { readonly do: 'lower-hand'; readonly turn: string }
  | { readonly do: 'call-speaker'; readonly turn: string }
  | { readonly do: 'set-queue'; readonly open: boolean }
  // Polls and consent calls
  | { readonly do: 'open-poll'; readonly terms: PollTerms }
  /** The number of an option, from 0. */
  | { readonly do: 'vote'; readonly poll: string; readonly choice: number }
  | { readonly do: 'count-room'; readonly poll: string; readonly counts: readonly number[] }
  | { readonly do: 'give-reason'; readonly poll: string; readonly text: string }
  /** The counts are told, so that an outcome can be stated. */
  | { readonly do: 'end-voting'; readonly poll: string }
  /** With the outcome; where people still vote, it ends that as well. */
  | { readonly do: 'close-poll'; readonly poll: string; readonly outcome: Outcome }
  | { readonly do: 'call-consent'; readonly block: string | null; readonly wording: string; readonly seconds: number }
  | { readonly do: 'object'; readonly consent: string }
  | { readonly do: 'withdraw-consent'; readonly consent: string }

export type CommandOf<Do extends Command['do']> = Extract<Command, { readonly do: Do }>

/** Why a command was not carried out: a code for the page, a sentence for the person. Nothing has changed. */
export interface Refusal {
  readonly code: 'forbidden' | 'malformed' | 'too-late' | 'unknown' | 'not-now' | 'storage-unavailable'
  readonly message: string
}
