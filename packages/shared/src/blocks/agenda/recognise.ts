import type { Carrier } from '../block.ts'
import type { Context } from '../context.ts'
import { type Passage, passageOf } from '../people/passage.ts'
import type { Block, Line, View } from '../reading/index.ts'
import { prefixOf } from '../speaker/prefix.ts'
import { type Voices, voicesOf } from '../speaker/voices.ts'
import type { Agenda, AgendaItem } from './agenda.ts'
import { type Entry, entriesOf, passageIn } from './entries.ts'
import { ItemReader, LEVELS } from './items.ts'
import { agendaPlaces, isLabel, type Part, type Place } from './place.ts'
import { isHousekeeping, isPlaceholder } from './placeholder.ts'
import { isRemark } from './remark.ts'
import { isNotesTitle } from './title.ts'

/** The agenda of this meeting; several where it stands in parts. One without items is a place that waits for them. */
export function recogniseAgendas({ view, roster, claims }: Context): readonly Agenda[] {
  const voices = voicesOf(view, roster)
  const taken: Line[] = []
  const agendas = agendaPlaces(view, roster, voices).flatMap((place) =>
    new Reading(view, voices, taken, place).agendas(),
  )
  claims.take(taken)
  const filled = agendas.filter((agenda) => agenda.items.length > 0 || agenda.carrier.isSaid)
  return filled.length > 0 ? filled : agendas.slice(0, 1)
}

/** From this share on, what is nested in the items is notes. */
const NOTES = 0.3

/** So many lines of people who speak are a talk. */
const TALK = 6

class Reading {
  readonly #view: View
  readonly #items: ItemReader
  readonly #place: Place

  constructor(view: View, voices: Voices, taken: Line[], place: Place) {
    this.#view = view
    this.#place = place
    this.#items = new ItemReader(
      voices,
      taken,
      place.parts.flatMap((part) => this.#entries(part)),
    )
  }

