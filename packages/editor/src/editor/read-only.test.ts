import { expect, test } from 'vitest'

import { code, p, row, table } from './testing/build.ts'
import { editorWith } from './testing/editor-with.ts'

test('what scrolls is a stop for Tab while nobody can write, and only then', () => {
  const editor = editorWith(p('a'), table(row('b', 'c')), code('js', 'let d'))
  const stops = () => [...editor.view.dom.querySelectorAll('[tabindex="0"]')].map(({ tagName }) => tagName)
  expect(stops()).toEqual([])
  editor.setEditable(false)
  expect(stops()).toEqual(['DIV', 'PRE'])
  expect(editor.view.dom.querySelector('input')?.readOnly).toBe(true)
  editor.setEditable(true)
  expect(stops()).toEqual([])
  expect(editor.view.dom.querySelector('input')?.readOnly).toBe(false)
})
