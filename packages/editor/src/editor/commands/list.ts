import type { Attrs, Node, NodeRange } from '@tiptap/pm/model'
import { liftListItem, sinkListItem, splitListItemKeepMarks, wrapRangeInList } from '@tiptap/pm/schema-list'
import { TextSelection, type Command, type EditorState, type Transaction } from '@tiptap/pm/state'
import { canJoin } from '@tiptap/pm/transform'

import { contextOf, type ListKind } from '../context.ts'
import { innermost, isList, typeOf } from './node.ts'

const LIST: Readonly<Record<ListKind, string>> = { bullet: 'bulletList', ordered: 'orderedList', task: 'bulletList' }

/** Makes a list of the selected blocks, another kind of list of the one they are in, or plain blocks of that kind's items. */
export function toggleList(kind: ListKind): Command {
  return (state, dispatch) => {
    const now = contextOf(state).list
    if (now === kind) return liftItem(state, dispatch)
    const range = itemsOf(state)
    return range ? convert(kind, range)(state, dispatch) : wrap(kind)(state, dispatch)
  }
}

/** The selected items of the innermost list that holds the whole selection. */
function itemsOf(state: EditorState): NodeRange | null {
  const { $from, $to } = state.selection
  return $from.blockRange($to, isList)
}

function convert(kind: ListKind, range: NodeRange): Command {
  return (state, dispatch) => {
    const { tr } = state
    const keepsList = kind === 'task' || range.parent.type.name === LIST[kind]
    if (!keepsList)
      tr.setNodeMarkup(range.start - innerOffset(range), typeOf(state.schema, LIST[kind]), spreadOf(range))
    for (const { node, pos } of selectedItems(range)) {
      const checked = kind === 'task' ? (node.attrs['checked'] ?? false) : null
      tr.setNodeAttribute(pos, 'checked', checked)
    }
    dispatch?.(tr)
    return true
  }
}

const innerOffset = ({ $from, depth, start }: NodeRange): number => start - $from.before(depth)

const spreadOf = ({ parent }: NodeRange): Attrs => ({ spread: parent.attrs['spread'] })

function selectedItems({ parent, start, startIndex, endIndex }: NodeRange): { node: Node; pos: number }[] {
  let pos = start
  return Array.from({ length: endIndex - startIndex }, (_, index) => {
    const node = parent.child(startIndex + index)
    pos += node.nodeSize
    return { node, pos: pos - node.nodeSize }
  })
}

function wrap(kind: ListKind): Command {
  return (state, dispatch) => {
    const { $from, $to } = state.selection
    const range = $from.blockRange($to)
    const { tr } = state
    if (!range || !wrapRangeInList(tr, range, typeOf(state.schema, LIST[kind]))) return false
    if (kind === 'task') checkAll(tr)
    joinLists(tr)
    dispatch?.(tr.scrollIntoView())
    return true
  }
}

function checkAll(tr: Transaction): void {
  const { $from, $to } = tr.selection
  const range = $from.blockRange($to, isList)
  if (range) for (const { pos } of selectedItems(range)) tr.setNodeAttribute(pos, 'checked', false)
}

/** Joins the innermost list of the selection with lists of its type right before and after it, as Markdown would. */
export function joinLists(tr: Transaction): void {
  const { $from } = tr.selection
  const item = innermost($from, 'listItem')
  if (item === null) return
  for (const pos of [$from.after(item - 1), $from.before(item - 1)]) joinAt(tr, pos)
}

/** Joins the two lists that meet at `pos`, if they are of one type. */
export function joinAt(tr: Transaction, pos: number): void {
  const { nodeBefore, nodeAfter } = tr.doc.resolve(pos)
  if (nodeBefore && nodeAfter && isList(nodeBefore) && nodeBefore.type === nodeAfter.type && canJoin(tr.doc, pos)) {
    tr.join(pos)
  }
}

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
