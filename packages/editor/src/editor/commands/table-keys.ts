import { GapCursor } from '@tiptap/pm/gapcursor'
import { Selection, TextSelection, type Command, type EditorState, type Transaction } from '@tiptap/pm/state'

import { cellOf, cellPos, columnsOf, inTable, insertRow, newCell, selectCell, type Cell } from './cell.ts'
import { innermost, typeOf } from './node.ts'

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
