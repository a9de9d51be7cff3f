import { Plugin, type EditorState, type Transaction } from '@tiptap/pm/state'

import { isRemote } from '../../binding/index.ts'
import { linkAt, markOf, type LinkRange } from '../commands/mark.ts'
import { addressBefore } from './address.ts'

/**
 * A link whose text is its own address stays so while a person edits that text: who mends a letter of an address means the
 * place that it leads to. Only what is typed here is followed, never what comes from others.
 */
export function bareLinksFollow(): Plugin {
  return new Plugin({
    appendTransaction(transactions, before, after) {
      const isTyped = transactions.some((tr) => tr.docChanged) && !transactions.some(isRemote)
      return isTyped ? follow(before, after) : null
    },
  })
}

function follow(before: EditorState, after: EditorState): Transaction | null {
  const [old, now] = [linkAt(before.selection.$from), linkAt(after.selection.$from)]
  if (!old || !now || !old.mark.eq(now.mark)) return null
  const [oldText, text] = [textOf(before, old), textOf(after, now)]
  const href = hrefOf(text)
  if (text === oldText || href === null || hrefOf(oldText) !== old.mark.attrs['href']) return null
  const link = markOf(after.schema, 'link')
  return after.tr.addMark(now.from, now.to, link.create({ ...now.mark.attrs, href }))
}

const textOf = ({ doc }: EditorState, { from, to }: LinkRange): string => doc.textBetween(from, to)

/** Where a text leads that is one address as a whole. */
function hrefOf(text: string): string | null {
  const address = addressBefore(text)
  return address?.from === 0 && address.to === text.length ? address.href : null
}
