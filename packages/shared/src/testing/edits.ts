import type { Node, NodeType, Schema } from '@tiptap/pm/model'
import { Fragment, Slice } from '@tiptap/pm/model'
import { canJoin, canSplit, findWrapping, liftTarget, Transform } from '@tiptap/pm/transform'

import { isIdentified } from '../document/identity.ts'
import type { DocJson } from '../document/node.ts'
import { NASTY } from './nasty.ts'
import { cellOf, insertInline, newBlock, newItemLike, nodesOf, paragraphOf, pickMark, type } from './pieces.ts'
import type { Found } from './places.ts'
import { at, found, isItem, offsetOf, pick, pickText, positions, rangeIn, startOf, textIn } from './places.ts'
import type { Random } from './random.ts'

/** Everything a person can do to the minutes in the editor, as ProseMirror steps at random places. */

export interface Edited {
  readonly name: string
  readonly document: DocJson
}

/** One edit; a kind that finds no place in this document gives way to another. Throws if the outcome breaks the schema. */
export function edit(
  document: DocJson,
  schema: Schema,
  random: Random,
  names: readonly string[] = Object.keys(EDITS),
): Edited {
  const node = schema.nodeFromJSON(document)
  for (let tries = 0; tries < 60; tries++) {
    const name = random.pick(names)
    const tr = new Transform(node)
    if (!isDone(tr, random, name) || !tr.docChanged) continue
    tr.doc.check()
    return { name, document: tr.doc.toJSON() as DocJson }
  }
  return { name: 'none', document }
}

/** ProseMirror refuses some steps at some places; such an edit is no edit. */
function isDone(tr: Transform, random: Random, name: string): boolean {
  try {
    return EDITS[name]?.(tr, random) ?? false
  } catch (error) {
    if (error instanceof RangeError || (error instanceof Error && error.name === 'TransformError')) return false
    throw error
  }
}

type Edit = (tr: Transform, random: Random) => boolean

