import { childrenOf, nodeAt, type Path } from '../path.ts'
import type { KnownNames } from '../people/known-names.ts'
import { areSure, readPeople } from '../people/read-people.ts'
import {
  type Head,
  isMarked,
  type Item,
  itemsBelow,
  keyOf,
  type Line,
  stepsBelow,
  type View,
} from '../reading/index.ts'
import { readOwners } from './owners.ts'
import { isActionHead } from './section.ts'

/** Why a line that stands below `Action items` is one. */
export interface Entry {
  /** Named above it, for all that follows: `Lee:` with a list. */
  readonly owners: readonly string[]
  /** The entries of its list begin with `Lee to …`, and so does `scott to …`. */
  readonly areNamed: boolean
}

interface Section {
  readonly head: Head
  readonly owners: readonly string[]
  /** Headings within it part its entries; there only what has an owner or a box is one. */
  readonly isDivided: boolean
}

const NEXT_STEPS = 'next steps'
const AGENDA = /\bagenda\b/
const OTHER_LABEL =
  /\b(?:notes?|discussions?|minutes|attend\w*|present|agenda|topics?|resolutions?|conclusions?|next meeting|links?|references?)\b/

/** Which lines are entries of a section or list of action items. */
export class Sections {
  readonly #view: View
  readonly #names: KnownNames
  /** The first lines of the items in each item. */
  readonly #nested = new Map<Item, Line[]>()
  readonly #firstLines = new Map<Item, Line>()
  readonly #inList = new Map<Path, Line[]>()
  readonly #named = new Map<Path, boolean>()
  /** What the agenda says will be talked about. */
  readonly #topics = new Set<string>()
  /** Sections whose entries are items, so that a paragraph there is just a remark. */
  readonly #listed = new Set<Head>()
  /** Of the lines that stand under the same heads. */
  readonly #found = new WeakMap<readonly Head[], Section | null>()
  /** How far below a label its entries go without a gap. */
  readonly #reach = new Map<Head, number>()

  constructor(view: View, names: KnownNames) {
    this.#view = view
    this.#names = names
    for (const line of view.lines) {
      if (!line.isItemStart || line.item === null) continue
      this.#firstLines.set(line.item, line)
      if (line.heads.some(({ key }) => AGENDA.test(key)) && line.text.length < 40) this.#topics.add(keyOf(line.text))
      push(this.#inList, line.item.list, line)
      if (line.item.parent !== null) push(this.#nested, line.item.parent, line)
    }
    for (const { node, heads } of view.blocks) {
      const head = heads.at(-1)
      if (head !== undefined && (node.type === 'bulletList' || node.type === 'orderedList')) this.#listed.add(head)
    }
  }

  /** What makes this line an entry, or null. To be asked in the lines' order. */
  entryOf(line: Line): Entry | null {
    if (line.inQuote || line.cell !== null || line.node.type !== 'paragraph') return null
    const known = this.#found.get(line.heads)
    const found = known === undefined ? this.#sectionOf(line) : known
    this.#found.set(line.heads, found)
    if (found === null || this.#isParted(line, found.head)) return null
    const { head: section, owners } = found
    const items = itemsBelow(line, section)
    if (items.length > 0 && !line.isItemStart && line.row === 0) return null
    if (items.slice(1).some((item) => !this.#isGroup(item))) return null
    if (items.length > 0 && line.isItemStart && this.#isGroup(items[0]!)) return null
    if (items.length === 0 && !this.#isEntryParagraph(line, section)) return null
    if (section.kind === 'label' && !this.#isWithinReach(line, section)) return null
    if (found.isDivided && line.item?.checked == null && readOwners(line, 0, this.#names) === null) return null
    return { owners, areNamed: items[0] !== undefined && this.#areNamed(items[0].list) }
  }

  #areNamed(list: Path): boolean {
    const known = this.#named.get(list)
    if (known !== undefined) return known
    const lines = this.#inList.get(list) ?? []
    const named = lines.filter((line) => readOwners(line, 0, this.#names)?.form === 'to').length
    const areNamed = named > 1 && named * 2 >= lines.length
    this.#named.set(list, areNamed)
    return areNamed
  }

  /** The head that makes lines action items, with whom the heads in between name. */
  #sectionOf(line: Line): Section | null {
    let owners: readonly string[] = []
    let isDivided = false
    if (!line.heads.some(isActionHead)) return null
    for (const head of line.heads.toReversed()) {
      if (isActionHead(head)) {
        const isTopic =
          isPlanned(line, head) ||
          (head.key === NEXT_STEPS && (isDivided || (head.kind === 'heading' && this.#topics.has(head.key))))
        return isTopic || (isDivided && head.level < 2) ? null : { head, owners, isDivided }
      }
      const people = this.#peopleOf(head)
      if (head.kind !== 'item' && people.length === 0 && OTHER_LABEL.test(head.key)) return null
      isDivided ||= head.kind === 'heading' && people.length === 0
      if (owners.length === 0) owners = people
    }
    return null
  }

  #peopleOf(head: Head): readonly string[] {
    const found = readPeople(head.text, 0, this.#names)
    if (found === null || !/^\s*(?:[:：].*)?$/u.test(head.text.slice(found.to))) return []
    const isSure = areSure(found.people, this.#names)
    return isSure || head.text.includes(':') ? found.people.map(({ name }) => name) : []
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
    if (/[:：]$/.test(text)) return true
    const owned = readOwners(line, 0, this.#names)
    if (owned !== null) return owned.to >= text.length
    return nested.every((entry) => entry.item?.checked !== null || readOwners(entry, 0, this.#names) !== null)
  }

  #isEntryParagraph(line: Line, section: Head): boolean {
    const isOwned = readOwners(line, 0, this.#names) !== null
    if (/[:：]$/.test(line.text.trimEnd()) && this.#isBeforeList(line)) return false
    if (isOwned || stepsBelow(line, section) === 0) return true
    if (section.kind !== 'heading' || this.#listed.has(section)) return false
    return !isMarked(line, 'bold') && !isMarked(line, 'italic')
  }

  #isBeforeList({ path }: Line): boolean {
    const next = nodeAt(this.#view.document, [...path.slice(0, -1), path.at(-1)! + 1])
    return next?.type === 'bulletList' || next?.type === 'orderedList'
  }

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

/** `Next steps` in an agenda is what will be talked about. */
function isPlanned(line: Line, section: Head): boolean {
  return section.kind === 'item' && section.key === NEXT_STEPS && line.heads.some(({ key }) => AGENDA.test(key))
}
