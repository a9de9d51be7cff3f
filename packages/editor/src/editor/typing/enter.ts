import { TextSelection, type Command } from '@tiptap/pm/state'

import { typeOf } from '../commands/node.ts'
import { tableOf } from '../commands/table.ts'

/** Typing rules that Enter sets off. Each is an undo step of its own, as every typing rule is. */
const typed = (command: Command): Command => {
  return (state, dispatch) =>
    command(state, dispatch && ((tr) => dispatch(tr.setMeta('inputRule', true).scrollIntoView())))
}

/** A fence with or without a language, alone in its paragraph. */
export const openCodeBlock = typed((state, dispatch) => {
  const { $from, empty } = state.selection
  const language = /^(?:```+|~~~+)\s*([^\s`]*)$/.exec($from.parent.textContent)?.[1]
  if (!empty || $from.parent.type.name !== 'paragraph' || language === undefined) return false
  const { tr } = state
  tr.delete($from.start(), $from.end())
  dispatch?.(
    tr.setBlockType($from.start(), $from.start(), typeOf(state.schema, 'codeBlock'), { language: language || null }),
  )
  return true
})

/** `| a | b |` is the header of a table; its first row waits below. */
export const openTable = typed((state, dispatch) => {
  const { $from, empty } = state.selection
  const { parent } = $from
  if (!empty || parent.type.name !== 'paragraph' || $from.parentOffset < parent.content.size) return false
  if (!/^\|(?:[^|]+\|){2,}\s*$/.test(parent.textContent) || parent.childCount > 1) return false
  const cells = parent.textContent
    .trim()
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim())
  const table = tableOf(state.schema, [cells, cells.map(() => '')])
  if (!$from.node(-1).canReplaceWith($from.index(-1), $from.indexAfter(-1), table.type)) return false
  const tr = state.tr.replaceWith($from.before(), $from.after(), table)
  const body = $from.before() + 1 + (table.firstChild?.nodeSize ?? 0)
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, body + 2)))
  return true
})

/** A backslash at the end of a line is Markdown's line break. */
export const breakLine = typed((state, dispatch) => {
  const { $from, empty } = state.selection
  const before = $from.nodeBefore
  if (!empty || $from.parent.type.spec.code || $from.parent.type.name === 'tableCell') return false
  if (!before?.text?.endsWith('\\') || before.marks.some((mark) => mark.type.spec.code)) return false
  dispatch?.(state.tr.replaceWith($from.pos - 1, $from.pos, typeOf(state.schema, 'hardBreak').create()))
  return true
})
