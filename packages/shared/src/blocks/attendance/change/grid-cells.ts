import type { DocJson, InlineJson, TableJson } from '../../../document/node.ts'
import type { Change } from '../../change/change.ts'
import { nodeAt } from '../../path.ts'
import type { Attendance } from '../attendance.ts'
import { textIn } from '../columns.ts'

/** Somebody in a cell of their own: the next empty one of the last row, or the first of a new row. */
export function addGridCell(
  document: DocJson,
  { carrier, attendees }: Attendance,
  entry: readonly InlineJson[],
): Change {
  const table = nodeAt(document, carrier.path) as TableJson
  const row = table.content.length - 1
  const last = table.content[row]!
  const [lastRow, lastColumn] = attendees.at(-1)!.at.path.slice(-2) as [number, number]
  const cells = last.content ?? []
  const empty = cells.findIndex((_, column) => (lastRow < row || column > lastColumn) && textIn(last, column) === '')
  if (empty >= 0) {
    const path = [...carrier.path, row, empty]
    return { type: 'text', at: { path, from: 0, to: 0 }, content: entry }
  }
  const others = cells.slice(1).map(() => ({ type: 'tableCell' }) as const)
  return {
    type: 'insert',
    path: [...carrier.path, row + 1],
    nodes: [{ type: 'tableRow', content: [{ type: 'tableCell', content: entry }, ...others] }],
  }
}
