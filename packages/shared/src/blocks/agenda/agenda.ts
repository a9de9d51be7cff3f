import type { Carrier, Written } from '../block.ts'
import type { Span } from '../path.ts'

export interface AgendaItem {
  /** What is stored on the node of its words; a row of a table has none. */
  readonly id?: string
  /** Without timebox and presenter; links by their text. */
  readonly text: string
  /** All of the item's own words: a line, or several where they are wrapped. In a table the cell of the topic. */
  readonly at: Span
  /** The planned minutes, from `(10 minutes)`, `[5m]` and their like. The place is that of the number with its unit. */
  readonly minutes?: Written<number>
  /** Without `@`; several as they stand there: `hober, alice`. */
  readonly presenter?: Written<string>
  readonly items: readonly AgendaItem[]
}

/**
 * What the meeting is to talk about: a list; a section whose headings are the topics, with the items right below them; a
 * table with a column for the topics; a paragraph with a topic on each line; or a paragraph for each topic, with a list of
 * what is nested in it right below.
 */
export interface Agenda {
  readonly kind: 'agenda'
  /** The list, the table, the paragraph, or the heading of the section; for paragraphs what announces them. What announces it while it has neither list nor items. */
  readonly carrier: Carrier
  readonly form: 'list' | 'section' | 'table' | 'lines' | 'paragraphs'
  readonly items: readonly AgendaItem[]
}
