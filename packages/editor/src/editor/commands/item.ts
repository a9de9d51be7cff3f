import type { Node } from '@tiptap/pm/model'
import { liftListItem, sinkListItem, splitListItemKeepMarks } from '@tiptap/pm/schema-list'
import { TextSelection, type Command, type Transaction } from '@tiptap/pm/state'

import { itemsOf, joinAt, selectedItems } from './items.ts'
import { innermost, isList, typeOf } from './node.ts'

/** Enter in an item: a new item of the same kind, never a checked one. */
export const splitItem: Command = (state, dispatch) => {
  const type = typeOf(state.schema, 'listItem')
  const { $from } = state.selection
  const atStart = $from.parentOffset === 0 && $from.depth > 1 && $from.index(-1) === 0
  const before = $from.depth > 1 ? $from.before(-1) : 0
  const checked: unknown = $from.depth > 1 ? $from.node(-1).attrs['checked'] : null
  return splitListItemKeepMarks(type)(state, dispatch && ((tr) => dispatch(uncheckNew(tr, before, checked, atStart))))
}

function uncheckNew(tr: Transaction, before: number, checked: unknown, atStart: boolean): Transaction {
  const depth = innermost(tr.selection.$from, 'listItem')
  if (depth === null) return tr
  const added = tr.selection.$from.before(depth)
  const outer = tr.doc.nodeAt(added)
  if (outer?.attrs['checked'] === null && checked === null) return tr
  // Splitting at the very start puts the new, empty item before the one that was there.
  tr.setNodeAttribute(atStart ? before : added, 'checked', checked === null ? null : false)
  return atStart ? tr.setNodeAttribute(added, 'checked', checked) : tr
}

/** Enter in an empty item, and Shift-Tab: one level out; from the outermost level, out of the list. */
export const liftItem: Command = (state, dispatch) => liftListItem(typeOf(state.schema, 'listItem'))(state, dispatch)

export const sinkItem: Command = (state, dispatch) => sinkListItem(typeOf(state.schema, 'listItem'))(state, dispatch)

export const liftEmptyItem: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  const isEmptyItem =
    empty && $from.depth > 1 && $from.parent.content.size === 0 && $from.node(-1).type.name === 'listItem'
  return isEmptyItem && $from.node(-1).childCount === 1 && liftItem(state, dispatch)
}

/** Backspace at the very start of an item takes it one level out. */
export const liftAtStart: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  const atStart = empty && $from.parentOffset === 0 && $from.depth > 1 && $from.index(-1) === 0
  return atStart && $from.node(-1).type.name === 'listItem' && liftItem(state, dispatch)
}

/**
 * Backspace at the start of a text block below a list puts its text at the end of the last item. ProseMirror's own answer,
 * to make an item of it, would undo what the Backspace before did, for ever.
 */
export const joinIntoListBefore: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  if (!empty || $from.parentOffset > 0 || $from.depth === 0 || !$from.parent.isTextblock) return false
  const start = $from.before()
  const list = state.doc.resolve(start).nodeBefore
  if (!list || !isList(list) || $from.parent.type.spec.code) return false
  const end = endOfLastText(list, start)
  if (end === null) return false
  const { tr } = state
  tr.delete(start, $from.after())
  joinAt(tr, start)
  tr.insert(end, $from.parent.content).setSelection(TextSelection.create(tr.doc, end))
  dispatch?.(tr.scrollIntoView())
  return true
}

/** The position behind the last letter of the last item of the list that ends at `end`; null if it ends in no plain text. */
function endOfLastText(list: Node, end: number): number | null {
  let pos = end
  let node: Node | null = list
  while (node && !node.isTextblock) {
    pos -= 1
    node = node.lastChild
  }
  return node && !node.type.spec.code ? pos - 1 : null
}

/** Checks or unchecks the selected items; items without a box get one. */
export const toggleChecked: Command = (state, dispatch) => {
  const range = itemsOf(state)
  if (!range) return false
  const items = selectedItems(range)
  const checked = items.some(({ node }) => node.attrs['checked'] === false)
  const { tr } = state
  for (const { node, pos } of items) {
    tr.setNodeAttribute(pos, 'checked', node.attrs['checked'] === null ? false : checked)
  }
  dispatch?.(tr)
  return true
}
