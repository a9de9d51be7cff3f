import type { DocJson } from '../../document/node.ts'
import type { AgendaItemRef } from '../../ledger/index.ts'
import { isNotesTitle, isOfAnotherMeeting } from '../agenda/title.ts'
import { wordsOfTopic } from '../agenda/topic.ts'
import { childrenOf, comparePaths, isWithin, nodeAt, type Path } from '../path.ts'
import { type Block, keyOf, type View, viewOf } from '../reading/index.ts'
import type { Understanding } from '../understand.ts'
import { endOfMinutes } from './end-of-minutes.ts'
import { NOT_REACHED } from './not-reached.ts'
import { type AgendaRef, refsOf } from './refs-of.ts'

/** Where the notes of an agenda item stand: below a heading or label, or in a list item. */
export type Topic =
  /** `end`: the index behind the last block of its section, among its siblings. */
  | { readonly form: 'section'; readonly path: Path; readonly level: number; readonly end: number }
  | { readonly form: 'item'; readonly path: Path }

/** Of a label, which any heading ends. */
const LABEL_LEVEL = 7

/** Finds where the notes of agenda items are, in one reading of the minutes. */
export class Topics {
  readonly refs: readonly AgendaRef[]
  readonly #document: DocJson
  readonly #view: View
  /** The paths of the agenda's own lines. */
  readonly #planned: ReadonlySet<string>
  /** Outside of the agenda: what can be over notes of this meeting, and the words by which it is known. */
  readonly #heads: readonly { readonly block: Block; readonly keys: readonly string[] }[]
  /** The notes are written into the agenda. */
  readonly #areWithin: boolean

  constructor(document: DocJson, { agendas }: Understanding) {
    this.#document = document
    this.#view = viewOf(document)
    this.refs = refsOf(agendas)
    this.#planned = new Set(this.refs.map(({ at }) => at.path.join()))
    this.#heads = this.#view.blocks
      .filter((block) => isHead(block) && !this.#planned.has(block.path.join()) && !isElsewhere(block))
      .map((block) => ({ block, keys: keysOf(block.lines[0]!.text) }))
    this.#areWithin = this.notesHeading() === null && !this.refs.some((ref) => this.#apart(ref) !== null)
  }

  refOf({ item, text }: AgendaItemRef): AgendaRef | undefined {
    return this.refs.find((ref) => ref.item === item) ?? this.refs.find((ref) => keyOf(ref.text) === keyOf(text))
  }

  /** Null where nothing is written for the item yet, and no place waits for it. */
  topicOf(item: AgendaItemRef): Topic | null {
    const ref = this.refOf(item)
    const apart = this.#apart(ref ?? item)
    return apart ?? (ref === undefined ? null : this.#own(ref))
  }

  /** The heading or label of the notes; null where they have none, or several days have their own. */
  notesHeading(): Topic | null {
    const last = this.refs.at(-1)?.at.path
    const block = this.#view.blocks.find(
      ({ path, item, node, lines: [line, more] }) =>
        item === null &&
        (last === undefined || comparePaths(path, last) > 0) &&
        !this.#planned.has(path.join()) &&
        (node.type === 'heading' || (node.type === 'paragraph' && more === undefined)) &&
        line !== undefined &&
        isNotesTitle(line.text) &&
        isTitle(line.text),
    )
    return block === undefined ? null : this.#topicAt(block)
  }

  /** A heading, an item or a label outside the agenda that says what the item says. */
  #apart({ text, at }: Pick<AgendaItemRef, 'text'> & Partial<Pick<AgendaRef, 'at'>>): Topic | null {
    const key = keyOf(text)
    if (key === '') return null
    const named = this.#heads
      .filter(({ block, keys }) => (at === undefined || comparePaths(block.path, at.path) > 0) && areLike(key, keys))
      .map(({ block }) => block)
    const found =
      named.find(({ node }) => node.type === 'heading') ?? named.find(({ item }) => item !== null) ?? named[0]
    return found === undefined ? null : this.#topicAt(found)
  }

  /** In minutes whose agenda holds the notes, the item itself; in others a heading of the agenda is the topic all the same. */
  #own({ at: { path } }: AgendaRef): Topic | null {
    const block = this.#view.blocks.find((each) => each.path.join() === path.join())
    if (block === undefined || block.node.type === 'table') return null
    if (block.node.type === 'heading') return this.#topicAt(block)
    return this.#areWithin && block.item !== null && this.#holdNotes() ? this.#topicAt(block) : null
  }

  /** Somewhere in the agenda stands what is no item of it. */
  #holdNotes(): boolean {
    const items = this.refs.map(({ at }) => at.path.slice(0, -1))
    return this.#view.blocks.some(
      ({ path, item, node }) =>
        item !== null &&
        node.type === 'paragraph' &&
        !this.#planned.has(path.join()) &&
        items.some((each) => each.length > 0 && path.length > each.length + 1 && isWithin(path, each)),
    )
  }

  #topicAt({ path, node, item }: Block): Topic {
    if (item !== null) return { form: 'item', path: item.path }
    const level = node.type === 'heading' ? node.attrs.level : LABEL_LEVEL
    return { form: 'section', path, level, end: this.#endOf(path, level) }
  }

  #endOf(path: Path, level: number): number {
    const parent = path.slice(0, -1)
    const siblings = childrenOf(nodeAt(this.#document, parent) ?? this.#document)
    const begin = path.at(-1)! + 1
    const next = siblings.findIndex(
      (node, index) =>
        index >= begin && (node.type === 'heading' ? node.attrs.level <= level : node.type === 'horizontalRule'),
    )
    if (next >= 0) return next
    return parent.length === 0 ? Math.max(begin, endOfMinutes(this.#document)) : siblings.length
  }
}

/** What can be over notes: a heading, the first line of an item, a paragraph of one line. */
function isHead({ node, lines, item, path }: Block): boolean {
  if (node.type === 'heading') return true
  if (node.type !== 'paragraph' || lines.length === 0) return false
  return item === null ? lines.length === 1 : path.length === item.path.length + 1 && path.at(-1) === 0
}

/** Said of another meeting, or in the list of what was not reached. */
function isElsewhere({ heads }: Block): boolean {
  return isOfAnotherMeeting(heads) || heads.some(({ key }) => key === keyOf(NOT_REACHED))
}

/** Notes begin with a heading of few words; `Q&A` or a summary stand behind them. */
function isTitle(text: string): boolean {
  return /\b(?:notes?|minutes|discussions?)\b/.test(keyOf(text)) && text.trim().split(/\s+/).length <= 5
}

/** So many letters of the beginning are enough, where one of them says more. */
const ENOUGH = 8

function areLike(key: string, others: readonly string[]): boolean {
  return others.some(
    (other) =>
      other === key ||
      (Math.min(other.length, key.length) >= ENOUGH && (other.startsWith(`${key} `) || key.startsWith(`${other} `))),
  )
}

/** The words of a line, and those without a timebox and presenter. */
function keysOf(text: string): readonly string[] {
  return [keyOf(text), keyOf(wordsOfTopic(text))]
}