  agendas(): Agenda[] {
    const { parts, index, isSaid } = this.#place
    const blocks = this.#view.blocks
    if (parts.length === 0)
      return [{ kind: 'agenda', carrier: carrierOf(blocks[index]!, isSaid), form: 'list', items: [] }]
    if (parts.some(({ kind }) => kind === 'heading')) {
      const items = this.#section(parts, this.#isTalkBelowHeadings())
      return [{ kind: 'agenda', carrier: carrierOf(blocks[index]!, isSaid), form: 'section', items }]
    }
    const lists = new Map(parts.map((part) => [part, this.#entries(part)]))
    adopt(lists)
    const hasNotes = this.#hasNotes([...lists.values()].flat())
    return [...lists].flatMap(([part, entries]): Agenda[] => {
      const block = blocks[part.index]!
      const isTable = part.kind === 'table'
      if (this.#isTalk(entries)) return []
      const items = isTable ? this.#items.table(block) : this.#items.list(entries, hasNotes)
      return [{ kind: 'agenda', carrier: carrierOf(block, isSaid), form: isTable ? 'table' : 'list', items }]
    })
  }

  /** Headings with what is right below them; a list before the first heading counts like headings. */
  #section(parts: readonly Part[], isTalk: boolean, depth = 0): AgendaItem[] {
    const items: AgendaItem[] = []
    for (let at = 0; at < parts.length; at++) {
      const part = parts[at]!
      const block = this.#view.blocks[part.index]!
      if (part.kind !== 'heading') {
        items.push(...this.#listInSection(part, isTalk, depth))
        continue
      }
      const end = parts.findIndex((other, index) => index > at && other.kind === 'heading' && other.level <= part.level)
      const inner = parts.slice(at + 1, end < 0 ? parts.length : end)
      const nested = depth + 1 < LEVELS ? this.#section(inner, isTalk, depth + 1) : []
      items.push(this.#items.item(block.lines, passageOf(block.lines), nested))
      at += inner.length
    }
    return items
  }

  /** Below a heading the items are topics, and what is nested in them is notes. */
  #listInSection(part: Part, isTalk: boolean, depth: number): AgendaItem[] {
    if (part.kind === 'table') return this.#items.table(this.#view.blocks[part.index]!)
    const entries = this.#entries(part)
    if (depth === 0) return this.#items.list(entries, this.#hasNotes(entries))
    return isTalk
      ? []
      : this.#items.list(
          entries.map((entry) => ({ ...entry, nested: [] })),
          false,
          depth,
        )
  }

  #entries({ kind, index }: Part): readonly Entry[] {
    return kind === 'list' ? entriesOf(this.#view, index) : []
  }

  #isTalkBelowHeadings(): boolean {
    const { title, parts } = this.#place
    const first = parts.findIndex(({ kind }) => kind === 'heading')
    return title === 'agenda and notes' || this.#isTalk(parts.slice(first).flatMap((part) => this.#entries(part)))
  }

  /** People who speak by turns, and not one topic each. */
  #isTalk(entries: readonly Entry[]): boolean {
    const said = entries.filter((entry) => this.#items.isSaid(entry))
    const names = new Set(said.map(({ lines }) => prefixOf(lines[0]!)?.names[0]?.text))
    return said.length >= TALK && said.length * 2 > entries.length && names.size * 2 <= said.length
  }

  /** Whether notes are written into the items: much of what is nested is prose, and no section of notes follows. */
  #hasNotes(entries: readonly Entry[]): boolean {
    if (this.#place.title === 'agenda and notes') return true
    const nested = entries.flatMap((entry) => below(entry.nested, entry.lines[0]?.text ?? ''))
    const remarks = nested.filter(
      ({ entry, passage, parent, depth }) =>
        depth >= LEVELS || this.#items.isSaid(entry) || isRemark(entry, passage, parent),
    )
    return remarks.length > 1 && remarks.length >= nested.length * NOTES && !this.#hasNotesBehind()
  }

  #hasNotesBehind(): boolean {
    const end = this.#place.parts.at(-1)!.index
    return this.#view.blocks.some(
      ({ node, lines: [line] }, index) =>
        index > end && line !== undefined && isNotesTitle(line.text) && (node.type === 'heading' || isLabel(line)),
    )
  }
}

/**
 * Bullets that were to be nested but are indented too little are a list of their own between two numbered ones; they belong to
 * the item above.
 */
function adopt(lists: Map<Part, readonly Entry[]>): void {
  const all = [...lists].map(([part, entries]) => ({ part, entries, isNumbered: entries[0]?.item.isOrdered ?? false }))
  const isBetween = all.some(
    ({ isNumbered }, at) => !isNumbered && all[at - 1]?.isNumbered === true && all[at + 1]?.isNumbered === true,
  )
  if (!isBetween) return
  all.forEach(({ part, entries, isNumbered }, at) => {
    const above = all[at - 1]
    const last = above?.isNumbered === true && !isNumbered ? above.entries.at(-1) : undefined
    if (above === undefined || last === undefined) return
    const adopting = { ...last, nested: [...last.nested, ...entries] }
    lists.set(above.part, [...above.entries.slice(0, -1), adopting])
    lists.delete(part)
  })
}

interface Below {
  readonly entry: Entry
  readonly passage: Passage
  readonly parent: string
  readonly depth: number
}

/** What is nested, at any depth, and says something. */
function below(entries: readonly Entry[], parent: string, depth = 1): Below[] {
  return entries.flatMap((entry) => {
    const passage = passageIn(entry)
    if (passage === null) return below(entry.nested, parent, depth)
    if (isPlaceholder(passage) || isHousekeeping(passage)) return []
    return [{ entry, passage, parent, depth }, ...below(entry.nested, passage.text, depth + 1)]
  })
}

function carrierOf({ path, id }: Block, isSaid: boolean): Carrier {
  return { path, row: 0, id, isSaid }
}
