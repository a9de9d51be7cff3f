import { isWithin } from '../path.ts'
import type { Roster } from '../people/roster.ts'
import { type Block, isMarked, keyOf, type Line, type View } from '../reading/index.ts'
import { prefixOf } from '../speaker/prefix.ts'
import { listedLines, type Voices } from '../speaker/voices.ts'
import { isUmbrella } from './remark.ts'
import { topicTable } from './table.ts'
import { agendaTitle, type AgendaTitle, isNotesTitle, isOfAnotherMeeting, isOtherTitle } from './title.ts'
import { hasTimebox, isPlannedAlone } from './topic.ts'

/** A part of an agenda by its index in the view: a list, a table, or a heading that is a topic. */
export type Part =
  | { readonly kind: 'list' | 'table'; readonly index: number }
  | { readonly kind: 'heading'; readonly index: number; readonly level: number }

/** Where an agenda stands: what announces it, and the parts it has. */
export interface Place {
  readonly title: AgendaTitle
  /** The heading or label that announces it, or the list or table that a person has called one. */
  readonly index: number
  readonly isSaid: boolean
  readonly parts: readonly Part[]
}

/** An agenda of so many items is complete; headings below it are of the notes. */
const COMPLETE = 3

/** So many timeboxes make a document an agenda that calls itself one. */
const TIMED = 3

/** Every place in which minutes have an agenda, in their order; where there is none yet, the one that waits for it. */
export function agendaPlaces(view: View, roster: Roster, voices: Voices): readonly Place[] {
  const finder = new Finder(view.blocks, listedLines(roster), voices)
  const places: Place[] = []
  const waiting: Place[] = []
  let seen = -1
  view.blocks.forEach((_, index) => {
    const place = index > seen ? finder.placeAt(index) : null
    if (place === null) return
    if (place.parts.length === 0) waiting.push(place)
    else places.push(place)
    seen = place.parts.length === 0 ? index : finder.endOf(place.parts.at(-1)!.index)
  })
  if (places.length > 0) return places
  const timed = finder.timedDocument()
  return timed === null ? waiting.filter(({ title }) => title === 'agenda').slice(0, 1) : [timed]
}

class Finder {
  readonly #blocks: readonly Block[]
  readonly #isListed: (line: Line) => boolean
  readonly #voices: Voices
  readonly #title: number

  constructor(blocks: readonly Block[], isListed: (line: Line) => boolean, voices: Voices) {
    this.#blocks = blocks
    this.#isListed = isListed
    this.#voices = voices
    this.#title = blocks.findIndex(({ node }) => node.type === 'heading')
  }

