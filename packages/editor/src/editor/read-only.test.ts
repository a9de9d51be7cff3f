import { expect, test } from 'vitest'

import {
  exchange,
  linesOf,
  minutes as shared,
  openPages,
  paragraph,
  putCaret,
  type as typeIn,
} from '../binding/testing.ts'
import { ReadOnly } from './read-only.ts'
import { code, done, minutes, p, row, table, todo, ul } from './testing/build.ts'
import { editorWith, paste } from './testing/editor-with.ts'

test('what scrolls is a stop for Tab while nobody can write, and only then', () => {
  const editor = editorWith(p('a'), table(row('b', 'c')), code('js', 'let d'))
  const stops = () => [...editor.view.dom.querySelectorAll('[tabindex="0"]')].map(({ tagName }) => tagName)
  expect(stops()).toEqual([])
  editor.setEditable(false)
  expect(stops()).toEqual(['DIV', 'PRE'])
  expect(editor.view.dom.querySelector('input')?.readOnly).toBe(true)
  // F6 leads to the text as a whole.
  expect(editor.view.dom.tabIndex).toBe(-1)
  editor.setEditable(true)
  expect(editor.view.dom.tabIndex).toBe(0)
  expect(stops()).toEqual([])
  expect(editor.view.dom.querySelector('input')?.readOnly).toBe(false)
})

test('a box of a task can be ticked only while somebody can write', () => {
  const editor = editorWith(ul(todo('a', ul(done('b')))))
  const locked = () => [...editor.view.dom.querySelectorAll('input')].map(({ disabled }) => disabled)
  expect(locked()).toEqual([false, false])
  editor.setEditable(false)
  expect(locked()).toEqual([true, true])
  editor.setEditable(true)
  expect(locked()).toEqual([false, false])
})

test('what somebody pastes or a command would change stays as it is while nobody can write', async () => {
  const editor = editorWith(p('a‸'))
  editor.setEditable(false)
  await paste(editor, { text: '**b**' })
  editor.view.dispatch(editor.state.tr.insertText('c'))
  expect(editor.getJSON()).toEqual(minutes(p('a')))
  editor.setEditable(true)
  editor.view.dispatch(editor.state.tr.insertText('c'))
  expect(editor.getJSON()).toEqual(minutes(p('ac')))
})

test('what others write comes in all the same', () => {
  const [reader, writer] = openPages(shared(paragraph('a')), 2, () => [ReadOnly])
  if (reader === undefined || writer === undefined) throw new Error('two pages were asked for')
  reader.editor.setEditable(false)
  putCaret(writer, 2)
  typeIn(writer, 'b')
  exchange([reader, writer])
  expect(linesOf(reader)).toEqual(['ab'])
})
