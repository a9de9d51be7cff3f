import { Extension } from '@tiptap/core'
import type { EditorState } from '@tiptap/pm/state'
import { yUndoPluginKey } from 'y-prosemirror'
import type { UndoManager } from 'yjs'

/** The undo manager of the shared document, which holds one's own edits only; null in an editor without one. */
export function undoManagerOf(state: EditorState): UndoManager | null {
  return yUndoPluginKey.getState(state)?.undoManager ?? null
}

/**
 * Makes every typing rule an undo step of its own, so that one Mod-z gives the typed text back. Without it the letters
 * typed within half a second, before the rule and after it, would be taken back together.
 */
export const RuleSteps = Extension.create({
  name: 'ruleSteps',
  dispatchTransaction({ transaction, next }) {
    const isRule = transaction.getMeta('inputRule') === true
    const manager = isRule ? undoManagerOf(this.editor.state) : null
    manager?.stopCapturing()
    next(transaction)
    manager?.stopCapturing()
  },
})
