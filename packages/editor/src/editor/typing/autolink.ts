import type { ResolvedPos } from '@tiptap/pm/model'
import { Plugin, type Transaction } from '@tiptap/pm/state'

import { markOf } from '../commands/mark.ts'
import { addressBefore } from './address.ts'
import { hasSource, rule } from './rule.ts'

/** An address becomes a link when a blank is typed behind it. */
export const autolinkRule = rule(/\S $/, (tr, range) => linkBefore(tr, tr.doc.resolve(range.to - 1)))

function linkBefore(tr: Transaction, $end: ResolvedPos): boolean {
  if (!$end.parent.inlineContent || $end.parent.type.spec.code) return false
  const text = $end.parent.textBetween(0, $end.parentOffset, undefined, '￼')
  const address = addressBefore(text)
  if (!address) return false
  const range = { from: $end.start() + address.from, to: $end.start() + address.to }
  const type = markOf(tr.doc.type.schema, 'link')
  if (hasSource(tr, range) || tr.doc.rangeHasMark(range.from, range.to, type)) return false
  tr.addMark(range.from, range.to, type.create({ href: address.href, title: null, reference: null }))
  return true
}

/** The same when Enter is pressed behind it, before Enter does what it does. */
export function autolinkOnEnter(): Plugin {
  return new Plugin({
    props: {
      handleKeyDown(view, event) {
        if (event.key !== 'Enter' || view.composing || !view.state.selection.empty) return false
        const { tr, selection } = view.state
        if (linkBefore(tr, selection.$from)) view.dispatch(tr.setMeta('inputRule', true))
        return false
      },
    },
  })
}