  placeAt(index: number): Place | null {
    const block = this.#blocks[index]!
    const isSaid = block.role === 'agenda'
    if (block.role !== null && !isSaid) return null
    const at = { index, isSaid }
    if (block.node.type === 'heading') {
      const title = isSaid ? 'agenda' : this.#titleOf(block, block.lines[0])
      return title && { title, ...at, parts: this.#section(index, title) }
    }
    if (block.node.type === 'paragraph') {
      const title = isSaid ? 'agenda' : this.#labelOf(block)
      return title && { title, ...at, parts: this.#below(index) }
    }
    if (block.node.type === 'table') {
      const isAgenda = isSaid || topicTable(block)?.isTimed === true
      return isAgenda ? { title: 'agenda', ...at, parts: [{ kind: 'table', index }] } : null
    }
    return isSaid ? { title: 'agenda', ...at, parts: [{ kind: 'list', index }] } : null
  }

  /** The last block within this one. */
  endOf(index: number): number {
    const { path } = this.#blocks[index]!
    let end = index
    while (end + 1 < this.#blocks.length && isWithin(this.#blocks[end + 1]!.path, path)) end++
    return end
  }

  /** A document that calls itself an agenda in its title, and whose items have timeboxes. */
  timedDocument(): Place | null {
    const title = this.#blocks[this.#title]
    if (title === undefined || !/\bagenda\b/.test(keyOf(title.lines[0]!.text))) return null
    const parts = this.#section(this.#title, 'agenda', 0)
    const isTimed = (part: Part): boolean => part.kind === 'list' && this.#timeboxes(part.index) > 0
    const timeboxes = parts.filter(isTimed).reduce((sum, { index }) => sum + this.#timeboxes(index), 0)
    if (timeboxes < TIMED) return null
    // What stands before the first timed list, apart from its headings, is about the meeting.
    let begin = parts.findIndex(isTimed)
    while (parts[begin - 1]?.kind === 'heading') begin--
    return { title: 'agenda', index: this.#title, isSaid: false, parts: parts.slice(begin) }
  }

  #titleOf({ heads }: Block, line: Line | undefined): AgendaTitle | null {
    if (line === undefined) return null
    const title = agendaTitle(line.text)
    return title === null || isOfAnotherMeeting(heads.slice(1)) ? null : title
  }

  /** `Agenda:`, `**Agenda**`, alone on the line right above the list; in an item the list is the nested one. */
  #labelOf(block: Block): AgendaTitle | null {
    const line = block.lines.at(-1)!
    const title = this.#titleOf(block, line)
    if (title === null || line.pieces.some(({ marks }) => marks.some(({ type }) => type === 'link'))) return null
    if (isLabel(line)) return line.isItemStart && title === 'topics' ? null : title
    return block.lines.length === 1 && title === 'agenda' ? title : null
  }

  #section(index: number, title: AgendaTitle, level = this.#levelOf(index)): readonly Part[] {
    const parts: Part[] = []
    const siblings = [...this.#siblingsBehind(index)]
    // `## Agenda` with nothing below it but `## Announcements`: that belongs to it, whatever its level is.
    const misplaced = title === 'agenda' && this.#isUmbrella(siblings[0], level) ? siblings[0] : undefined
    let isLabelled = false
    let hasHeadings = false
    /** The level of a heading, or of a label (7), whose content is no part. */
    let besides: number | null = null
    for (const at of siblings) {
      const block = this.#blocks[at]!
      const { node } = block
      const text = block.lines[0]?.text ?? ''
      if (node.type === 'heading') {
        if (at === misplaced) {
          parts.push({ kind: 'heading', index: at, level: level + 1 })
          hasHeadings = true
          continue
        }
        if (node.attrs.level <= level || title === 'topics' || isNotesTitle(text)) break
        if (besides !== null && besides < node.attrs.level) continue
        besides = isOtherTitle(text) ? node.attrs.level : null
        // Who came and what is to be done stands behind the agenda, and the notes behind them.
        if (besides !== null && parts.length > 0) break
        if (besides !== null) continue
        parts.push({ kind: 'heading', index: at, level: node.attrs.level })
        hasHeadings = true
        continue
      }
      if (node.type === 'paragraph' && block.lines.length === 1 && isLabel(block.lines[0]!)) {
        if (isNotesTitle(text)) break
        if (besides === null || besides > 6) besides = isOtherTitle(text) ? 7 : null
        if (hasHeadings) continue
        if (parts.length > 0 && !isLabelled) break
        isLabelled = true
        continue
      }
      if (besides !== null) continue
      if (node.type === 'horizontalRule' && parts.length > 0) break
      if (node.type === 'paragraph' && !hasHeadings && this.#isSaid(block)) break
      const part = this.#partAt(at)
      if (part !== null) parts.push(part)
    }
    return this.#withoutNotes(parts)
  }

  /** The lists that follow a label. */
  #below(index: number): Part[] {
    const parts: Part[] = []
    for (const at of this.#siblingsBehind(index)) {
      const { node, lines } = this.#blocks[at]!
      if (node.type === 'rawBlock' || node.type === 'codeBlock') continue
      if (node.type === 'heading' || node.type === 'horizontalRule') break
      const part = this.#partAt(at)
      if (part !== null) parts.push(part)
      else if (
        parts.length > 0 ||
        (node.type === 'paragraph' && (isLabel(lines[0]!) || this.#isSaid(this.#blocks[at]!)))
      )
        break
    }
    return parts
  }

  #partAt(index: number): Part | null {
    const block = this.#blocks[index]!
    const { type } = block.node
    if (block.role !== null && block.role !== 'agenda') return null
    if (type === 'table') return topicTable(block) === null ? null : { kind: 'table', index }
    if (type !== 'bulletList' && type !== 'orderedList') return null
    return this.#isAboutMeeting(index) ? null : { kind: 'list', index }
  }

  /** A list of people, or of facts such as `**Where**: …`. */
  #isAboutMeeting(index: number): boolean {
    const first = this.#firstLines(index)
    const facts = first.filter((line) => this.#isListed(line) || isFact(line.text))
    return first.length > 0 && facts.length * 2 >= first.length
  }

  #isSaid({ lines }: Block): boolean {
    const prefix = lines[0] === undefined ? null : prefixOf(lines[0])
    return prefix !== null && this.#voices.areSpeaking(prefix, false)
  }

  /**
   * Headings behind the lists of an agenda belong to the notes if one of them says again what an item says, or if the agenda
   * is complete and nothing below them looks planned.
   */
  #withoutNotes(parts: readonly Part[]): readonly Part[] {
    const first = parts.findIndex(({ kind }) => kind === 'heading')
    const items = this.#itemsOf(parts.slice(0, Math.max(0, first))).map(({ text }) => keyOf(text))
    if (items.length === 0) return parts
    const below = this.#itemsOf(parts.slice(first))
    const planned = below.filter((line) => isPlannedAlone(line.text))
    const repeats = parts.some((part) => {
      const key = part.kind === 'heading' ? keyOf(this.#blocks[part.index]!.lines[0]!.text) : ''
      return key.length > 3 && items.some((item) => isLike(item, key))
    })
    const areNotes = repeats || (items.length >= COMPLETE && planned.length * 2 < below.length)
    return areNotes ? parts.slice(0, first) : parts
  }

  #itemsOf(parts: readonly Part[]): Line[] {
    return parts.flatMap(({ kind, index }) => (kind === 'list' ? this.#firstLines(index) : []))
  }

  #isUmbrella(index: number | undefined, level: number): boolean {
    const block = index === undefined ? undefined : this.#blocks[index]
    return block?.node.type === 'heading' && block.node.attrs.level === level && isUmbrella(block.lines[0]!.text)
  }

  #levelOf(index: number): number {
    const { node } = this.#blocks[index]!
    return node.type === 'heading' ? node.attrs.level : 0
  }

  #timeboxes(index: number): number {
    return this.#firstLines(index).filter(({ text }) => hasTimebox(text)).length
  }

  /** The first line of each item of a list. */
  #firstLines(index: number): Line[] {
    const { path } = this.#blocks[index]!
    const lines: Line[] = []
    for (let at = index + 1; at < this.#blocks.length && isWithin(this.#blocks[at]!.path, path); at++) {
      const block = this.#blocks[at]!
      if (block.path.length === path.length + 2 && block.path.at(-1) === 0) lines.push(...block.lines.slice(0, 1))
    }
    return lines
  }

  /** What follows a block in the same parent. */
  *#siblingsBehind(index: number): Generator<number> {
    const parent = this.#blocks[index]!.path.slice(0, -1)
    for (let at = index + 1; at < this.#blocks.length; at++) {
      const { path } = this.#blocks[at]!
      if (!isWithin(path, parent)) return
      if (path.length === parent.length + 1) yield at
    }
  }
}

/** All of the line is bold or italic, or it ends in a colon. */
export function isLabel(line: Line): boolean {
  const text = line.text.trim()
  if (text === '' || text.length > 60) return false
  return /[:：]$/.test(text) || isMarked(line, 'bold') || isMarked(line, 'italic')
}

function isFact(text: string): boolean {
  const [, label] = /^\s*([^:：]{2,40})[:：]/.exec(text) ?? []
  return label !== undefined && isOtherTitle(label)
}

function isLike(a: string, b: string): boolean {
  return a === b || (Math.min(a.length, b.length) >= 8 && (a.startsWith(b) || b.startsWith(a)))
}
