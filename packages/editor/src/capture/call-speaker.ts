import type { Editor } from '@tiptap/core'
import { splitBlock } from '@tiptap/pm/commands'
import { Fragment } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'

import { splitItem } from '../editor/commands/item.ts'
import { asOneStep } from '../editor/history.ts'
import { formsOf } from '../style/house.ts'
import { understandingOf } from '../understanding/index.ts'
import { caretLine } from './caret-line.ts'
import { modelIfLoaded } from './model.ts'

/**
 * Begins a line on which somebody speaks, at the caret, as these minutes write who speaks: in its line where that is empty, else
 * in one below. False where no line can begin.
 */
export function callSpeaker(editor: Editor, name: string): boolean {
  const { view } = editor
  const model = modelIfLoaded()
  const understanding = understandingOf(editor)?.now()?.understanding
  if (!editor.isEditable || model === undefined || understanding === undefined) return false
  if (caretLine(view.state) === null) return false
  const { turns, roster } = understanding
  const style = model.speakerStyle(turns, roster, formsOf(view.state)?.speaker)
  const content = model.speakerLabel(name, { roster, turns, style: { ...style, gap: style.gap || ' ' } })
  asOneStep(view, () => {
    const line = caretLine(view.state)
    if (line !== null && line.text.trim() !== '') {
      view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, line.to)))
      if (!splitItem(view.state, view.dispatch, view)) splitBlock(view.state, view.dispatch)
    }
    const { tr } = view.state
    const { from } = tr.selection
    tr.replaceWith(from, from, Fragment.from(content.map((node) => tr.doc.type.schema.nodeFromJSON(node))))
    view.dispatch(tr.setStoredMarks([]).scrollIntoView())
  })
  return true
}
