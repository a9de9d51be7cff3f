import { childrenOf, nodeAt, type Path } from '../path.ts'
import {
  type Head,
  isMarked,
  type Item,
  itemsBelow,
  joinLines,
  keyOf,
  type Line,
  stepsBelow,
  type View,
} from '../reading/index.ts'
import type { Voices } from '../speaker/voices.ts'
import { behindDay } from './given.ts'
import { governing, isAgenda, type Section } from './governing.ts'
import { habitsIn, type ListHabits, NO_HABITS } from './habits.ts'
import { readOwners } from './owners.ts'
import { isAsked, isTaskOver } from './section.ts'
import { TopicLabels } from './topic-label.ts'

/** Why a line that stands below `Action items` is one. */
export interface Entry {
  /** Named above it, for all that follows: `Lee:` with a list. */
  readonly owners: readonly string[]
  /** What the entries of its list have in common. */
  readonly habits: ListHabits
  /** Where the text behind a label that says what it is about begins. */
  readonly topicEnd: number | null
}

/** Which lines are entries of a section or list of action items. */
export class Sections {
  readonly #view: View
  readonly #names: Voices
  /** The first lines of the items in each item. */
  readonly #nested = new Map<Item, Line[]>()
  readonly #firstLines = new Map<Item, Line>()
  /** The words with which each item of a list begins. */
  readonly #inList = new Map<Path, Line[]>()
  readonly #habits = new Map<Path, ListHabits>()
  readonly #labels: TopicLabels
  /** What the agenda says will be talked about. */
  readonly #topics = new Set<string>()
  /** Sections whose entries are items, so that a paragraph there is just a remark. */
  readonly #listed = new Set<Head>()
  /** Of the lines that stand under the same heads. */
  readonly #found = new WeakMap<readonly Head[], Section | null>()
  /** How far below a label its entries go without a gap. */
  readonly #reach = new Map<Head, number>()

