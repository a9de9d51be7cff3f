import type { NodeType } from '@tiptap/pm/model'
import { findWrapping, liftTarget } from '@tiptap/pm/transform'

import { isIdentified } from '../../document/identity.ts'
import { newBlock, nodesOf } from '../pieces.ts'
import { found, type Found, offsetOf, pick } from '../places.ts'
import type { Edit } from './edit.ts'

/** What is done to whole blocks. */
export const BLOCK_EDITS: Readonly<Record<string, Edit>> = {
  newBlock: (tr, random) => {
    const parents = found(
      tr.doc,
      (node) =>
        node.type.name !== 'table' &&
        node.type.contentMatch.matchType(nodesOf(tr.doc.type.schema)('paragraph')) !== null &&
        !node.isTextblock,
    )
    const parent: Found = random.chance(0.6) || parents.length === 0 ? { node: tr.doc, pos: -1 } : random.pick(parents)
    let place = parent.pos + 1
    for (let index = random.below(parent.node.childCount + 1); index > 0; index--)
      place += parent.node.child(index - 1).nodeSize
    tr.insert(place, newBlock(tr.doc.type.schema, random))
    return true
  },
  deleteBlock: (tr, random) => {
    const block = pick(tr, random, (node) => node.isBlock && node.type.name !== 'tableCell')
    if (block === undefined) return false
    tr.deleteRange(block.pos, block.pos + block.node.nodeSize)
    return true
  },
  moveBlock: (tr, random) => {
    const { doc } = tr
    if (doc.childCount < 2) return false
    const from = random.below(doc.childCount)
    const node = doc.child(from)
    tr.delete(offsetOf(doc, from), offsetOf(doc, from) + node.nodeSize)
    tr.insert(offsetOf(tr.doc, random.below(tr.doc.childCount + 1)), node)
    return true
  },
  lift: (tr, random) => {
    const block = pick(tr, random, (node) => node.isTextblock)
    const $from = block && tr.doc.resolve(block.pos + 1)
    const range = $from?.blockRange()
    const target = range ? liftTarget(range) : null
    if (!range || target === null) return false
    tr.lift(range, target)
    return true
  },
  wrap: (tr, random) => {
    const block = pick(tr, random, (node) => node.isTextblock && node.type.name !== 'tableCell')
    const range = block && tr.doc.resolve(block.pos + 1).blockRange()
    const nodes = nodesOf(tr.doc.type.schema)
    const wrapping =
      range && findWrapping(range, random.pick([nodes('blockquote'), nodes('bulletList'), nodes('orderedList')]))
    if (!range || !wrapping) return false
    tr.wrap(range, wrapping)
    return true
  },
  blockType: (tr, random) => {
    const block = pick(
      tr,
      random,
      (node) => node.isTextblock && node.type.name !== 'tableCell' && node.type.name !== 'rawBlock',
    )
    if (block === undefined) return false
    const nodes = nodesOf(tr.doc.type.schema)
    const [type, attrs] = random.pick<[NodeType, Record<string, unknown>]>([
      [nodes('paragraph'), {}],
      [nodes('heading'), { level: 1 + random.below(6) }],
      [nodes('codeBlock'), { language: random.pick([null, 'js']) }],
    ])
    tr.setBlockType(block.pos + 1, block.pos + block.node.nodeSize - 1, type, attrs)
    return true
  },
  identity: (tr, random) => {
    const block = pick(tr, random, ({ type }) => isIdentified({ type: type.name }))
    if (block === undefined) return false
    tr.setNodeAttribute(block.pos, 'id', random.pick(['abcdefghij', 'klmnopqrst', null]))
    tr.setNodeAttribute(block.pos, 'role', random.pick(['action', 'agenda', 'plain', null]))
    return true
  },
  headingLevel: (tr, random) => {
    const heading = pick(tr, random, (node) => node.type.name === 'heading')
    if (heading === undefined) return false
    tr.setNodeAttribute(heading.pos, 'level', 1 + random.below(6))
    return true
  },
}
