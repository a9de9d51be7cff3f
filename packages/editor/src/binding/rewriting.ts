import { Fragment, type Node, Slice } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import { ReplaceStep } from '@tiptap/pm/transform'

/** The node that showed the same Yjs element before, where there was one. */
export type Former = (node: Node) => Node | undefined

/**
 * Adds the steps that turn the transaction's document into `after`, one for each place that differs and none wider than
 * that, so that decorations, node views and positions elsewhere stay as they are.
 */
export function rewrite(tr: Transaction, after: Node, former: Former): void {
  const before = tr.doc
  rewriteContent(tr, before, after, 0, former)
  if (tr.doc.eq(after)) return
  // Cannot happen; but if it ever did, what the person sees must still be the document.
  tr.step(new ReplaceStep(0, tr.doc.content.size, new Slice(after.content, 0, 0)))
}

/** `start`: where the content of `before` begins. Works from the end to the start, so positions before stay true. */
function rewriteContent(tr: Transaction, before: Node, after: Node, start: number, former: Former): void {
  if (before.content === after.content) return
  if (before.inlineContent) {
    rewriteInline(tr, before, after, start)
    return
  }
  const pairs = pairChildren(before, after, former)
  const ends = offsetsOf(before)
  let [oldEnd, newEnd] = [before.childCount, after.childCount]
  for (const [o, n] of pairs.toReversed()) {
    replaceChildren(tr, after, [start + (ends[o + 1] ?? 0), start + (ends[oldEnd] ?? 0)], [n + 1, newEnd])
    const [oldChild, newChild] = [before.child(o), after.child(n)]
    if (oldChild !== newChild) rewriteNode(tr, oldChild, newChild, start + (ends[o] ?? 0), former)
    ;[oldEnd, newEnd] = [o, n]
  }
  replaceChildren(tr, after, [start, start + (ends[oldEnd] ?? 0)], [0, newEnd])
}

function rewriteNode(tr: Transaction, before: Node, after: Node, pos: number, former: Former): void {
  rewriteContent(tr, before, after, pos + 1, former)
  const attrs: Record<string, unknown> = after.attrs
  for (const [name, value] of Object.entries(attrs)) {
    if (before.attrs[name] !== value) tr.setNodeAttribute(pos, name, value)
  }
}

function replaceChildren(
  tr: Transaction,
  after: Node,
  [from, to]: [number, number],
  [first, end]: [number, number],
): void {
  if (from === to && first === end) return
  const content = Fragment.from(after.children.slice(first, end))
  tr.step(new ReplaceStep(from, to, new Slice(content, 0, 0)))
}

function rewriteInline(tr: Transaction, before: Node, after: Node, start: number): void {
  const from = before.content.findDiffStart(after.content)
  const end = before.content.findDiffEnd(after.content)
  if (from === null || end === null) return
  // In «aa» to «aaa» both searches pass the same letters; the range must not be negative.
  const overlap = Math.max(0, from - Math.min(end.a, end.b))
  const slice = new Slice(after.content.cut(from, end.b + overlap), 0, 0)
  tr.step(new ReplaceStep(start + from, start + end.a + overlap, slice))
}

/** Pairs the children that are the same node, or show the same Yjs element. Elements of Yjs never change their order. */
function pairChildren(before: Node, after: Node, former: Former): [number, number][] {
  const pairs: [number, number][] = []
  const shorter = Math.min(before.childCount, after.childCount)
  let left = 0
  while (left < shorter && before.child(left) === after.child(left)) left += 1
  let right = 0
  while (
    left + right < shorter &&
    before.child(before.childCount - 1 - right) === after.child(after.childCount - 1 - right)
  ) {
    right += 1
  }
  for (let index = 0; index < left; index++) pairs.push([index, index])
  const places = new Map<Node, number[]>()
  for (let index = left; index < before.childCount - right; index++) {
    const child = before.child(index)
    places.set(child, [...(places.get(child) ?? []), index])
  }
  let last = left - 1
  for (let index = left; index < after.childCount - right; index++) {
    const child = after.child(index)
    const place = (places.get(child) ?? places.get(former(child) ?? child))?.find((place) => place > last)
    if (place === undefined || before.child(place).type !== child.type) continue
    pairs.push([place, index])
    last = place
  }
  for (let index = right; index > 0; index--) pairs.push([before.childCount - index, after.childCount - index])
  return pairs
}

/** Where each child begins, and at the end where the last one ends. */
function offsetsOf(node: Node): number[] {
  const offsets = [0]
  node.forEach((child, offset) => offsets.push(offset + child.nodeSize))
  return offsets
}