export const EDITS: Readonly<Record<string, Edit>> = {
  word: (tr, random) => {
    const block = pickText(tr, random)
    const words = block === undefined ? [] : [...textIn(block.node).matchAll(/\p{L}{3,}/gu)]
    if (block === undefined || words.length === 0) return false
    const word = random.pick(words)
    const from = block.pos + 1 + word.index
    if (tr.doc.textBetween(from, from + word[0].length) !== word[0]) return false
    type(tr, random.pick(['changed', 'snake_case', 'x']), from, from + word[0].length)
    return true
  },
  type: (tr, random) => {
    const block = pickText(tr, random)
    if (block === undefined) return false
    const text = Array.from({ length: 1 + random.below(3) }, () => random.pick(NASTY)).join(random.pick(['', ' ']))
    type(tr, text, at(block, random))
    return true
  },
  deleteText: (tr, random) => {
    const block = pickText(tr, random)
    if (block === undefined || block.node.content.size === 0) return false
    const [from, to] = rangeIn(block, random)
    tr.delete(from, to)
    return true
  },
  deleteAcross: (tr, random) => {
    const size = tr.doc.content.size
    const from = random.below(size)
    tr.deleteRange(from, Math.min(size, from + random.below(200)))
    return true
  },
  split: (tr, random) => {
    const block = pickText(tr, random)
    if (block === undefined) return false
    const place = at(block, random)
    const depth = tr.doc.resolve(place).node(-1).type.name === 'listItem' ? random.pick([1, 2]) : 1
    if (!canSplit(tr.doc, place, depth)) return false
    tr.split(place, depth)
    return true
  },
  join: (tr, random) => {
    const places = positions(tr.doc).filter((place) => canJoin(tr.doc, place))
    if (places.length === 0) return false
    tr.join(random.pick(places))
    return true
  },
  mark: (tr, random) => {
    const block = pickText(tr, random)
    if (block === undefined || block.node.content.size === 0 || block.node.type.spec.code === true) return false
    const [from, to] = rangeIn(block, random)
    tr.addMark(from, to, pickMark(tr.doc.type.schema, random))
    return true
  },
  unmark: (tr, random) => {
    const block = pickText(tr, random)
    if (block === undefined || block.node.content.size === 0) return false
    const [from, to] = rangeIn(block, random)
    tr.removeMark(from, to)
    return true
  },
  hardBreak: (tr, random) => insertInline(tr, random, (schema) => nodesOf(schema)('hardBreak').create()),
  image: (tr, random) =>
    insertInline(tr, random, (schema) => nodesOf(schema)('image').create({ src: 'a b.png', alt: 'an *image*' })),
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
    tr.delete(startOf(doc, from), startOf(doc, from) + node.nodeSize)
    tr.insert(startOf(tr.doc, random.below(tr.doc.childCount + 1)), node)
    return true
  },
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
  cell: (tr, random) => {
    const cell = pick(tr, random, (node) => node.type.name === 'tableCell')
    if (cell === undefined) return false
    const text = random.pick(['17', 'a | b', '', 'snake_case', '`x|y`'])
    tr.replaceWith(
      cell.pos + 1,
      cell.pos + cell.node.nodeSize - 1,
      text === '' ? Fragment.empty : tr.doc.type.schema.text(text),
    )
    return true
  },
  newRow: (tr, random) => {
    const row = pick(tr, random, (node) => node.type.name === 'tableRow')
    if (row === undefined) return false
    const cells = Array.from({ length: row.node.childCount }, (_, index) =>
      cellOf(tr.doc.type.schema, `n${index}`, row.node.child(index).attrs),
    )
    tr.insert(row.pos + row.node.nodeSize, row.node.type.create(null, cells))
    return true
  },
  deleteRow: (tr, random) => {
    const row = pick(tr, random, (node) => node.type.name === 'tableRow')
    if (row === undefined || tr.doc.resolve(row.pos).parent.childCount < 2) return false
    tr.delete(row.pos, row.pos + row.node.nodeSize)
    return true
  },
  column: (tr, random) => {
    const table = pick(tr, random, (node) => node.type.name === 'table')
    if (table === undefined) return false
    const column = random.below((table.node.firstChild?.childCount ?? 0) + 1)
    const isNew = random.chance(0.6)
    const rows: Node[] = []
    table.node.forEach((row) => {
      const cells: Node[] = []
      row.forEach((cell, _, index) => {
        if (index === column && isNew) cells.push(cellOf(tr.doc.type.schema, 'new', {}))
        if (index !== column || isNew || row.childCount === 1) cells.push(cell)
      })
      if (isNew && column >= row.childCount) cells.push(cellOf(tr.doc.type.schema, 'new', {}))
      rows.push(row.type.create(row.attrs, cells))
    })
    tr.replaceWith(table.pos + 1, table.pos + table.node.nodeSize - 1, rows)
    return true
  },
  align: (tr, random) => {
    const table = pick(tr, random, (node) => node.type.name === 'table')
    const row = table?.node.firstChild
    if (table === undefined || !row || row.childCount === 0) return false
    const column = random.below(row.childCount)
    tr.setNodeMarkup(table.pos + 2 + offsetOf(row, column), null, {
      align: random.pick(['left', 'center', 'right', null]),
    })
    return true
  },
  paste: (tr, random) => {
    const [from, to] = [random.below(tr.doc.content.size), random.below(tr.doc.content.size)].sort((a, b) => a - b) as [
      number,
      number,
    ]
    const slice = tr.doc.slice(from, Math.min(to, from + 400))
    const block = pickText(tr, random)
    if (block === undefined || slice.size === 0) return false
    tr.replaceRange(at(block, random), at(block, random), new Slice(slice.content, slice.openStart, slice.openEnd))
    return true
  },
  raw: (tr, random) => {
    const raw = pick(tr, random, (node) => node.type.name === 'rawBlock' && node.attrs['kind'] !== 'yaml')
    if (raw === undefined) return false
    type(tr, random.pick(['x', '\n', '\n\nnew', '<b>', '-->']), at(raw, random))
    return true
  },
  matter: (tr, random) => {
    const matter = pick(tr, random, (node) => node.attrs['kind'] === 'yaml')
    const values = matter === undefined ? [] : [...textIn(matter.node).matchAll(/(?<=: )\S.*$/gm)]
    if (matter === undefined || values.length === 0) return false
    const value = random.pick(values)
    type(tr, 'changed', matter.pos + 1 + value.index, matter.pos + 1 + value.index + value[0].length)
    return true
  },
}
