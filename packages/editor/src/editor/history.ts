import { Extension } from '@tiptap/core'

import { undoManagerOf } from '../binding/index.ts'

/**
 * Makes every typing rule an undo step of its own, so that one Mod-z gives the typed text back. Without it the letters
 * typed within half a second, before the rule and after it, would be taken back together.
 */
export const RuleSteps = Extension.create({
  name: 'ruleSteps',
  dispatchTransaction({ transaction, next }) {
    const isRule = transaction.getMeta('inputRule') === true
    const manager = isRule ? undoManagerOf(this.editor.state) : undefined
    manager?.stopCapturing()
    next(transaction)
    manager?.stopCapturing()
  },
})
