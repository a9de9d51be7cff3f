import type { Align } from '@plenary/shared/document'
import { Fragment, type Node, type Schema } from '@tiptap/pm/model'
import { Selection, type Command, type Transaction } from '@tiptap/pm/state'

import { placeBlock } from './block.ts'
import { cellOf, cellPos, columnsOf, inTable, insertRow, rowPos, selectCell, type Cell } from './cell.ts'
import { typeOf } from './node.ts'

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
