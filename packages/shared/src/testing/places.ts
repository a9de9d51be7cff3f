import type { Node } from '@tiptap/pm/model'
import type { Transform } from '@tiptap/pm/transform'

import type { Random } from './random.ts'

/** Random places in a document, for `edits.ts`. */

export interface Found {
  readonly node: Node
  readonly pos: number
}

export function found(doc: Node, wanted: (node: Node) => boolean): Found[] {
  const all: Found[] = []
  doc.descendants((node, pos) => {
    if (wanted(node)) all.push({ node, pos })
  })
  return all
}

export function pick(tr: Transform, random: Random, wanted: (node: Node) => boolean): Found | undefined {
  const all = found(tr.doc, wanted)
  return all.length === 0 ? undefined : random.pick(all)
}

export function pickText(tr: Transform, random: Random): Found | undefined {
  return pick(
    tr,
    random,
    (node) =>
      node.isTextblock && node.attrs['kind'] !== 'yaml' && (node.type.name !== 'rawBlock' || random.chance(0.2)),
  )
}

export function isItem(node: Node): boolean {
  return node.type.name === 'listItem'
}

/** One letter for every inline node, so that places in it are places in the document. */
export function textIn(node: Node): string {
  return node.textBetween(0, node.content.size, '\uFFFC', '\uFFFC')
}

export function at({ node, pos }: Found, random: Random): number {
  return pos + 1 + random.below(node.content.size + 1)
}

export function rangeIn(block: Found, random: Random): [number, number] {
  const from = block.pos + 1 + random.below(block.node.content.size)
  return [from, Math.min(block.pos + 1 + block.node.content.size, from + 1 + random.below(20))]
}

export function positions(doc: Node): number[] {
  const places: number[] = []
  doc.descendants((node, pos) => {
    if (node.isBlock) places.push(pos)
  })
  return places.filter((place) => place > 0)
}

export function offsetOf(parent: Node, index: number): number {
  let offset = 0
  for (let at = 0; at < index; at++) offset += parent.child(at).nodeSize
  return offset
}
