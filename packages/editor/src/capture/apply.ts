import { applyChanges, type Change, positionOf, type Span } from '@plenary/shared/blocks'
import { TextSelection, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

import { asOneStep } from '../editor/history.ts'

/** Makes changes in the text that somebody writes in: one undo takes them back. `caret` is a place after the changes. */
export function applyHere(view: EditorView, changes: readonly Change[], caret?: Span): void {
  const { tr } = view.state
  applyChanges(tr, changes)
  if (caret !== undefined) {
    const start = positionOf(tr.doc, caret.path) + 1
    tr.setSelection(TextSelection.create(tr.doc, start + caret.from, start + caret.to))
  }
  asStep(view, tr)
}

/** The same for a transaction that is made already. */
export function asStep(view: EditorView, tr: Transaction): void {
  asOneStep(view, () => view.dispatch(tr.scrollIntoView()))
}
