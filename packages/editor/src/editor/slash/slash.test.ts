import { describe, expect, test } from 'vitest'

import { code, h, li, link, minutes, mono, p, row, table, ul } from '../testing/build.ts'
import { editorWith, press, sharedEditorWith, shown, type } from '../testing/editor-with.ts'
import { slashOf } from './slash.ts'

const titles = (editor: ReturnType<typeof editorWith>) => slashOf(editor.state)?.items.map(({ title }) => title)

describe('a slash', () => {
  test.each([
    ['at the start of a line', p('‸')],
    ['behind a blank', p('a ‸')],
    ['in an item', ul(li('‸'))],
  ])('typed %s opens the list of formats', (_where, block) => {
    const editor = editorWith(block)
    type(editor, '/')
    expect(titles(editor)).toContain('Table')
  })

  test.each([
    ['within a word', p('and‸')],
    ['in code', code(null, '‸')],
    ['in inline code', p(mono('a ‸b'))],
    ['in a link', p(link('a ‸b', 'https://example.org'))],
  ])('typed %s is a slash', (_where, block) => {
    const editor = editorWith(block)
    type(editor, '/')
    expect(slashOf(editor.state)).toBeNull()
  })

  test('in a table cell offers only what a cell can hold', () => {
    const editor = editorWith(table(row('‸')))
    type(editor, '/')
    expect(titles(editor)).toEqual(['Bold', 'Italic', 'Strikethrough', 'Code', 'Link', 'Image'])
  })
})

describe('the list of formats', () => {
  test('is filtered by what is typed, by title and by other words', () => {
    const editor = editorWith(p('‸'))
    type(editor, '/todo')
    expect(titles(editor)).toEqual(['Task list'])
    for (const _letter of 'todo') press(editor, 'Backspace')
    expect(slashOf(editor.state)).not.toBeNull()
  })

  test('applies the marked format on Enter, and takes the typed text away', () => {
    const editor = editorWith(p('‸'))
    type(editor, '/heading')
    press(editor, 'ArrowDown')
    press(editor, 'Enter')
    expect(shown(editor)).toEqual(minutes(h(2, '‸')))
    expect(slashOf(editor.state)).toBeNull()
  })

  test('goes round at its ends', () => {
    const editor = editorWith(p('‸'))
    type(editor, '/list')
    press(editor, 'ArrowUp')
    expect(slashOf(editor.state)?.marked).toBe((titles(editor)?.length ?? 0) - 1)
    press(editor, 'ArrowDown')
    expect(slashOf(editor.state)?.marked).toBe(0)
  })

  test('is closed by Escape, which leaves the slash as text', () => {
    const editor = editorWith(p('‸'))
    type(editor, '/ta')
    press(editor, 'Escape')
    type(editor, 'ble')
    expect(slashOf(editor.state)).toBeNull()
    expect(shown(editor)).toEqual(minutes(p('/table‸')))
  })

  test.each([' ', 'x y'])('is closed by %j, which names nothing', (text) => {
    const editor = editorWith(p('‸'))
    type(editor, `/${text}`)
    expect(slashOf(editor.state)).toBeNull()
  })

  test('is closed when the caret leaves', () => {
    const editor = editorWith(p('‸'), p('b'))
    type(editor, '/')
    editor.commands.setTextSelection(5)
    expect(slashOf(editor.state)).toBeNull()
  })

  test('is named by the text field, with its marked option', () => {
    const editor = editorWith(p('‸'))
    type(editor, '/quote')
    expect(editor.view.dom.getAttribute('aria-activedescendant')).toBe('slash-quote')
    press(editor, 'Escape')
    expect(editor.view.dom.hasAttribute('aria-activedescendant')).toBe(false)
  })

  test('is taken back by one undo, with the typed text', () => {
    const editor = sharedEditorWith(p('‸'))
    type(editor, '/quote')
    press(editor, 'Enter')
    press(editor, 'Mod-z')
    expect(editor.getJSON()).toEqual(minutes(p('/quote')))
  })
})
