import type { Carrier, Written } from '../block.ts'
import type { Span } from '../path.ts'

export interface AgendaItem {
  /** Without timebox and presenter; links by their text. */
  readonly text: string
  /** All of the item's own line. */
  readonly at: Span
  /** The planned minutes, from `(10 minutes)`, `[5m]` and their like. */
  readonly minutes?: Written<number>
  readonly presenter?: Written<string>
  readonly items: readonly AgendaItem[]
}

/** What the meeting is to talk about: a list, or a section whose headings and items are the topics. */
export interface Agenda {
  readonly kind: 'agenda'
  readonly carrier: Carrier
  readonly form: 'list' | 'section'
  readonly items: readonly AgendaItem[]
}
