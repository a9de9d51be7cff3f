import type { Node } from '@tiptap/pm/model'
import * as Y from 'yjs'

import { align } from './alignment.ts'
import type { Parent, Rendering } from './rendering.ts'
import { clearText, createText, sameText, writeText } from './text.ts'

/** What Yjs holds: neighbouring texts are one slot, as two people who begin an empty line each make a text of their own. */
type Slot =
  | { readonly kind: 'text'; readonly index: number; readonly texts: Y.XmlText[] }
  | { readonly kind: 'element'; readonly index: number; readonly element: Y.XmlElement }

/** What the editor shows, in the same grain. */
type Piece = { readonly kind: 'text'; readonly nodes: Node[] } | { readonly kind: 'element'; readonly node: Node }

/**
 * Makes a Yjs type equal to the node that the editor shows now, touching as little as it can: what did not change keeps
 * its element, and with it everybody's carets and whatever others write there at this moment.
 */
export function writeNode(rendering: Rendering, parent: Parent, node: Node): void {
  const before = rendering.known(parent)
  if (before === node) return
  if (parent instanceof Y.XmlElement) writeAttributes(parent, before, node)
  rendering.set(parent, node)
  if (before?.content !== node.content) writeChildren(rendering, parent, node)
}

function writeAttributes(element: Y.XmlElement, before: Node | undefined, node: Node): void {
  const attrs: Record<string, unknown> = node.attrs
  for (const [name, value] of Object.entries(attrs)) {
    if (JSON.stringify(before?.attrs[name]) === JSON.stringify(value)) continue
    // Only what the person changed is written, so a default never overwrites what somebody else just set.
    if (value === null) element.removeAttribute(name)
    else setAttribute(element, name, value)
  }
}

function writeChildren(rendering: Rendering, parent: Parent, node: Node): void {
  const slots = slotsOf(parent)
  const pieces = piecesOf(node)
  const same = (slot: Slot | undefined, piece: Piece | undefined): boolean => isSame(rendering, slot, piece)
  const shorter = Math.min(slots.length, pieces.length)
  let left = 0
  while (left < shorter && same(slots[left], pieces[left])) left += 1
  let right = 0
  while (left + right < shorter && same(slots.at(-1 - right), pieces.at(-1 - right))) right += 1

  const [oldGap, newGap] = [slots.slice(left, slots.length - right), pieces.slice(left, pieces.length - right)]
  const pairs = align(oldGap.length, newGap.length, (s, p) => likeness(rendering, oldGap[s], newGap[p]))
  // From the end to the start, so that the indexes before stay true.
  const next = slots[slots.length - right]
  let [oldEnd, newEnd, index] = [oldGap.length, newGap.length, next?.index ?? parent.length]
  for (const [s, p] of pairs.toReversed()) {
    replaceGap(rendering, parent, index, oldGap.slice(s + 1, oldEnd), newGap.slice(p + 1, newEnd))
    const [slot, piece] = [oldGap[s], newGap[p]]
    if (slot?.kind === 'text' && piece?.kind === 'text') writeText(slot.texts, piece.nodes)
    if (slot?.kind === 'element' && piece?.kind === 'element') writeNode(rendering, slot.element, piece.node)
    ;[oldEnd, newEnd, index] = [s, p, slot?.index ?? index]
  }
  replaceGap(rendering, parent, index, oldGap.slice(0, oldEnd), newGap.slice(0, newEnd))
}

/** Puts `pieces` before `index`, and removes `slots`, which end there. */
function replaceGap(rendering: Rendering, parent: Parent, index: number, slots: Slot[], pieces: Piece[]): void {
  if (pieces.length > 0)
    parent.insert(
      index,
      pieces.map((piece) => create(rendering, piece)),
    )
  for (const slot of slots.toReversed()) {
    if (slot.kind === 'element') parent.delete(slot.index, 1)
    // The text itself stays, empty: what somebody else is writing into it must not go with it.
    else clearText(slot.texts)
  }
}

function create(rendering: Rendering, piece: Piece): Y.XmlElement | Y.XmlText {
  if (piece.kind === 'text') return createText(piece.nodes)
  const element = new Y.XmlElement(piece.node.type.name)
  const attrs: Record<string, unknown> = piece.node.attrs
  for (const [name, value] of Object.entries(attrs)) {
    if (value !== null) setAttribute(element, name, value)
  }
  element.insert(
    0,
    piecesOf(piece.node).map((child) => create(rendering, child)),
  )
  rendering.set(element, piece.node)
  return element
}

function setAttribute(element: Y.XmlElement, name: string, value: unknown): void {
  // Yjs types attributes as strings; it keeps any JSON value, and so does the seed.
  element.setAttribute(name, value as string)
}

function slotsOf(parent: Parent): Slot[] {
  const slots: Slot[] = []
  for (const [index, child] of parent.toArray().entries()) {
    const last = slots.at(-1)
    if (child instanceof Y.XmlElement) slots.push({ kind: 'element', index, element: child })
    else if (!(child instanceof Y.XmlText)) continue
    else if (last?.kind === 'text') last.texts.push(child)
    else slots.push({ kind: 'text', index, texts: [child] })
  }
  return slots
}

function piecesOf(node: Node): Piece[] {
  const pieces: Piece[] = []
  node.forEach((child) => {
    const last = pieces.at(-1)
    if (!child.isText) pieces.push({ kind: 'element', node: child })
    else if (last?.kind === 'text') last.nodes.push(child)
    else pieces.push({ kind: 'text', nodes: [child] })
  })
  return pieces
}

function isSame(rendering: Rendering, slot: Slot | undefined, piece: Piece | undefined): boolean {
  if (slot?.kind === 'text' && piece?.kind === 'text') return sameText(slot.texts, piece.nodes)
  return slot?.kind === 'element' && piece?.kind === 'element' && rendering.known(slot.element) === piece.node
}

/** How well a piece continues a slot: 0 not at all, 4 it is the same node, and between 1 and 2 by how much text they share. */
function likeness(rendering: Rendering, slot: Slot | undefined, piece: Piece | undefined): number {
  if (slot?.kind === 'text' && piece?.kind === 'text') {
    return 1 + sharedText(slot.texts.map(plainText).join(''), piece.nodes.map((node) => node.text ?? '').join(''))
  }
  if (slot?.kind !== 'element' || piece?.kind !== 'element') return 0
  const before = rendering.known(slot.element)
  if (before === piece.node) return 4
  if (before === undefined || before.type !== piece.node.type) return 0
  return 1 + sharedText(before.textContent, piece.node.textContent)
}

function plainText(text: Y.XmlText): string {
  return (text.toDelta() as { insert: string }[]).map(({ insert }) => insert).join('')
}

/** The part (0 to 1) of the longer text that both begin and end with. */
function sharedText(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length)
  let left = 0
  while (left < shorter && a[left] === b[left]) left += 1
  let right = 0
  while (left + right < shorter && a.at(-1 - right) === b.at(-1 - right)) right += 1
  return shorter === 0 ? Number(a.length === b.length) : (left + right) / Math.max(a.length, b.length)
}
