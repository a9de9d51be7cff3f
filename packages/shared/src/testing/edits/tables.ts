import type { Node } from '@tiptap/pm/model'
import { Fragment } from '@tiptap/pm/model'

import { cellOf } from '../pieces.ts'
import { offsetOf, pick } from '../places.ts'
import type { Edit } from './edit.ts'

/** What is done to tables. */
export const TABLE_EDITS: Readonly<Record<string, Edit>> = {
  cell: (tr, random) => {
    const cell = pick(tr, random, (node) => node.type.name === 'tableCell')
    if (cell === undefined) return false
    const text = random.pick(['17', 'a | b', '', 'snake_case', '`x|y`'])
    tr.replaceWith(
      cell.pos + 1,
      cell.pos + cell.node.nodeSize - 1,
      text === '' ? Fragment.empty : tr.doc.type.schema.text(text),
    )
    return true
  },
  newRow: (tr, random) => {
    const row = pick(tr, random, (node) => node.type.name === 'tableRow')
    if (row === undefined) return false
    const cells = Array.from({ length: row.node.childCount }, (_, index) =>
      cellOf(tr.doc.type.schema, `n${index}`, row.node.child(index).attrs),
    )
    tr.insert(row.pos + row.node.nodeSize, row.node.type.create(null, cells))
    return true
  },
  deleteRow: (tr, random) => {
    const row = pick(tr, random, (node) => node.type.name === 'tableRow')
    if (row === undefined || tr.doc.resolve(row.pos).parent.childCount < 2) return false
    tr.delete(row.pos, row.pos + row.node.nodeSize)
    return true
  },
  column: (tr, random) => {
    const table = pick(tr, random, (node) => node.type.name === 'table')
    if (table === undefined) return false
    const column = random.below((table.node.firstChild?.childCount ?? 0) + 1)
    const isNew = random.chance(0.6)
    const rows: Node[] = []
    table.node.forEach((row) => {
      const cells: Node[] = []
      row.forEach((cell, _, index) => {
        if (index === column && isNew) cells.push(cellOf(tr.doc.type.schema, 'new', {}))
        if (index !== column || isNew || row.childCount === 1) cells.push(cell)
      })
      if (isNew && column >= row.childCount) cells.push(cellOf(tr.doc.type.schema, 'new', {}))
      rows.push(row.type.create(row.attrs, cells))
    })
    tr.replaceWith(table.pos + 1, table.pos + table.node.nodeSize - 1, rows)
    return true
  },
  align: (tr, random) => {
    const table = pick(tr, random, (node) => node.type.name === 'table')
    const row = table?.node.firstChild
    if (table === undefined || !row || row.childCount === 0) return false
    const column = random.below(row.childCount)
    tr.setNodeMarkup(table.pos + 2 + offsetOf(row, column), null, {
      align: random.pick(['left', 'center', 'right', null]),
    })
    return true
  },
}
