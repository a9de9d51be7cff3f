import { lettersOf } from '../document/letters.ts'
import type { BlockJson, DocJson, ListItemJson, ListJson, ParagraphJson } from '../document/node.ts'
import { emptyBase, readBase } from './base.ts'
import type { Habits } from './habits.ts'
import { print, type Printed, type PrintOptions } from './print.ts'
import { wrapLines } from './wrap-text.ts'
import { columnsIn } from './write-item.ts'

/**
 * The minutes as a group that wraps its lines writes them: each line of a paragraph that is longer than `habits.wrap` is broken at
 * a blank. Lines that stand in the base are left alone, so that only what is new is wrapped. Do it to what is printed, never to
 * the minutes that people edit.
 */
export function wrap(document: DocJson, options: PrintOptions): DocJson {
  const base = typeof options.base === 'string' ? readBase(options.base) : (options.base ?? emptyBase())
  const habits = options.habits ?? base.habits
  if (habits.wrap === 0) return document
  const known = new Set<string>()
  base.document.content.forEach((block) => noteLines(block, known))
  const wrapper = new Wrapper(habits, known)
  return { type: 'doc', content: document.content.map((block) => wrapper.block(block, TOP)) }
}

/** The columns at which a block, the further lines of a text, and a list stand here. */
interface Columns {
  readonly first: number
  readonly further: number
  readonly nested: number
}

const TOP: Columns = { first: 0, further: 0, nested: 0 }
const BOX = 4

class Wrapper {
  readonly #habits: Habits
  readonly #known: ReadonlySet<string>

  constructor(habits: Habits, known: ReadonlySet<string>) {
    this.#habits = habits
    this.#known = known
  }

  block(block: BlockJson, columns: Columns, lead = 0): BlockJson {
    switch (block.type) {
      case 'paragraph':
        return this.#paragraph(block, columns, lead)
      case 'blockquote': {
        const inner = { first: columns.first + 2, further: columns.first + 2, nested: columns.first + 2 }
        return { ...block, content: block.content.map((child) => this.block(child, inner)) }
      }
      case 'bulletList':
      case 'orderedList':
        return this.#list(block, columns.nested)
      case 'heading':
      case 'codeBlock':
      case 'rawBlock':
      case 'horizontalRule':
      case 'table':
        return block
    }
  }

  #paragraph(block: ParagraphJson, { first, further }: Columns, lead: number): ParagraphJson {
    if (block.content === undefined) return block
    const setting = { width: this.#habits.wrap, first: first + lead, further, known: this.#known }
    return { ...block, content: wrapLines(block.content, setting, this.#habits) }
  }

  #list<List extends ListJson>(list: List, column: number): List {
    return { ...list, content: list.content.map((item, index) => this.#item(item, markerOf(list, index), column)) }
  }

  #item(item: ListItemJson, marker: string, column: number): ListItemJson {
    const width = marker.length + 1
    const { nested, further } = columnsIn(width, marker, this.#habits)
    const columns = { first: column + width, further: column + further, nested: column + nested }
    const hasBox = (item.attrs?.checked ?? null) !== null
    const content = item.content.map((child, index) => this.block(child, columns, hasBox && index === 0 ? BOX : 0))
    return { ...item, content }
  }
}

function markerOf(list: ListJson, index: number): string {
  return list.type === 'bulletList' ? '-' : `${(list.attrs?.start ?? 1) + index}.`
}

function noteLines(block: BlockJson, known: Set<string>): void {
  switch (block.type) {
    case 'paragraph':
      for (const line of (block.content ?? []).map(lettersOf).join('').split('\n')) known.add(line)
      return
    case 'blockquote':
      block.content.forEach((child) => noteLines(child, known))
      return
    case 'bulletList':
    case 'orderedList':
      for (const item of block.content) item.content.forEach((child) => noteLines(child, known))
      return
    case 'heading':
    case 'codeBlock':
    case 'rawBlock':
    case 'horizontalRule':
    case 'table':
  }
}

/** `print`, with what is new wrapped before: how a file is written that leaves the house. */
export function printWrapped(document: DocJson, options: PrintOptions): Printed {
  return print(wrap(document, options), options)
}
