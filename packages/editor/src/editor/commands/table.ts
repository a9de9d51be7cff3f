import type { Align } from '@plenary/shared/document'
import { GapCursor } from '@tiptap/pm/gapcursor'
import { Fragment, type Node, type Schema } from '@tiptap/pm/model'
import { Selection, TextSelection, type Command, type EditorState, type Transaction } from '@tiptap/pm/state'

import { placeBlock } from './block.ts'
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
type Change = (tr: Transaction, cell: Cell) => boolean

function inTable(change: Change): Command {
  return (state, dispatch) => {
    const cell = cellOf(state)
    if (!cell) return false
    const { tr } = state
    if (!change(tr, cell)) return false
    dispatch?.(tr.scrollIntoView())
    return true
  }
}

const columnsOf = (table: Node): number => table.firstChild?.childCount ?? 0

/** Position before the row of that index. */
function rowPos({ table, pos }: Cell, row: number): number {
  let at = pos + 1
  for (let index = 0; index < row; index += 1) at += table.child(index).nodeSize
  return at
}

/** Position before the cell of that index, or behind the row's last cell. */
function cellPos(cell: Cell, row: number, column: number): number {
  let at = rowPos(cell, row) + 1
  for (let index = 0; index < column; index += 1) at += cell.table.child(row).child(index).nodeSize
  return at
}

function newCell(table: Node, column: number): Node {
  const align: unknown = table.firstChild?.maybeChild(column)?.attrs['align'] ?? null
  return typeOf(table.type.schema, 'tableCell').create({ align })
}

function newRow(table: Node): Node {
  const cells = Array.from({ length: Math.max(1, columnsOf(table)) }, (_, column) => newCell(table, column))
  return typeOf(table.type.schema, 'tableRow').create(null, cells)
}

/** Puts the caret into the cell that begins at `pos`, over all its text as spreadsheets do. */
function selectCell(tr: Transaction, pos: number): boolean {
  const size = tr.doc.nodeAt(pos)?.content.size ?? 0
  tr.setSelection(TextSelection.create(tr.doc, pos + 1, pos + 1 + size))
  return true
}

export function insertTable(rows = 3, columns = 3): Command {
  return (state, dispatch) => {
    if (cellOf(state)) return false
    const texts = Array.from({ length: rows }, () => Array.from({ length: columns }, () => ''))
    const tr = placeBlock(state.tr, tableOf(state.schema, texts))
    if (!tr) return false
    dispatch?.(tr.scrollIntoView())
    return true
  }
}

/** A table of plain texts, the first row being the header. */
export function tableOf(schema: Schema, texts: readonly (readonly string[])[]): Node {
  const cell = (text: string) => typeOf(schema, 'tableCell').create(null, text ? schema.text(text) : null)
  const row = (cells: readonly string[]) => typeOf(schema, 'tableRow').create(null, cells.map(cell))
  return typeOf(schema, 'table').create(null, texts.map(row))
}

export function addRow(side: 'above' | 'below'): Command {
  return inTable((tr, cell) => insertRow(tr, cell, side === 'above' ? cell.row : cell.row + 1))
}

function insertRow(tr: Transaction, cell: Cell, row: number): boolean {
  const pos = rowPos(cell, row)
  tr.insert(pos, newRow(cell.table))
  return selectCell(tr, pos + 1)
}

export function addColumn(side: 'left' | 'right'): Command {
  return inTable((tr, cell) => {
    const column = side === 'left' ? cell.column : cell.column + 1
    // From the last row up, so that the positions above stay true. Rows too short to reach the column stay short.
    for (let row = cell.table.childCount - 1; row >= 0; row -= 1) {
      if (cell.table.child(row).childCount < column) continue
      tr.insert(cellPos(cell, row, column), typeOf(tr.doc.type.schema, 'tableCell').create())
    }
    return selectCell(tr, cellPosIn(tr, cell, cell.row, column))
  })
}

/** As `cellPos`, after the table has changed. */
function cellPosIn(tr: Transaction, cell: Cell, row: number, column: number): number {
  const table = tr.doc.nodeAt(cell.pos)
  return table ? cellPos({ ...cell, table }, row, column) : cell.pos
}

export const deleteRow: Command = inTable((tr, cell) => {
  if (cell.table.childCount === 1) return removeTable(tr, cell)
  const pos = rowPos(cell, cell.row)
  tr.delete(pos, pos + cell.table.child(cell.row).nodeSize)
  return moveTo(tr, cell, Math.min(cell.row, cell.table.childCount - 2), cell.column)
})

export const deleteColumn: Command = inTable((tr, cell) => {
  if (columnsOf(cell.table) <= 1) return removeTable(tr, cell)
  for (let row = cell.table.childCount - 1; row >= 0; row -= 1) {
    const node = cell.table.child(row).maybeChild(cell.column)
    if (!node) continue
    const pos = cellPos(cell, row, cell.column)
    tr.delete(pos, pos + node.nodeSize)
  }
  return moveTo(tr, cell, cell.row, cell.column)
})

