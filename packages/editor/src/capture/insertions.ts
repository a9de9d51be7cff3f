import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'

import { formsOf } from '../style/house.ts'
import { minutesJson } from '../understanding/index.ts'
import { applyHere, asStep } from './apply.ts'
import { modelIfLoaded } from './model.ts'

/** An agenda behind the caret's block, or in its place where that is empty; the caret stands in its first item. */
export function addAgenda(editor: Editor): boolean {
  const model = modelIfLoaded()
  if (model === undefined) return false
  const { state, view } = editor
  const { $from } = state.selection
  const isEmpty = $from.parent.content.size === 0 && $from.depth === 1
  const at = $from.after(1)
  const from = isEmpty ? $from.before(1) : at
  const nodes = model.newAgenda([], formsOf(state)?.agenda).map((node) => state.schema.nodeFromJSON(node))
  const tr = state.tr.replaceWith(from, at, nodes)
  const end = from + nodes.reduce((sum, { nodeSize }) => sum + nodeSize, 0)
  tr.setSelection(TextSelection.near(tr.doc.resolve(end), -1))
  asStep(view, tr)
  return true
}

/** Attendance stands where minutes have it, below their title, wherever the caret is. */
export function addAttendance(editor: Editor): boolean {
  const model = modelIfLoaded()
  if (model === undefined) return false
  const style = formsOf(editor.state)?.attendance ?? model.PLAIN_ATTENDANCE
  applyHere(editor.view, model.insertAttendance(minutesJson(editor.state.doc), style))
  return true
}
