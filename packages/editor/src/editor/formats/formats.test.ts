import type { DocJson } from '@plenary/shared/document'
import { parse, print } from '@plenary/shared/markdown'
import { describe, expect, test } from 'vitest'

import { contextOf } from '../context.ts'
import { shortcuts } from '../shortcuts.ts'
import { slashOf } from '../slash/slash.ts'
import { minutes, p } from '../testing/build.ts'
import { editorWith, press, sharedEditorWith, type } from '../testing/editor-with.ts'
import { icons } from '../toolbar/icons.ts'
import { BLOCKS, INLINE, LISTS, MORE, STYLES } from '../toolbar/places.ts'
import { formats } from './formats.ts'

/** These ask for an address first; `block.test.ts` tells what they do with it. */
const asks = ['link', 'image']

describe.each(formats)('the format $title', (format) => {
  test('stands in the toolbar, once, with a picture', () => {
    const places = [...STYLES, ...INLINE, ...LISTS, ...BLOCKS, ...MORE].filter((id) => id === format.id)
    expect(places).toEqual([format.id])
    expect(icons[format.id]).toBeDefined()
  })

  test('is in the slash menu under its title', () => {
    const editor = editorWith(p('‸'))
    type(editor, `/${format.title}`)
    expect(slashOf(editor.state)?.items[0]?.id).toBe(format.id)
  })

  test('can be had without a mouse by a key, or by typing it', () => {
    const bySlashOnly = ['front-matter']
    expect(format.key ?? format.typed ?? bySlashOnly.find((id) => id === format.id)).toBeTruthy()
  })

  test('is in the help', () => {
    const line = shortcuts.flatMap((group) => group.shortcuts).find(({ title }) => title === format.title)
    expect(line).toEqual({ title: format.title, key: format.key, typed: format.typed })
  })

  test('has a key that does what the menu does', () => {
    if (format.key === null || asks.includes(format.id)) return
    const [byKey, byRun] = [editorWith(p('‸some text‸')), editorWith(p('‸some text‸'))]
    expect(press(byKey, format.key)).toBe(true)
    format.run(byRun.state, byRun.view.dispatch)
    expect(byKey.getJSON()).toEqual(byRun.getJSON())
  })

  test('gives a document that the schema allows and that comes back from its Markdown', () => {
    if (asks.includes(format.id)) return
    // A break at the edge of a paragraph, or source without a text, is nothing in Markdown.
    const editor = editorWith(p('before'), p(format.id === 'hard-break' ? 'so‸me text' : '‸some text‸'), p('after'))
    format.run(editor.state, editor.view.dispatch)
    if (format.id === 'html') type(editor, '<hr>')
    editor.state.doc.check()
    const document = editor.getJSON() as unknown as DocJson
    const { text, exact } = print(document)
    expect(exact).toBe(true)
    expect(editor.schema.nodeFromJSON(parse(text)).toJSON()).toEqual(document)
  })

  test('is active where it has been applied', () => {
    if ([...asks, 'rule', 'hard-break', 'html', 'front-matter', 'table', 'paragraph'].includes(format.id)) return
    const editor = editorWith(p('‸some text‸'))
    expect(format.isActive(contextOf(editor.state))).toBe(false)
    format.run(editor.state, editor.view.dispatch)
    expect(format.isActive(contextOf(editor.state))).toBe(true)
  })

  test('is taken back by one undo', () => {
    if (asks.includes(format.id) || format.key === null) return
    const editor = sharedEditorWith(p('‸'))
    type(editor, 'a')
    editor.commands.setTextSelection({ from: 1, to: 2 })
    const before = editor.getJSON()
    press(editor, format.key)
    press(editor, 'Mod-z')
    // There was no other step to take back where the format changed nothing.
    expect(editor.getJSON()).toEqual(format.id === 'paragraph' ? minutes(p()) : before)
  })
})

test('no two formats share a key', () => {
  const keys = formats.flatMap(({ key }) => key ?? [])
  expect(new Set(keys).size).toBe(keys.length)
})
