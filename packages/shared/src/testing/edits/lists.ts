import { newItemLike, nodesOf, paragraphOf } from '../pieces.ts'
import { isItem, offsetOf, pick } from '../places.ts'
import type { Edit } from './edit.ts'

/** What is done to lists and their items. */
export const LIST_EDITS: Readonly<Record<string, Edit>> = {
  newItem: (tr, random) => {
    const item = pick(tr, random, isItem)
    if (item === undefined) return false
    const paragraph = paragraphOf(tr.doc.type.schema, 'Ada: a new point, with snake_case and a*b')
    tr.insert(item.pos + item.node.nodeSize, newItemLike(item.node, paragraph))
    return true
  },
  itemBefore: (tr, random) => {
    const item = pick(tr, random, isItem)
    if (item === undefined) return false
    tr.insert(item.pos, newItemLike(item.node, paragraphOf(tr.doc.type.schema, random.pick(['short', '']))))
    return true
  },
  deleteItem: (tr, random) => {
    const item = pick(tr, random, isItem)
    if (item === undefined || tr.doc.resolve(item.pos).parent.childCount < 2) return false
    tr.delete(item.pos, item.pos + item.node.nodeSize)
    return true
  },
  moveItem: (tr, random) => {
    const item = pick(tr, random, isItem)
    if (item === undefined || tr.doc.resolve(item.pos).parent.childCount < 2) return false
    const $item = tr.doc.resolve(item.pos)
    tr.delete(item.pos, item.pos + item.node.nodeSize)
    const list = tr.doc.resolve($item.before() + 1)
    tr.insert(list.pos + offsetOf(list.parent, random.below(list.parent.childCount + 1)), item.node)
    return true
  },
  sinkItem: (tr, random) => {
    const item = pick(tr, random, isItem)
    const $item = item && tr.doc.resolve(item.pos)
    if (item === undefined || $item === undefined || $item.nodeBefore === null) return false
    const before = $item.nodeBefore
    const list = $item.parent.type.create({ ...$item.parent.attrs }, item.node)
    tr.replaceWith(
      item.pos - before.nodeSize,
      item.pos + item.node.nodeSize,
      before.type.create(before.attrs, before.content.addToEnd(list)),
    )
    return true
  },
  checkBox: (tr, random) => {
    const item = pick(tr, random, isItem)
    if (item === undefined) return false
    const { checked } = item.node.attrs
    tr.setNodeMarkup(item.pos, null, {
      checked: checked === null ? random.chance(0.5) : random.chance(0.8) ? !checked : null,
    })
    return true
  },
  listKind: (tr, random) => {
    const list = pick(tr, random, (node) => node.type.name === 'bulletList' || node.type.name === 'orderedList')
    if (list === undefined) return false
    const nodes = nodesOf(tr.doc.type.schema)
    const other = list.node.type.name === 'bulletList' ? nodes('orderedList') : nodes('bulletList')
    tr.setNodeMarkup(list.pos, other, list.node.attrs)
    return true
  },
  startNumber: (tr, random) => {
    const list = pick(tr, random, (node) => node.type.name === 'orderedList')
    if (list === undefined) return false
    tr.setNodeMarkup(list.pos, null, { ...list.node.attrs, start: random.pick([0, 1, 3, 10, 100]) })
    return true
  },
}
