import type { Node } from '@tiptap/pm/model'
import { DecorationSet } from '@tiptap/pm/view'

/** How a set keeps its decorations: those of its own node, and for each child with some its start, its end and their set. */
interface Inside {
  readonly local: readonly { readonly inline?: boolean }[]
  readonly children: readonly (number | DecorationSet)[]
}

/**
 * The same set, in which the marks of a block are found at once. At every key ProseMirror asks for the marks of each block of
 * the document, and looks through all of them to find these: in long minutes that takes a fifth of the time of the key.
 */
export function quickMarks(set: DecorationSet): DecorationSet {
  const { local, children } = set as unknown as Inside
  // Pieces of text that lie across several blocks are the one thing that is not found by its block.
  if (set === DecorationSet.empty || local.some(({ inline }) => inline !== false)) return set
  const forChild = (offset: number, _node: Node): DecorationSet => childAt(children, offset) ?? DecorationSet.empty
  return Object.assign(Object.create(set) as DecorationSet, { forChild })
}

/** By halving: the starts ascend. */
function childAt(children: Inside['children'], offset: number): DecorationSet | undefined {
  let low = 0
  let high = children.length / 3
  while (low < high) {
    const middle = (low + high) >> 1
    if ((children[middle * 3] as number) < offset) low = middle + 1
    else high = middle
  }
  return children[low * 3] === offset ? (children[low * 3 + 2] as DecorationSet) : undefined
}
