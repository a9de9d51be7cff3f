import type { BlockJson, DocJson, ListJson, RawBlockJson, TableJson } from '../../document/node.ts'
import { isRole, type Role } from '../block.ts'
import type { Path } from '../path.ts'
import { elementsIn, sourceOf } from './html.ts'
import {
  bareLines,
  type CellPlace,
  type Head,
  isMarked,
  type Item,
  keyOf,
  type Line,
  type TextBlockJson,
} from './line.ts'

/** A block of the minutes with what stands over it. */
export interface Block {
  readonly node: BlockJson
  readonly path: Path
  readonly heads: readonly Head[]
  /** The innermost item that it is in. */
  readonly item: Item | null
  /** Its own lines, where it is a paragraph or heading; those of its cells, where it is a table. */
  readonly lines: readonly Line[]
  readonly id: string | null
  readonly role: Role | null
}

/** The minutes made ready for the recognisers: every block and every line in their order, with what stands over them. */
export interface View {
  readonly document: DocJson
  /** At every depth; a list stands before the blocks of its items. */
  readonly blocks: readonly Block[]
  /** Of all text blocks and cells. */
  readonly lines: readonly Line[]
}

const MATTER_LEVEL = { label: 7, item: 8 } as const

export function viewOf(document: DocJson): View {
  const reader = new Reader()
  reader.blocks(document.content, [], { heads: [], item: null, inQuote: false })
  return { document, blocks: reader.found, lines: reader.lines }
}

interface Around {
  readonly heads: readonly Head[]
  readonly item: Item | null
  readonly inQuote: boolean
}

class Reader {
  readonly found: Block[] = []
  readonly lines: Line[] = []

  /** Siblings: a heading governs what follows until one of its level, a label until the next label, heading or rule. */
  blocks(siblings: readonly BlockJson[], path: Path, around: Around, isItem = false): void {
    let { heads } = around
    siblings.forEach((node, index) => {
      const at = [...path, index]
      if (node.type === 'heading') heads = heads.filter((head) => head.level < node.attrs.level)
      if (node.type === 'horizontalRule') heads = heads.filter((head) => head.kind !== 'label')
      const isItemStart = isItem && index === 0
      const block = this.#block(node, at, { ...around, heads }, isItemStart)
      const first = block.lines[0]
      const summary = node.type === 'rawBlock' ? summaryOf(node) : undefined
      if (summary !== undefined) {
        heads = heads.filter((head) => head.kind !== 'label')
        if (summary !== '') heads = [...heads, summaryHead(summary, at)]
      }
      if (first === undefined || node.type === 'table') return
      if (node.type === 'heading') heads = [...heads, headOf(first, 'heading', node.attrs.level)]
      else if (isItemStart) heads = [...heads, headOf(first, 'item', MATTER_LEVEL.item + (around.item?.depth ?? 0))]
      else if (block.lines.length === 1 && isLabel(first)) {
        heads = [...heads.filter((head) => head.kind !== 'label'), headOf(first, 'label', MATTER_LEVEL.label)]
      }
    })
  }

  #block(node: BlockJson, path: Path, around: Around, isItemStart: boolean): Block {
    const marks = attrsOf(node)
    const block = { node, path, heads: around.heads, item: around.item, ...marks }
    switch (node.type) {
      case 'paragraph':
      case 'heading': {
        const lines = this.#lines(node, path, around, marks, { cell: null, isItemStart })
        return this.#add({ ...block, lines })
      }
      case 'table': {
        const all = this.#add({ ...block, lines: [] })
        return Object.assign(all, { lines: this.#cells(node, path, around, marks) })
      }
      case 'bulletList':
      case 'orderedList': {
        const all = this.#add({ ...block, lines: [] })
        this.#items(node, path, around)
        return all
      }
      case 'blockquote': {
        const all = this.#add({ ...block, lines: [] })
        this.blocks(node.content ?? [], path, { ...around, inQuote: true })
        return all
      }
      case 'codeBlock':
      case 'rawBlock':
      case 'horizontalRule':
        return this.#add({ ...block, lines: [] })
    }
  }

  #add(block: Block): Block {
    this.found.push(block)
    return block
  }

