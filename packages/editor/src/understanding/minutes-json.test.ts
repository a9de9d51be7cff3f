import { expect, test } from 'vitest'

import { h, li, p, row, table, ul } from '../editor/testing/build.ts'
import { editorWith } from '../editor/testing/editor-with.ts'
import { minutesJson } from './minutes-json.ts'

test('minutes are the JSON that ProseMirror gives', () => {
  const { state } = editorWith(h(2, 'a'), ul(li('b', ul(li('c')))), table(row('d', '')), p())
  expect(minutesJson(state.doc)).toEqual(state.doc.toJSON())
})

test('what was not edited is the very same JSON, at every depth', () => {
  const editor = editorWith(p('a'), ul(li('b', ul(li('c'), li('d')))), p('e'))
  const before = minutesJson(editor.state.doc)
  editor.view.dispatch(editor.state.tr.insertText('!', 2))
  const edited = minutesJson(editor.state.doc)
  expect(edited.content[0]).not.toBe(before.content[0])
  expect(edited.content[1]).toBe(before.content[1])
  expect(minutesJson(editor.state.doc)).toBe(edited)

  let end = 0
  editor.state.doc.descendants((node, pos) => {
    if (node.text === 'd') end = pos + 1
  })
  editor.view.dispatch(editor.state.tr.insertText('!', end))
  const json = (path: readonly number[]) =>
    path.reduce<unknown>(
      (node, index) => (node as { content: unknown[] }).content[index],
      minutesJson(editor.state.doc),
    )
  const old = (path: readonly number[]) =>
    path.reduce<unknown>((node, index) => (node as { content: unknown[] }).content[index], edited)
  expect(json([1, 0, 1, 1])).not.toBe(old([1, 0, 1, 1]))
  expect(json([1, 0, 1, 0])).toBe(old([1, 0, 1, 0]))
  expect(json([1, 0, 0])).toBe(old([1, 0, 0]))
})
