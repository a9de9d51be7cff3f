import type { NodeRange } from '@tiptap/pm/model'
import type { Command, EditorState } from '@tiptap/pm/state'

import { isList } from './node.ts'

/** Moves the selected items, table rows or blocks past their neighbour. Says yes at the edge too: the key is not for others. */
export function moveBlock(direction: 'up' | 'down'): Command {
  return (state, dispatch) => {
    const range = movable(state)
    if (!range) return false
    const { parent, startIndex, endIndex, start, end } = range
    const neighbour = direction === 'up' ? parent.maybeChild(startIndex - 1) : parent.maybeChild(endIndex)
    if (!neighbour || !dispatch) return true
    const { tr } = state
    // The neighbour is what is taken out and put in again: so the selection stays where it is, in what moves.
    if (direction === 'up') tr.insert(end, neighbour).delete(start - neighbour.nodeSize, start)
    else tr.delete(end, end + neighbour.nodeSize).insert(start, neighbour)
    dispatch(tr.scrollIntoView())
    return true
  }
}

function movable({ selection: { $from, $to } }: EditorState): NodeRange | null {
  return $from.blockRange($to, (node) => isList(node) || ['table', 'blockquote', 'doc'].includes(node.type.name))
}
