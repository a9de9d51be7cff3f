import type { Carrier } from '../block.ts'
import type { Context } from '../context.ts'
import { passageOf } from '../people/passage.ts'
import { type Block, keyOf, type Line, type View } from '../reading/index.ts'
import { speakingIn, type Voices } from '../speaker/voices.ts'
import { adopted } from './adopt.ts'
import type { Agenda, AgendaItem } from './agenda.ts'
import { entriesOf, type Entry } from './entries.ts'
import { ItemReader, LEVELS, timeboxOf } from './items.ts'
import { isLike } from './notes-behind.ts'
import { agendaPlaces, type Place } from './place.ts'
import { beforeRestart } from './restart.ts'
import type { Part } from './section.ts'
import { flat } from './spelling.ts'
import { areNotes, holdNotes, isTalk, topicsBelow, withoutTail } from './talk.ts'
import { isLabel, isNotesTitle } from './title.ts'

/** So many topics tell that minutes only go through the agenda and say it again, topic by topic. */
const SAME = 3

/** The agenda of this meeting; several where it stands in parts. One without items is a place that waits for them. */
export function recogniseAgendas({ view, roster, claims }: Context): readonly Agenda[] {
  const { voices } = speakingIn(view, roster)
  const taken: Line[] = []
  const places = agendaPlaces(view, roster, voices)
  const seen = new Set<string>()
  const agendas = places.flatMap((place) => {
    const own: Line[] = []
    const found = new Reading(view, voices, own, place).agendas()
    const topics = found.flatMap(({ items }) => flat(items)).map(({ text }) => keyOf(text))
    if (!place.isSaid && (isAgain(topics, 1, seen) || isAgain(headingsIn(found), MOST, seen))) return []
    for (const topic of topics) seen.add(topic)
    taken.push(...own)
    return found
  })
  claims.take(taken)
  const filled = agendas.filter(({ items, carrier }) => items.length > 0 || carrier.isSaid)
  return filled.length > 0 ? filled : agendas.slice(0, 1)
}

/** This share of the headings of the notes is of the agenda; the others are of what came up later. */
const MOST = 2 / 3

/** Whether several topics, or this share of them, are among those that the agenda before has. */
function isAgain(topics: readonly string[], share: number, seen: ReadonlySet<string>): boolean {
  const again = topics.filter((topic) => seen.has(topic) || [...seen].some((before) => isLike(before, topic)))
  return topics.length >= SAME && again.length >= topics.length * share
}

/** The topics that are headings, with the notes below them. */
function headingsIn(agendas: readonly Agenda[]): readonly string[] {
  return agendas.flatMap(({ form, items }) => (form === 'section' ? items.map(({ text }) => keyOf(text)) : []))
}

/** Reads what stands in one place. */
class Reading {
  readonly #view: View
  readonly #place: Place
  /** By the index of their list. */
  readonly #entries: ReadonlyMap<number, readonly Entry[]>
  readonly #items: ItemReader

  constructor(view: View, voices: Voices, taken: Line[], place: Place) {
    this.#view = view
    this.#place = place
    const lists = place.parts.flatMap((part) => {
      if (part.kind === 'paragraph') return part.list ?? []
      return part.kind === 'list' ? part.index : []
    })
    const own = lists.map((index) => beforeRestart(view, index, entriesOf(view, index)))
    const entries = place.parts.some(({ kind }) => kind === 'paragraph') ? own : adopted(own)
    this.#entries = new Map(lists.map((index, at) => [index, entries[at]!]))
    this.#items = new ItemReader(voices, taken, entries.flat(), place.title === 'topics')
  }

