import { identityOf } from '@plenary/shared/document'
import type { Attrs, NodeRange } from '@tiptap/pm/model'
import { wrapRangeInList } from '@tiptap/pm/schema-list'
import type { Command, Transaction } from '@tiptap/pm/state'

import { contextOf, type ListKind } from '../context.ts'
import { liftItem } from './item.ts'
import { itemsOf, joinAt, selectedItems } from './items.ts'
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

function convert(kind: ListKind, range: NodeRange): Command {
  return (state, dispatch) => {
    const { tr } = state
    const keepsList = kind === 'task' || range.parent.type.name === LIST[kind]
    if (!keepsList) tr.setNodeMarkup(range.start - innerOffset(range), typeOf(state.schema, LIST[kind]), keptOf(range))
    for (const { node, pos } of selectedItems(range)) {
      const checked = kind === 'task' ? (node.attrs['checked'] ?? false) : null
      tr.setNodeAttribute(pos, 'checked', checked)
    }
    dispatch?.(tr)
    return true
  }
}

const innerOffset = ({ $from, depth, start }: NodeRange): number => start - $from.before(depth)

const keptOf = ({ parent }: NodeRange): Attrs => ({ spread: parent.attrs['spread'], ...identityOf(parent.attrs) })

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
