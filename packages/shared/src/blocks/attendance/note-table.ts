import type { TableCellJson, TableJson } from '../../document/node.ts'
import type { Path } from '../path.ts'
import { bareLines, type Block } from '../reading/index.ts'
import { textIn } from './columns.ts'
import { isFirm, noteLabelOf } from './note-label.ts'
import { namesIn, type NotePlace } from './note-names.ts'

/** Note takers in a table: a row that is headed so, or a column above one row. */
export function placesInTable({ path }: Block, { content }: TableJson): NotePlace[] {
  const found = content.flatMap((row, index): NotePlace[] => {
    if (!isFirm(noteLabelOf(textIn(row, 0), false))) return []
    const cell = row.content?.[1]
    if (cell === undefined) return [{ form: 'row', path, row: index, names: [], at: null }]
    const place = cellAt(cell, [...path, index, 1])
    return index === 0 && isColumnHead(content) ? [] : [{ form: 'row', path, row: index, ...place }]
  })
  if (found.length > 0 || content.length !== 2) return found
  return (content[0]!.content ?? []).flatMap((_, column): NotePlace[] => {
    const cell = content[1]!.content?.[column]
    if (cell === undefined || !isFirm(noteLabelOf(textIn(content[0]!, column), false))) return []
    return [{ form: 'row', path, row: 1, ...cellAt(cell, [...path, 1, column]) }]
  })
}

/** `| Scribe | Chair |` above their names. */
function isColumnHead([head]: TableJson['content']): boolean {
  return head !== undefined && namesIn({ path: [], from: 0, text: textIn(head, 1), pieces: [] }).length === 0
}

function cellAt(cell: TableCellJson, path: Path): Pick<NotePlace, 'names' | 'at'> {
  const { text, from, pieces } = bareLines(cell)[0]!
  return { names: namesIn({ path, from, text, pieces }), at: { path, from, to: from + text.length } }
}
