import type { Node, NodeRange } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { canJoin } from '@tiptap/pm/transform'

import { isList } from './node.ts'

/** The selected items of the innermost list that holds the whole selection. */
export function itemsOf(state: EditorState): NodeRange | null {
  const { $from, $to } = state.selection
  return $from.blockRange($to, isList)
}

/** The items of such a range, each with the position before it. */
export function selectedItems({ parent, start, startIndex, endIndex }: NodeRange): { node: Node; pos: number }[] {
  let pos = start
  return Array.from({ length: endIndex - startIndex }, (_, index) => {
    const node = parent.child(startIndex + index)
    pos += node.nodeSize
    return { node, pos: pos - node.nodeSize }
  })
}

/** Joins the two lists that meet at `pos`, if they are of one type. */
export function joinAt(tr: Transaction, pos: number): void {
  const { nodeBefore, nodeAfter } = tr.doc.resolve(pos)
  if (nodeBefore && nodeAfter && isList(nodeBefore) && nodeBefore.type === nodeAfter.type && canJoin(tr.doc, pos)) {
    tr.join(pos)
  }
}
