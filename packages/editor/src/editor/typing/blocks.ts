import type { InputRule } from '@tiptap/core'
import type { Node, NodeType } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import { canJoin, findWrapping } from '@tiptap/pm/transform'

import { becomeTextBlock, caretBehind } from '../commands/block.ts'
import { joinAt } from '../commands/items.ts'
import { joinLists } from '../commands/list.ts'
import { innermost, isList, typeOf } from '../commands/node.ts'
import { rule, type Range } from './rule.ts'

const nodeType = (tr: Transaction, name: string): NodeType => typeOf(tr.doc.type.schema, name)

const parentOf = (tr: Transaction, { from }: Range): Node => tr.doc.resolve(from).parent

const heading = rule(/^(#{1,6}) $/, (tr, range, match) => {
  const { name } = parentOf(tr, range).type
  if (name !== 'paragraph' && name !== 'heading') return false
  tr.delete(range.from, range.to)
  becomeTextBlock(tr, [range.from, range.from], 'heading', { level: match[1]?.length })
  return true
})

const quote = rule(/^> $/, (tr, range) => {
  if (!wrap(tr, range, 'blockquote')) return false
  const $from = tr.doc.resolve(range.from)
  const depth = innermost($from, 'blockquote')
  const before = depth === null ? 0 : $from.before(depth)
  // A quote typed right below another goes on with it, as it would in Markdown.
  if (tr.doc.resolve(before).nodeBefore?.type.name === 'blockquote' && canJoin(tr.doc, before)) tr.join(before)
  return true
})

const bulletList = rule(/^[-*+] $/, (tr, range) => {
  if (absorb(tr, range, 'bulletList')) return true
  return wrap(tr, range, 'bulletList') && (joinLists(tr), true)
})

/** Up to three digits: a line that begins with a year is no list. */
const orderedList = rule(/^(\d{1,3})[.)] $/, (tr, range, match) => {
  if (absorb(tr, range, 'orderedList')) return true
  const start = Number(match[1])
  if (!wrap(tr, range, 'orderedList', { start })) return false
  joinIfNext(tr, start)
  return true
})

/** Goes on with the list above if the typed number does. */
function joinIfNext(tr: Transaction, start: number): void {
  const { $from } = tr.selection
  const item = innermost($from, 'listItem')
  if (item === null) return
  const before = $from.before(item - 1)
  const list = tr.doc.resolve(before).nodeBefore
  if (list && Number(list.attrs['start']) + list.childCount === start) joinAt(tr, before)
}

/** `[ ] ` and `[x] `: a check box for the item that it begins, or a new task list. */
const task = rule(/^\[( ?|[xX])\] $/, (tr, range, match) => {
  const checked = /x/i.test(match[1] ?? '')
  if (!itemBegunAt(tr, range)) {
    if (!wrap(tr, range, 'bulletList')) return false
    joinLists(tr)
  } else tr.delete(range.from, range.to)
  const $from = tr.selection.$from
  const depth = innermost($from, 'listItem')
  if (depth === null) return false
  tr.setNodeAttribute($from.before(depth), 'checked', checked)
  return true
})

const codeBlock = rule(/^```([^\s`]*) $/, (tr, range, match) => {
  const parent = parentOf(tr, range)
  if (parent.type.name !== 'paragraph' || parent.content.size !== range.to - range.from) return false
  tr.delete(range.from, range.to)
  tr.setBlockType(range.from, range.from, nodeType(tr, 'codeBlock'), { language: match[1] || null })
  return true
})

const dividingLine = rule(/^(?:---|\*\*\* |___ )$/, (tr, range) => {
  const $from = tr.doc.resolve(range.from)
  if ($from.parent.type.name !== 'paragraph' || $from.parent.content.size !== range.to - range.from) return false
  const line = nodeType(tr, 'horizontalRule')
  if (!$from.node(-1).canReplaceWith($from.index(-1), $from.indexAfter(-1), line)) return false
  const at = $from.before()
  tr.replaceWith(at, $from.after(), line.create())
  caretBehind(tr, at + 1)
  return true
})

/** The markers that begin a block. */
export const blockRules: readonly InputRule[] = [heading, quote, bulletList, orderedList, task, codeBlock, dividingLine]

/** Takes the typed marker away and wraps its paragraph. */
function wrap(tr: Transaction, range: Range, name: string, attrs: { start: number } | null = null): boolean {
  const $from = tr.doc.resolve(range.from)
  // In an item of a list another marker would begin a list within the item, which nobody means.
  if ($from.parent.type.name !== 'paragraph' || (name !== 'blockquote' && itemBegunAt(tr, range))) return false
  tr.delete(range.from, range.to)
  const block = tr.doc.resolve(range.from).blockRange()
  const wrapping = block && findWrapping(block, nodeType(tr, name), attrs)
  if (!block || !wrapping) return false
  tr.wrap(block, wrapping)
  return true
}

/** Many type the marker in every new item out of habit: it is taken as said. */
function absorb(tr: Transaction, range: Range, name: string): boolean {
  if (!itemBegunAt(tr, range) || listOf(tr, range)?.type.name !== name) return false
  tr.delete(range.from, range.to)
  return true
}

/** Whether the paragraph is the first of a list's item. */
function itemBegunAt(tr: Transaction, range: Range): boolean {
  const $from = tr.doc.resolve(range.from)
  return $from.depth > 1 && $from.node(-1).type.name === 'listItem' && $from.index(-1) === 0
}

function listOf(tr: Transaction, range: Range): Node | null {
  const node = tr.doc.resolve(range.from).node(-2)
  return isList(node) ? node : null
}
