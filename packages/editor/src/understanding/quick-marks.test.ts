import { EditorState } from '@tiptap/pm/state'
import { Decoration, type DecorationSet as Set, DecorationSet } from '@tiptap/pm/view'
import { describe, expect, test } from 'vitest'

import { doc, h, li, p, table, row, ul } from '../editor/testing/build.ts'
import { quickMarks } from './quick-marks.ts'

const MINUTES = doc(
  p('Ann: hello'),
  h(2, 'Items'),
  ul(li('AI: a'), li('AI: b', p('c'))),
  p('Bob: bye'),
  table(row('d', 'e')),
  p('f'),
)

/** All decorations under a set, by way of `forChild`, as ProseMirror's view finds them. */
function seen(set: Set, node = MINUTES, at = 0): string[] {
  return node.children.flatMap((child, index) => {
    const offset = node.children.slice(0, index).reduce((sum, { nodeSize }) => sum + nodeSize, 0)
    const within = set.forChild(offset, child) as Set
    const own = within.find().map(({ from, to }) => `${at + offset + 1 + from}-${at + offset + 1 + to}`)
    return [...own, ...(child.isTextblock ? [] : seen(within, child, at + offset + 1))]
  })
}

function marks(): Decoration[] {
  const found: Decoration[] = []
  MINUTES.descendants((node, pos) => {
    if (node.isTextblock && node.content.size > 1) found.push(Decoration.inline(pos + 1, pos + 3, { class: 'a' }))
    if (node.type.name === 'listItem') found.push(Decoration.node(pos, pos + node.nodeSize, { class: 'b' }))
  })
  return found
}

describe('marks that are found quickly', () => {
  test('are the same as those that ProseMirror finds', () => {
    const plain = DecorationSet.create(MINUTES, marks())
    expect(seen(quickMarks(plain))).toEqual(seen(plain))
    expect(seen(plain).length).toBeGreaterThan(8)
  })

  test('are the same after edits', () => {
    const { tr } = EditorState.create({ doc: MINUTES })
    tr.insertText('x', 2).delete(14, 18).split(30)
    const plain = DecorationSet.create(MINUTES, marks()).map(tr.mapping, tr.doc)
    expect(seen(quickMarks(plain), tr.doc)).toEqual(seen(plain, tr.doc))
  })

  test('leave a piece of text across several blocks to ProseMirror', () => {
    const across = DecorationSet.create(MINUTES, [Decoration.inline(2, 16, { class: 'a' })])
    expect(quickMarks(across)).toBe(across)
  })

  test('are a set like any other to the view: equal, and mapped', () => {
    const plain = DecorationSet.create(MINUTES, marks())
    const quick = quickMarks(plain)
    expect(quick).toBeInstanceOf(DecorationSet)
    expect(quick.find()).toEqual(plain.find())
  })
})