  agendas(): Agenda[] {
    const { parts, index } = this.#place
    if (parts.length === 0) return [this.#agenda(index, 'list', [])]
    const first = parts.findIndex(({ kind }) => kind === 'heading')
    if (first >= 0) {
      // Topics with headings of their own are what was talked about, and so is all that stands below them.
      const below = this.#all(parts.slice(first))
      const isBelowTalk = this.#place.title !== 'agenda' || isTalk(below, this.#items) || areNotes(below, this.#items)
      return [this.#agenda(index, 'section', this.#section(parts, isBelowTalk))]
    }
    if (parts.some(({ kind }) => kind === 'paragraph')) return [this.#agenda(index, 'paragraphs', this.#paragraphs())]
    const hasNotes = this.#hasNotes(this.#all(parts))
    return parts.flatMap((part): Agenda[] => {
      if (part.kind === 'heading' || part.kind === 'paragraph') return []
      if (part.kind === 'lines') return [this.#agenda(part.index, 'lines', this.#lines(part))]
      if (part.kind === 'table') return [this.#agenda(part.index, 'table', this.#items.table(this.#block(part)))]
      const entries = this.#entries.get(part.index)!
      if (isTalk(entries, this.#items)) return []
      const topics = withoutTail(entries, this.#items)
      return [this.#agenda(part.index, 'list', this.#items.list(topics, hasNotes))]
    })
  }

  #paragraphs(): AgendaItem[] {
    return this.#place.parts.flatMap((part) => (part.kind === 'paragraph' ? this.#paragraph(part) : []))
  }

  #paragraph(part: Extract<Part, { kind: 'paragraph' }>): AgendaItem {
    const { lines } = this.#block(part)
    const passage = passageOf(lines)
    const entries = part.list === null ? [] : this.#entries.get(part.list)!
    return this.#items.item(lines, passage, this.#items.below(entries, passage))
  }

  #lines(part: Extract<Part, { kind: 'lines' }>): AgendaItem[] {
    const { lines } = this.#block(part)
    return lines.slice(part.from).map((line) => this.#items.item([line], passageOf([line]), []))
  }

  /** Headings with what is right below them; a list before the first heading counts like headings. */
  #section(parts: readonly Part[], isBelowTalk: boolean, depth = 0, heading = ''): AgendaItem[] {
    const items: AgendaItem[] = []
    for (let at = 0; at < parts.length; at++) {
      const part = parts[at]!
      if (part.kind !== 'heading') {
        items.push(...this.#partOfSection(part, isBelowTalk, depth, heading))
        continue
      }
      const end = parts.findIndex((other, index) => index > at && other.kind === 'heading' && other.level <= part.level)
      const inner = parts.slice(at + 1, end < 0 ? parts.length : end)
      const { lines } = this.#block(part)
      const nested = depth + 1 < LEVELS ? this.#section(inner, isBelowTalk, depth + 1, lines[0]!.text) : []
      items.push(this.#items.item(lines, passageOf(lines), nested))
      at += inner.length
    }
    return items
  }

  /** Below a heading the items are topics, and what is nested in them is notes. */
  #partOfSection(part: Part, isBelowTalk: boolean, depth: number, heading: string): AgendaItem[] {
    if (part.kind === 'table') return this.#items.table(this.#block(part))
    if (part.kind === 'paragraph') return [this.#paragraph(part)]
    const entries = this.#entries.get(part.index)!
    if (depth === 0) return this.#items.list(entries, this.#hasNotes(entries))
    if (isBelowTalk) return []
    const bare = topicsBelow(heading, entries, depth > 1).map((entry) => ({
      ...entry,
      nested: entry.nested.filter((each) => timeboxOf(each) !== null),
    }))
    return this.#items.list(bare, false, depth)
  }

  /** Notes are written into the items, and no section of notes follows. */
  #hasNotes(entries: readonly Entry[]): boolean {
    if (this.#place.title === 'agenda and notes') return true
    if (!holdNotes(entries, this.#items)) return false
    const end = this.#place.parts.at(-1)!.index
    const isNotes = ({ node, lines: [line] }: Block): boolean =>
      line !== undefined && (node.type === 'heading' || isLabel(line)) && isNotesTitle(line.text)
    return !this.#view.blocks.slice(end + 1).some(isNotes)
  }

  #all(parts: readonly Part[]): readonly Entry[] {
    return parts.flatMap(({ index }) => this.#entries.get(index) ?? [])
  }

  #block({ index }: Part): Block {
    return this.#view.blocks[index]!
  }

  #agenda(index: number, form: Agenda['form'], items: readonly AgendaItem[]): Agenda {
    const { path, id } = this.#view.blocks[index]!
    const carrier: Carrier = { path, row: 0, id, isSaid: this.#place.isSaid }
    return { kind: 'agenda', carrier, form, items }
  }
}
