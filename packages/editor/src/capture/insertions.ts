import { applyChanges } from '@plenary/shared/blocks'
import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'

import { formsOf } from '../style/house.ts'
import { minutesJson } from '../understanding/index.ts'
import { asStep } from './apply.ts'
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

/** Attendance stands where minutes have it, below their title, wherever the caret is; that goes to where the first name is written. */
export function addAttendance(editor: Editor): boolean {
  const model = modelIfLoaded()
  if (model === undefined) return false
  const { view } = editor
  const style = formsOf(view.state)?.attendance ?? model.PLAIN_ATTENDANCE
  // In a table the first name has a row to go to.
  const people = style.form === 'table' ? [{ name: '' }] : []
  const { tr, doc } = view.state
  applyChanges(tr, model.insertAttendance(minutesJson(doc), style, people))
  const place = firstPlace(doc, tr.doc)
  if (place !== null) tr.setSelection(TextSelection.create(tr.doc, place))
  asStep(view, tr)
  return true
}

/** In what is new in a document the first empty text behind one that announces it, else the end of the last text. */
function firstPlace(before: Node, after: Node): number | null {
  const from = before.content.findDiffStart(after.content)
  const end = before.content.findDiffEnd(after.content)
  if (from === null || end === null) return null
  let isAnnounced = false
  let empty: number | null = null
  let last: number | null = null
  after.nodesBetween(from, end.b, (node, pos) => {
    if (!node.isTextblock) return
    last = pos + 1 + node.content.size
    if (isAnnounced && node.content.size === 0) empty ??= pos + 1
    isAnnounced ||= node.content.size > 0
  })
  return empty ?? last
}
