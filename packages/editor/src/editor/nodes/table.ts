import { nodes } from '@plenary/shared/schema'
import type { NodeView } from '@tiptap/pm/view'

/** A wide table scrolls in a box of its own, so that the page never scrolls sideways on a phone. */
export const Table = nodes.Table.extend({
  allowGapCursor: false,
  addNodeView: () => (): NodeView => {
    const dom = document.createElement('div')
    dom.className = 'table-scroll'
    const contentDOM = document.createElement('tbody')
    const table = document.createElement('table')
    table.append(contentDOM)
    dom.append(table)
    return { dom, contentDOM }
  },
})

/** No caret between cells: what is typed there would make a cell of its own. */
export const TableRow = nodes.TableRow.extend({ allowGapCursor: false })

export const TableCell = nodes.TableCell.extend({ whitespace: 'pre' })
