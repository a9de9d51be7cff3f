import type { Path } from '@plenary/shared/blocks'
import type { ResolvedPos } from '@tiptap/pm/model'
import type { EditorState } from '@tiptap/pm/state'

/** The line that the caret is in: minutes mean lines, and a paragraph may hold several. */
export interface CaretLine {
  readonly path: Path
  readonly row: number
  /** ProseMirror's positions of its ends. */
  readonly from: number
  readonly to: number
  readonly text: string
  /** What of it stands before the caret. */
  readonly before: string
}

/** The line of an empty selection in a paragraph or heading; null elsewhere, as in code, sources and cells. */
export function caretLine(state: EditorState): CaretLine | null {
  const { $from, empty } = state.selection
  const { parent } = $from
  if (!empty || !(parent.type.name === 'paragraph' || parent.type.name === 'heading')) return null
  const all = parent.textBetween(0, parent.content.size, '', ({ type }) =>
    type.name === 'hardBreak' ? '\n' : '\uFFFC',
  )
  const start = all.lastIndexOf('\n', $from.parentOffset - 1) + 1
  const end = all.indexOf('\n', $from.parentOffset)
  const text = all.slice(start, end < 0 ? all.length : end)
  return {
    path: pathTo($from),
    row: all.slice(0, start).split('\n').length - 1,
    from: $from.start() + start,
    to: $from.start() + start + text.length,
    text,
    before: all.slice(start, $from.parentOffset),
  }
}

/** The place of the cell that the caret is in; a line in it can become nothing, but the table can be said to be one and no more. */
export function caretCell({ selection: { $from, empty } }: EditorState): Pick<CaretLine, 'path' | 'row'> | null {
  if (!empty || $from.parent.type.name !== 'tableCell') return null
  return { path: pathTo($from), row: 0 }
}

function pathTo($from: ResolvedPos): Path {
  return Array.from({ length: $from.depth }, (_, depth) => $from.index(depth))
}
