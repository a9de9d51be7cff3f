import { Slice } from '@tiptap/pm/model'
import { canJoin, canSplit } from '@tiptap/pm/transform'

import { NASTY } from '../nasty.ts'
import { insertInline, nodesOf, pickMark, type } from '../pieces.ts'
import { at, pick, pickText, positions, rangeIn, textIn } from '../places.ts'
import type { Edit } from './edit.ts'

/** What is done to the text of a block. */
export const TEXT_EDITS: Readonly<Record<string, Edit>> = {
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