/** Puts the caret into the cell of that place, or the last of a shorter row. */
function moveTo(tr: Transaction, cell: Cell, row: number, column: number): boolean {
  const cells = tr.doc.nodeAt(cell.pos)?.child(row).childCount ?? 0
  if (cells > 0) return selectCell(tr, cellPosIn(tr, cell, row, Math.min(column, cells - 1)))
  tr.setSelection(Selection.near(tr.doc.resolve(cellPosIn(tr, cell, row, 0))))
  return true
}

export const deleteTable: Command = inTable((tr, cell) => removeTable(tr, cell))

function removeTable(tr: Transaction, { table, pos }: Cell): boolean {
  const paragraph = typeOf(tr.doc.type.schema, 'paragraph').create()
  const isOnly = tr.doc.resolve(pos).parent.childCount === 1
  tr.replaceWith(pos, pos + table.nodeSize, isOnly ? paragraph : Fragment.empty)
  tr.setSelection(Selection.near(tr.doc.resolve(pos)))
  return true
}

/** Aligns the whole column: the header's cell is what the file says, the others repeat it. */
export function alignColumn(align: Align | null): Command {
  return inTable((tr, cell) => {
    cell.table.forEach((node, _offset, row) => {
      if (cell.column < node.childCount) tr.setNodeAttribute(cellPos(cell, row, cell.column), 'align', align)
    })
    return true
  })
}

/** Tab: the next cell; a short row gets its missing cell, and the last row another one below it. */
export const nextCell: Command = inTable((tr, cell) => {
  const { table, row, column } = cell
  const cells = table.child(row).childCount
  if (column + 1 < cells) return selectCell(tr, cellPos(cell, row, column + 1))
  if (cells < columnsOf(table)) {
    const pos = cellPos(cell, row, cells)
    tr.insert(pos, newCell(table, cells))
    return selectCell(tr, pos)
  }
  return row + 1 < table.childCount ? enterRow(tr, cell, row + 1, 0) : insertRow(tr, cell, row + 1)
})

/** Shift-Tab: the cell before; in the first one nothing. */
export const previousCell: Command = inTable((tr, cell) => {
  if (cell.column > 0) return selectCell(tr, cellPos(cell, cell.row, cell.column - 1))
  if (cell.row === 0) return true
  return enterRow(tr, cell, cell.row - 1, Infinity)
})

/** Enter: the cell below; from the last row out of the table, to the paragraph behind it. */
export const cellBelow: Command = inTable((tr, cell) => {
  const { table, pos, row, column } = cell
  if (row + 1 < table.childCount) return enterRow(tr, cell, row + 1, column)
  const behind = pos + table.nodeSize
  if (!tr.doc.resolve(behind).nodeAfter?.isTextblock) {
    tr.insert(behind, typeOf(tr.doc.type.schema, 'paragraph').create())
  }
  tr.setSelection(TextSelection.create(tr.doc, behind + 1))
  return true
})

/**
 * ArrowUp and ArrowDown: the cell above or below, or out of the table. Browsers go through the cells one by one here, as if
 * each were a line below the one before it.
 */
export function moveByRow(direction: 'up' | 'down'): Command {
  return (state, dispatch, view) => {
    const cell = cellOf(state)
    const { $head, empty } = state.selection
    if (!cell || !empty || (view && !view.endOfTextblock(direction))) return false
    const row = cell.row + (direction === 'up' ? -1 : 1)
    const cells = cell.table.maybeChild(row)?.childCount ?? 0
    const $edge = state.doc.resolve(direction === 'up' ? cell.pos : cell.pos + cell.table.nodeSize)
    const selection =
      cells > 0
        ? caretIn(state, cellPos(cell, row, Math.min(cell.column, cells - 1)), $head.parentOffset)
        : (Selection.findFrom($edge, direction === 'up' ? -1 : 1, true) ?? new GapCursor($edge))
    dispatch?.(state.tr.setSelection(selection).scrollIntoView())
    return true
  }
}

function caretIn({ doc }: EditorState, cell: number, offset: number): Selection {
  return TextSelection.create(doc, cell + 1 + Math.min(offset, doc.nodeAt(cell)?.content.size ?? 0))
}

/** The cell of that column, or the row's last; a row without any cell gets its first. */
function enterRow(tr: Transaction, cell: Cell, row: number, column: number): boolean {
  const cells = cell.table.child(row).childCount
  if (cells > 0) return selectCell(tr, cellPos(cell, row, Math.min(column, cells - 1)))
  const pos = cellPos(cell, row, 0)
  tr.insert(pos, newCell(cell.table, 0))
  return selectCell(tr, pos)
}

/** Backspace, Delete and typing over several cells empty them and leave the table standing. */
export const clearCells: Command = (state, dispatch) => {
  const { from, to, $from, $to } = state.selection
  const cell = cellOf(state)
  const depth = innermost($from, 'tableCell')
  if (!cell || depth === null || to <= $from.end(depth) || to >= cell.pos + cell.table.nodeSize) return false
  const { tr } = state
  state.doc.nodesBetween(from, to, (node, pos) => {
    if (node.type.name !== 'tableCell') return true
    tr.delete(tr.mapping.map(Math.max(from, pos + 1)), tr.mapping.map(Math.min($to.pos, pos + 1 + node.content.size)))
    return false
  })
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, from)).scrollIntoView())
  return true
}
