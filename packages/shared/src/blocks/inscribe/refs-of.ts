import type { AgendaItemRef } from '../../ledger/index.ts'
import type { Agenda, AgendaItem } from '../agenda/agenda.ts'
import { idOfWords, numbered } from '../ids.ts'
import type { Span } from '../path.ts'

/** An item of the agenda as the record refers to it, with what a page shows of it. */
export interface AgendaRef extends AgendaItemRef {
  /** 0 for those that are in no other. */
  readonly depth: number
  /** It holds others, which follow it. */
  readonly isGroup: boolean
  readonly presenter?: string
  /** Its words in the minutes. */
  readonly at: Span
}

/** The items of agendas that were read already; see `agendaRefs`. */
export function refsOf(agendas: readonly Agenda[]): readonly AgendaRef[] {
  const found = agendas.flatMap(({ items }) => deep(items, 0))
  const ids = numbered(found.map(({ item }) => item.id ?? idOfWords('agenda', item.text)))
  return found.map(({ item: { text, minutes, presenter, items, at }, depth }, index) => ({
    item: ids[index]!,
    text,
    ...(minutes === undefined ? {} : { minutes: minutes.value }),
    depth,
    isGroup: items.length > 0,
    ...(presenter === undefined ? {} : { presenter: presenter.value }),
    at,
  }))
}

function deep(items: readonly AgendaItem[], depth: number): { readonly item: AgendaItem; readonly depth: number }[] {
  return items.flatMap((item) => [{ item, depth }, ...deep(item.items, depth + 1)])
}
