import { InputRule } from '@tiptap/core'
import type { Transaction } from '@tiptap/pm/state'

export interface Range {
  readonly from: number
  readonly to: number
}

/** Changes `tr`, in which `range` holds the typed text; false leaves the text as typed. */
export type Apply = (tr: Transaction, range: Range, match: RegExpExecArray) => boolean

/**
 * Turns typed text into a format. TipTap keeps rules out of code, pastes and compositions, and undoes the last one on
 * Backspace; this keeps them out of links too, whose text is somebody's address.
 */
export function rule(find: RegExp, apply: Apply): InputRule {
  return new InputRule({
    find,
    handler: ({ state, range, match }) => {
      const { tr } = state
      if (isLinked(tr, range) || !apply(tr, range, match as RegExpExecArray)) return null
      return undefined
    },
  })
}

function isLinked({ doc }: Transaction, { from, to }: Range): boolean {
  const { link } = doc.type.schema.marks
  return link !== undefined && doc.rangeHasMark(from, to, link)
}

/** Whether part of the range is code or source, whose letters mean nothing to Markdown. */
export function hasSource({ doc }: Transaction, { from, to }: Range): boolean {
  let found = false
  doc.nodesBetween(from, to, (node) => {
    if (node.marks.some((mark) => mark.type.spec.code)) found = true
  })
  return found
}