  constructor(view: View, names: Voices) {
    this.#view = view
    this.#names = names
    this.#labels = new TopicLabels(view, names)
    for (const line of view.lines) {
      if (!line.isItemStart || line.item === null) continue
      this.#firstLines.set(line.item, line)
      if (line.text.length < 40 && line.heads.some(isAgenda)) this.#topics.add(keyOf(line.text))
      if (line.item.parent !== null) push(this.#nested, line.item.parent, line)
    }
    for (const { node, heads, item, lines } of view.blocks) {
      const [first, ...rest] = lines
      if (first?.isItemStart === true && item !== null) push(this.#inList, item.list, joinLines([first, ...rest]))
      const head = heads.at(-1)
      if (head !== undefined && (node.type === 'bulletList' || node.type === 'orderedList')) this.#listed.add(head)
    }
  }

  /** What makes this line an entry, or null. To be asked in the lines' order. */
  entryOf(line: Line): Entry | null {
    if (line.inQuote || line.cell !== null || line.node.type !== 'paragraph') return null
    const known = this.#found.get(line.heads)
    const found = known === undefined ? governing(line, this.#names, this.#topics, this.#labels) : known
    this.#found.set(line.heads, found)
    if (found === null || this.#isParted(line, found.head)) return null
    const { head: section, named } = found
    const items = itemsBelow(line, section)
    if (items.length > 0 && !line.isItemStart && line.row === 0) return null
    if (items.slice(1).some((item) => !this.#isGroup(item))) return null
    if (items.length > 0 && line.isItemStart && this.#isGroup(items[0]!)) return null
    if (items.length === 0 && !this.#isEntryParagraph(line, section)) {
      if (isMarked(line, 'italic')) this.#isWithinReach(line, section)
      return null
    }
    if (section.kind === 'label' && (this.#isInOtherList(items, section) || !this.#isWithinReach(line, section)))
      return null
    if (found.isReview && !this.#areGiven(items)) return null
    if (found.isDivided && line.item?.checked == null && !this.#isTaken(line)) return null
    // What a label says besides a name (`AM: in three weeks:`) is about the list below it, and no more.
    const isBelowTask = named !== null && itemsBelow(line, named.head).length > 0 && isTaskOver(named.head.text)
    if (isBelowTask) return null
    const isNamed = named !== null && (named.isBare || itemsBelow(line, named.head).length > 0)
    const owners = isNamed && !this.#isTopic(line, named.owners) ? named.owners : []
    const habits = items[0] === undefined ? NO_HABITS : this.#habitsIn(items[0].list)
    return { owners, habits, topicEnd: this.#labels.endOf(line, habits.haveTopics) }
  }

  /** Every item of the list has in brackets whose it is. */
  #areGiven([item]: readonly Item[]): boolean {
    const lines = item === undefined ? [] : (this.#inList.get(item.list) ?? [])
    return lines.length > 1 && lines.every((line) => /^\s*\[[^\]]{2,60}\]\s/.test(line.text))
  }

  /** Somebody is named to do it, and does not ask. */
  #isTaken(line: Line): boolean {
    const owned = readOwners(line, behindDay(line.text, 0), this.#names)
    return owned !== null && !isAsked(line.text.slice(owned.to))
  }

  /** `Cookies:` over items that begin with owners of their own is a topic, though it has the shape of a name. */
  #isTopic({ item }: Line, owners: readonly string[]): boolean {
    if (item === null || owners.every((name) => this.#names.isRegular(name))) return false
    return (this.#inList.get(item.list) ?? []).some((each) => readOwners(each, 0, this.#names) !== null)
  }

  #habitsIn(list: Path): ListHabits {
    const known = this.#habits.get(list)
    if (known !== undefined) return known
    const habits = habitsIn(this.#inList.get(list) ?? [], this.#names, this.#labels)
    this.#habits.set(list, habits)
    return habits
  }

  /** A rule between a section's heading and a line ends the section. */
  #isParted(line: Line, section: Head): boolean {
    const level = section.path.length - 1
    const parent = nodeAt(this.#view.document, section.path.slice(0, level))
    if (parent === undefined) return false
    const between = childrenOf(parent).slice(section.path[level]! + 1, line.path[level])
    return between.some(({ type }) => type === 'horizontalRule')
  }

  /** An item that only says whose the items in it are, or what they are about. */
  #isGroup(item: Item): boolean {
    const line = this.#firstLines.get(item)
    const nested = this.#nested.get(item) ?? []
    if (line === undefined || nested.length === 0) return false
    const text = line.text.trimEnd()
    const { areNamed } = this.#habitsIn(item.list)
    const owned = readOwners(line, 0, this.#names, areNamed)
    // `Lee to ask around:` is something to do, and below it stands how.
    if (/[:：]$/.test(text)) return owned === null || !/^(?:to|will)$/.test(owned.form)
    if (owned !== null) return owned.to >= text.length
    // `**Nuts**` between `**Screws:**` and `**Bolts:**` is one of them.
    if (isMarked(line, 'bold') && this.#hasGroupsBeside(item)) return true
    // Among entries that say whose they are it is one, and says it below.
    if (areNamed) return false
    const isOwned = (entry: Line): boolean =>
      entry.item?.checked !== null || entry.role === 'action' || readOwners(entry, 0, this.#names) !== null
    return nested.filter(isOwned).length * 2 > nested.length
  }

  /** Whether another item of the list is a label over items of its own. */
  #hasGroupsBeside({ list }: Item): boolean {
    const labels = (this.#inList.get(list) ?? []).filter(({ text }) => /[:：]\s*$/.test(text))
    return labels.some(({ item }) => item !== null && this.#nested.has(item))
  }

  #isEntryParagraph(line: Line, section: Head): boolean {
    const owned = readOwners(line, 0, this.#names)
    const isOwned = owned !== null
    const isOver = /[:：]$/.test(line.text.trimEnd()) && this.#isBeforeList(line)
    if (isOver && (owned === null || !isTaskOver(line.text, owned.to))) return false
    if (isOwned || stepsBelow(line, section) === 0) return true
    if (section.kind !== 'heading' || this.#listed.has(section)) return false
    return !isMarked(line, 'bold') && !isMarked(line, 'italic')
  }

  #isBeforeList({ path }: Line): boolean {
    const next = nodeAt(this.#view.document, [...path.slice(0, -1), path.at(-1)! + 1])
    return next?.type === 'bulletList' || next?.type === 'orderedList'
  }

  /** Points right behind the numbered list below a label, or the other way round, are about something else. */
  #isInOtherList(items: readonly Item[], section: Head): boolean {
    const list = items.at(-1)?.list
    const at = list?.at(-1) ?? 0
    if (list === undefined || list.length !== section.path.length || at - 1 <= section.path.at(-1)!) return false
    const isOrdered = (index: number): boolean | null => {
      const type = nodeAt(this.#view.document, [...list.slice(0, -1), index])?.type
      return type === 'orderedList' ? true : type === 'bulletList' ? false : null
    }
    return isOrdered(at - 1) === !isOrdered(at)
  }

  /** Without a gap below the label; what is said of the section in italics is none. */
  #isWithinReach(line: Line, section: Head): boolean {
    const steps = stepsBelow(line, section)
    const reach = this.#reach.get(section) ?? 0
    if (steps > reach + 1) return false
    this.#reach.set(section, steps)
    return true
  }
}

function push<Key>(lines: Map<Key, Line[]>, key: Key, line: Line): void {
  const before = lines.get(key)
  if (before === undefined) lines.set(key, [line])
  else before.push(line)
}
