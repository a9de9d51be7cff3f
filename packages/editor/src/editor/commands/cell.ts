import type { Node } from '@tiptap/pm/model'
import { TextSelection, type Command, type EditorState, type Transaction } from '@tiptap/pm/state'

import { innermost, typeOf } from './node.ts'

/**
 * GFM tables have no spans, and their rows may be ragged: a row shorter than the header stays so until a person adds a
 * cell to it. So these few commands on rows of cells take the place of a grid model.
 */
export interface Cell {
  readonly table: Node
  /** Position before the table. */
  readonly pos: number
  readonly row: number
  readonly column: number
}

/** The cell that the selection begins in, or null. */
export function cellOf(state: EditorState): Cell | null {
  const { $from } = state.selection
  const depth = innermost($from, 'tableCell')
  if (depth === null) return null
  const row = $from.index(depth - 2)
  return { table: $from.node(depth - 2), pos: $from.before(depth - 2), row, column: $from.index(depth - 1) }
}

/** What a table command does, given where it is called; false if it may not. */
export type Change = (tr: Transaction, cell: Cell) => boolean

/** A command on the cell of the selection. */
export function inTable(change: Change): Command {
  return (state, dispatch) => {
    const cell = cellOf(state)
    if (!cell) return false
    const { tr } = state
    if (!change(tr, cell)) return false
    dispatch?.(tr.scrollIntoView())
    return true
  }
}

/** As many as the header has; GFM drops what a row has beyond. */
export const columnsOf = (table: Node): number => table.firstChild?.childCount ?? 0

/** Position before the row of that index. */
export function rowPos({ table, pos }: Cell, row: number): number {
  let at = pos + 1
  for (let index = 0; index < row; index += 1) at += table.child(index).nodeSize
  return at
}

/** Position before the cell of that index, or behind the row's last cell. */
export function cellPos(cell: Cell, row: number, column: number): number {
  let at = rowPos(cell, row) + 1
  for (let index = 0; index < column; index += 1) at += cell.table.child(row).child(index).nodeSize
  return at
}

/** An empty cell, aligned as its column. */
export function newCell(table: Node, column: number): Node {
  const align: unknown = table.firstChild?.maybeChild(column)?.attrs['align'] ?? null
  return typeOf(table.type.schema, 'tableCell').create({ align })
}

/** A row of empty cells, as wide as the header. */
function newRow(table: Node): Node {
  const cells = Array.from({ length: Math.max(1, columnsOf(table)) }, (_, column) => newCell(table, column))
  return typeOf(table.type.schema, 'tableRow').create(null, cells)
}

/** Puts the caret into the cell that begins at `pos`, over all its text as spreadsheets do. */
export function selectCell(tr: Transaction, pos: number): boolean {
  const size = tr.doc.nodeAt(pos)?.content.size ?? 0
  tr.setSelection(TextSelection.create(tr.doc, pos + 1, pos + 1 + size))
  return true
}

/** Adds a row at that index, the caret in its first cell. */
export function insertRow(tr: Transaction, cell: Cell, row: number): boolean {
  const pos = rowPos(cell, row)
  tr.insert(pos, newRow(cell.table))
  return selectCell(tr, pos + 1)
}