  #items(list: ListJson, path: Path, around: Around): void {
    const parent = around.item
    ;(list.content ?? []).forEach((node, index) => {
      const item: Item = {
        path: [...path, index],
        list: path,
        isOrdered: list.type === 'orderedList',
        index,
        depth: parent === null ? 0 : parent.depth + 1,
        checked: node.attrs?.checked ?? null,
        parent,
      }
      this.blocks(node.content ?? [], item.path, { ...around, item }, true)
    })
  }

  #cells(table: TableJson, path: Path, around: Around, marks: Marks): Line[] {
    return (table.content ?? []).flatMap((row, rowIndex) =>
      (row.content ?? []).flatMap((cell, column) => {
        const place: CellPlace = { table: path, row: rowIndex, column }
        return this.#lines(cell, [...path, rowIndex, column], around, marks, { cell: place, isItemStart: false })
      }),
    )
  }

  #lines(
    node: TextBlockJson,
    path: Path,
    { heads, item, inQuote }: Around,
    { id, role }: Marks,
    { cell, isItemStart }: { readonly cell: CellPlace | null; readonly isItemStart: boolean },
  ): Line[] {
    let over = heads
    const lines = bareLines(node).map((bare): Line => {
      const line = {
        ...bare,
        path,
        node,
        item,
        cell,
        inQuote,
        heads: over,
        id,
        role,
        isItemStart: isItemStart && bare.row === 0,
      }
      // `**Present:**` on a line of its own governs the lines below it in the same paragraph.
      if (cell === null && isLabel(line)) {
        over = [...heads.filter((head) => head.kind !== 'label'), headOf(line, 'label', MATTER_LEVEL.label)]
      }
      return line
    })
    for (const line of lines) this.lines.push(line)
    return lines
  }
}

interface Marks {
  readonly id: string | null
  readonly role: Role | null
}

function attrsOf(node: BlockJson): Marks {
  const { id = null, role = null } = (('attrs' in node && node.attrs) || {}) as { id?: unknown; role?: unknown }
  return { id: typeof id === 'string' && id !== '' ? id : null, role: isRole(role) ? role : null }
}

/** Of which a person has said that it is nothing is over what follows all the same, and says nothing of it. */
function headOf(line: Line, kind: Head['kind'], level: number): Head {
  const text = line.role === 'plain' ? '' : line.text
  return { kind, level, text: text.trim(), key: keyOf(text), path: line.path }
}

/** `<details><summary>Attendees</summary>`, which is over what follows until its end: its words, none at the end, or undefined. */
function summaryOf(node: RawBlockJson): string | undefined {
  const summary = elementsIn(node).find(({ tag }) => tag === 'summary')
  if (summary !== undefined) return summary.text.replace(/\s+/g, ' ').trim()
  return /<\/details>/i.test(sourceOf(node)) ? '' : undefined
}

function summaryHead(text: string, path: Path): Head {
  return { kind: 'label', level: MATTER_LEVEL.label, text, key: keyOf(text), path }
}

/** A short line that says what follows: all of it bold or italic, or with a colon at its end. */
function isLabel(line: Line): boolean {
  const text = line.text.trim()
  if (text === '' || text.length > 60 || text.split(/\s+/).length > 7) return false
  return /[:：]\s*$/.test(text) || isMarked(line, 'bold') || isMarked(line, 'italic') || SECTIONS.test(text)
}

/** Words that say what follows also without marks, as in what comes out of shared documents. */
const SECTIONS = /^(?:action (?:items?|points?)|next steps|decisions|notes|minutes|discussion|agenda)$/i
