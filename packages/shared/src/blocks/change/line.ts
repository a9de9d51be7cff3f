import type { DocJson } from '../../document/node.ts'
import type { Role } from '../block.ts'
import { type Path, samePath } from '../path.ts'
import { type Line, type View, viewOf } from '../reading/index.ts'
import type { Change } from './change.ts'

/** A line by its text block and its row in it. */
export interface LinePlace {
  readonly path: Path
  readonly row: number
}

/** The line of a document at this place, with the view that it is in. */
export function lineAt(document: DocJson, place: LinePlace): { readonly line: Line; readonly view: View } | null {
  const view = viewOf(document)
  const line = view.lines.find(({ path, row }) => row === place.row && samePath(path, place.path))
  return line === undefined ? null : { line, view }
}

/** What a person says that a line is; null: nothing more than what can be read. A cell has no role but that of its table. */
export function setRole({ path, cell, role }: Line, wanted: Role | null): readonly Change[] {
  return role === wanted ? [] : [{ type: 'attrs', path: cell?.table ?? path, attrs: { role: wanted } }]
}
