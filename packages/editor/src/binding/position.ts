import type { Node } from '@tiptap/pm/model'
import { type Selection, TextSelection } from '@tiptap/pm/state'
import * as Y from 'yjs'

import type { Parent, Rendering } from './rendering.ts'

/** To which neighbour a place holds: -1 to what is left of it, 0 to what is right of it. */
export type Side = -1 | 0

/**
 * A place in the document, said by the character beside it, so that it stays right whatever is written elsewhere. `doc` is
 * what the editor shows of `root`, and in step with it.
 */
export function toRelative(
  rendering: Rendering,
  root: Y.XmlFragment,
  doc: Node,
  pos: number,
  side: Side,
): Y.RelativePosition {
  const place = doc.resolve(pos)
  let parent: Parent = root
  for (let depth = 0; depth < place.depth; depth++) {
    const element: unknown = parent.toArray()[place.index(depth)]
    // A node that only the view has (see Rendering): its parent is the nearest that everybody knows.
    if (!(element instanceof Y.XmlElement)) return Y.createRelativePositionFromTypeIndex(parent, parent.length, side)
    parent = element
  }
  let offset = place.parentOffset
  for (const [index, child] of parent.toArray().entries()) {
    if (side === -1 && offset === 0) return Y.createRelativePositionFromTypeIndex(parent, index, side)
    const size = sizeOf(rendering, child)
    if (child instanceof Y.XmlText) {
      if (offset < size + (side === -1 ? 1 : 0)) return Y.createRelativePositionFromTypeIndex(child, offset, side)
    } else if (offset === 0) {
      return Y.createRelativePositionFromTypeIndex(parent, index, side)
    }
    offset -= size
  }
  return Y.createRelativePositionFromTypeIndex(parent, parent.length, side)
}

/** Where a place is now, as a ProseMirror position, or null where the text around it is gone. */
export function toAbsolute(rendering: Rendering, root: Y.XmlFragment, place: Y.RelativePosition): number | null {
  const found = root.doc === null ? null : Y.createAbsolutePositionFromRelativePosition(place, root.doc)
  if (found === null) return null
  let type: unknown = found.type
  let pos = type instanceof Y.XmlText ? found.index : offsetAt(rendering, type, found.index)
  while (type !== root) {
    if (!(type instanceof Y.XmlText || type instanceof Y.XmlElement) || type._item?.deleted !== false) return null
    const parent: unknown = type.parent
    if (!(parent instanceof Y.XmlFragment)) return null
    pos += (type instanceof Y.XmlElement ? 1 : 0) + (offsetsOf(rendering, parent).get(type) ?? 0)
    type = parent
  }
  return pos
}

function offsetAt(rendering: Rendering, parent: unknown, index: number): number {
  if (!(parent instanceof Y.XmlFragment)) return 0
  const child: unknown = parent.get(index)
  if (index < parent.length) return offsetsOf(rendering, parent).get(child) ?? 0
  return parent.toArray().reduce((sum, child) => sum + sizeOf(rendering, child), 0)
}

interface Offsets {
  readonly node: Node
  readonly of: ReadonlyMap<unknown, number>
}

/** Where the children of a type begin inside it; true as long as the type is shown by the same node. */
const offsets = new WeakMap<Parent, Offsets>()

function offsetsOf(rendering: Rendering, parent: Parent): Offsets['of'] {
  const node = rendering.node(parent)
  const before = offsets.get(parent)
  if (before?.node === node) return before.of
  const of = new Map<unknown, number>()
  let offset = 0
  for (const child of parent.toArray()) {
    of.set(child, offset)
    offset += sizeOf(rendering, child)
  }
  offsets.set(parent, { node, of })
  return of
}

function sizeOf(rendering: Rendering, child: unknown): number {
  if (child instanceof Y.XmlText) return child.length
  return child instanceof Y.XmlElement ? (rendering.known(child)?.nodeSize ?? 0) : 0
}

/** A selection of text, by places instead of positions. */
export interface RelativeSelection {
  readonly anchor: Y.RelativePosition
  readonly head: Y.RelativePosition
}

/**
 * A caret holds to what is left of it: two people who write at the same spot then get two runs of text, not one that
 * alternates letter by letter. The edges of a selection hold to what is selected.
 */
export function relativeSelection(
  rendering: Rendering,
  root: Y.XmlFragment,
  doc: Node,
  selection: Selection,
): RelativeSelection | null {
  if (!(selection instanceof TextSelection)) return null
  const { anchor, head, from, empty } = selection
  const side = (pos: number): Side => (!empty && pos === from ? 0 : -1)
  return {
    anchor: toRelative(rendering, root, doc, anchor, side(anchor)),
    head: toRelative(rendering, root, doc, head, side(head)),
  }
}

/** The selection in the document as it is now, or null where its text is gone. */
export function absoluteSelection(
  rendering: Rendering,
  root: Y.XmlFragment,
  doc: Node,
  { anchor, head }: RelativeSelection,
): TextSelection | null {
  const [from, to] = [toAbsolute(rendering, root, anchor), toAbsolute(rendering, root, head)]
  if (from === null || to === null || Math.max(from, to) > doc.content.size) return null
  const selection = TextSelection.between(doc.resolve(from), doc.resolve(to))
  return selection instanceof TextSelection ? selection : null
}
