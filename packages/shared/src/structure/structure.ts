import type { Presence } from '../blocks/index.ts'

/**
 * A meeting as data: what its minutes say, for programs. `meeting.schema.json` beside this file describes the same for people
 * and programs elsewhere. What the minutes do not say is left out; lists may be empty. A `line` is one of the Markdown file,
 * counted from 1.
 */
export interface Structure {
  readonly id: string
  readonly title: string
  /** An ISO date; null where the minutes name no day. */
  readonly date: string | null
  readonly time?: string
  readonly timeZone?: string
  readonly location?: string
  readonly group?: string
  readonly tags: readonly string[]
  /** By the names under which they are listed, where that is certain; else as written. */
  readonly noteTakers: readonly string[]
  readonly attendees: readonly AttendeeData[]
  readonly agenda: readonly AgendaItemData[]
  readonly actions: readonly ActionData[]
  readonly decisions: readonly DecisionData[]
  readonly polls: readonly PollData[]
  /** Who spoke most comes first; among equals who spoke first. */
  readonly speakers: readonly SpeakerData[]
}

export interface AttendeeData {
  readonly name: string
  readonly initials?: string
  readonly handle?: string
  readonly affiliation?: string
  readonly state: Presence
}

export interface AgendaItemData {
  readonly text: string
  readonly minutes?: number
  readonly presenter?: string
  readonly items: readonly AgendaItemData[]
}

/** Things that can be referred to have an id, which stays theirs while the text around them changes. */
interface Referable {
  readonly id: string
  readonly line: number
}

export interface ActionData extends Referable {
  readonly text: string
  /** As written, without `@`; `all` for everybody. */
  readonly owners: readonly string[]
  /** An ISO date. */
  readonly due?: string
  readonly done: boolean
}

export interface DecisionData extends Referable {
  readonly text: string
}

export interface PollData extends Referable {
  readonly question: string
  /** `count` is null where nobody has entered it. */
  readonly options: readonly { readonly label: string; readonly count: number | null }[]
  readonly abstain?: number
  readonly outcome?: string
}

export interface SpeakerData {
  readonly name: string
  readonly turns: number
}
