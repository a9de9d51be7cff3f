import { Extension } from '@tiptap/core'
import type { EditorView } from '@tiptap/pm/view'

import { undoManagerOf } from '../binding/index.ts'

/** Whatever `change` dispatches is taken back by one undo, and nothing else is: neither letters before it nor after. */
export function asOneStep(view: EditorView, change: () => void): void {
  const manager = undoManagerOf(view.state)
  manager?.stopCapturing()
  change()
  manager?.stopCapturing()
}

/**
 * Makes every typing rule an undo step of its own, so that one Mod-z gives the typed text back. Without it the letters
 * typed within half a second, before the rule and after it, would be taken back together.
 */
export const RuleSteps = Extension.create({
  name: 'ruleSteps',
  dispatchTransaction({ transaction, next }) {
    if (transaction.getMeta('inputRule') !== true) return next(transaction)
    return asOneStep(this.editor.view, () => next(transaction))
  },
})
