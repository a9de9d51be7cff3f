import { isWithin } from '../path.ts'
import { type Passage, passageOf } from '../people/passage.ts'
import type { Block, Item, Line, View } from '../reading/index.ts'
import { type LetteredRow, letteredRows } from './lettered.ts'
import { isOutcome } from './remark.ts'

/** An item of a list with what belongs to it. */
export interface Entry {
  readonly item: Item
  /** The lines that are its own words: the first, and those that only go on because it was wrapped. */
  readonly lines: readonly Line[]
  /** These lines as one; null where they say nothing. */
  readonly passage: Passage | null
  /** The rows below its own words that letters make items: `a. Boats`. */
  readonly lettered: readonly LetteredRow[]
  readonly nested: readonly Entry[]
  readonly tables: readonly Block[]
}

/** The items of the list that is the block of this index, as a tree. */
export function entriesOf(view: View, index: number): readonly Entry[] {
  const list = view.blocks[index]!
  const top: Entry[] = []
  const nested = new Map<Item, Entry[]>()
  const tables = new Map<Item, Block[]>()
  for (let at = index + 1; at < view.blocks.length; at++) {
    const block = view.blocks[at]!
    if (!isWithin(block.path, list.path)) break
    const { item } = block
    if (item === null) continue
    if (!nested.has(item)) {
      const entry = { item, ...wordsIn(block, item), nested: [], tables: [] }
      const siblings = item.parent === null ? undefined : nested.get(item.parent)
      ;(siblings ?? top).push(entry)
      nested.set(item, entry.nested)
      tables.set(item, entry.tables)
    }
    if (block.node.type === 'table') tables.get(item)!.push(block)
  }
  return top
}

/** The words of an item whose first block this is. */
function wordsIn(block: Block, item: Item): Pick<Entry, 'lines' | 'passage' | 'lettered'> {
  const all = isFirst(block, item) && block.node.type !== 'table' ? block.lines : []
  const lettered = letteredRows(all.slice(1))
  const own = all.slice(0, lettered.length === 0 ? all.length : all.indexOf(lettered[0]!.line))
  const lines = wordsOf(own)
  return { lines, lettered, passage: lines.every(({ text }) => text.trim() === '') ? null : passageOf(lines) }
}

function isFirst({ path }: Block, item: Item): boolean {
  return path.length === item.path.length + 1 && path.at(-1) === 0
}

/** Nobody wraps lines at fewer columns; the marker of an item takes some of them. */
const WRAP = 72
const MARKER = 3

/**
 * The first of these lines, and those that only stand on lines of their own because it was wrapped: it had no room for their first word.
 * `Decision: …` is none of them.
 */
function wordsOf(lines: readonly Line[]): readonly Line[] {
  const end = lines.findIndex((line, index) => {
    const next = lines[index + 1]
    const word = next === undefined ? 0 : /^\s*\S*/.exec(next.text)![0].length
    const indent = MARKER * (1 + (line.item?.depth ?? 0))
    return next !== undefined && (isOutcome(next.text) || indent + widthOf(line) + 1 + widthOf(next, word) < WRAP)
  })
  return end < 0 ? lines : lines.slice(0, end + 1)
}

/** How wide the source of a line is up to a place, roughly: links are longer there. */
function widthOf({ text, pieces }: Line, to = text.length): number {
  const hrefs = new Set(
    pieces.flatMap(({ from, marks }) =>
      from >= to ? [] : marks.flatMap((mark) => (mark.type === 'link' ? [mark.attrs.href] : [])),
    ),
  )
  return [...hrefs].reduce((width, href) => width + (text.includes(href) ? 0 : href.length + 4), to)
}
