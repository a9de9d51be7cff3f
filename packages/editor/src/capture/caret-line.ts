import type { Path } from '@plenary/shared/blocks'
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
    path: Array.from({ length: $from.depth }, (_, depth) => $from.index(depth)),
    row: all.slice(0, start).split('\n').length - 1,
    from: $from.start() + start,
    to: $from.start() + start + text.length,
    text,
    before: all.slice(start, $from.parentOffset),
  }
}
