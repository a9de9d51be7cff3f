import type { Node } from '@tiptap/pm/model'
import { describe, expect, test } from 'vitest'

import {
  bold,
  br,
  code,
  h,
  hr,
  img,
  italic,
  li,
  link,
  minutes,
  mono,
  p,
  quote,
  row,
  source,
  table,
  ul,
} from '../testing/build.ts'
import { editorWith, press, shown, type } from '../testing/editor-with.ts'
import { insertRaw } from './block.ts'
import { removeLink, setLink } from './mark.ts'

function after(keys: readonly string[], ...blocks: Node[]): unknown {
  const editor = editorWith(...blocks)
  for (const key of keys) press(editor, key)
  return shown(editor)
}

describe('a heading', () => {
  test('is made of every selected text block, and taken back by the same key', () => {
    expect(after(['Mod-Alt-2'], p('‸a'), h(1, 'b‸'))).toEqual(minutes(h(2, '‸a'), h(2, 'b‸')))
    expect(after(['Mod-Alt-2', 'Mod-Alt-2'], p('a‸'))).toEqual(minutes(p('a‸')))
  })

  test('is followed by a paragraph on Enter', () => {
    expect(after(['Enter'], h(2, 'a‸'))).toEqual(minutes(h(2, 'a'), p('‸')))
  })

  test('keeps the line breaks that the text had', () => {
    expect(after(['Mod-Alt-1'], p('a‸\nb'))).toEqual(minutes(h(1, 'a‸\nb')))
  })
})

describe('a quote', () => {
  test('is put around blocks and taken off again', () => {
    expect(after(['Mod-Alt-7'], p('‸a'), ul(li('b‸')))).toEqual(minutes(quote(p('‸a'), ul(li('b‸')))))
    expect(after(['Mod-Alt-7'], quote(p('‸a'), p('b‸')))).toEqual(minutes(p('‸a'), p('b‸')))
  })

  test('is left by Enter on an empty line', () => {
    expect(after(['Enter', 'Enter'], quote(p('a‸')))).toEqual(minutes(quote(p('a')), p('‸')))
  })
})

describe('a code block', () => {
  test('is one of all selected lines', () => {
    const editor = editorWith(p('‸a'), p('b', bold('c')), p('d‸'))
    press(editor, 'Mod-Alt-8')
    expect(editor.getJSON()).toEqual(minutes(code(null, 'a\nbc\nd')))
  })

  test('becomes text by the same key', () => {
    expect(after(['Mod-Alt-8'], code('js', 'a‸'))).toEqual(minutes(p('a‸')))
  })

  test('gets a new line from Enter, and is left by Enter on two empty ones', () => {
    expect(after(['Enter'], code(null, 'a‸'))).toEqual(minutes(code(null, 'a\n‸')))
    expect(after(['Enter', 'Enter', 'Enter'], code(null, 'a‸'))).toEqual(minutes(code(null, 'a'), p('‸')))
  })

  test('is left by ArrowDown where nothing follows', () => {
    expect(after(['ArrowDown'], code(null, 'a‸'))).toEqual(minutes(code(null, 'a'), p('‸')))
  })

  test('is indented by Tab, every selected line of it', () => {
    expect(after(['Tab'], code(null, 'a‸'))).toEqual(minutes(code(null, 'a  ‸')))
    expect(after(['Tab'], code(null, 'a‸\nb‸\nc'))).toEqual(minutes(code(null, '  a‸\n  b‸\nc')))
    expect(after(['Shift-Tab'], code(null, '  a‸\n b‸'))).toEqual(minutes(code(null, 'a‸\nb‸')))
  })

  test('has a field for its language and what follows it', () => {
    const editor = editorWith(code('js', 'a‸'))
    const field = editor.view.dom.querySelector<HTMLInputElement>('.code-info')
    expect(field?.value).toBe('js')
    if (field) field.value = ' ts  title=x '
    field?.dispatchEvent(new Event('change'))
    expect(editor.state.doc.firstChild?.attrs).toEqual({ language: 'ts', meta: 'title=x' })
  })
})

describe('source', () => {
  test('of front matter goes to the top, once', () => {
    const editor = editorWith(p('a‸'))
    expect(insertRaw('yaml')(editor.state, editor.view.dispatch)).toBe(true)
    expect(shown(editor)).toEqual(minutes(source('yaml', '‸'), p('a')))
    expect(insertRaw('yaml')(editor.state)).toBe(false)
  })

  test('says what it is', () => {
    const editor = editorWith(source('yaml', 'title: x'), source('definition', '[a]: b'), p('‸'))
    const labels = [...editor.view.dom.querySelectorAll('pre')].map((pre) => pre.getAttribute('aria-label'))
    expect(labels).toEqual(['Front matter', 'Link definition'])
  })
})

describe('a mark', () => {
  test('is put on what has it not, and taken off what has it', () => {
    expect(after(['Mod-b'], p('‸a', bold('b‸')))).toEqual(minutes(p('‸', bold('ab'), '‸')))
    expect(after(['Mod-b', 'Mod-b'], p('‸ab‸'))).toEqual(minutes(p('‸ab‸')))
  })

  test('leaves the blanks at the ends of a selection alone', () => {
    expect(after(['Mod-b'], p('a‸ b ‸c'))).toEqual(minutes(p('a‸ ', bold('b'), ' ‸c')))
  })

  test('is on text only, never on an image or a line break', () => {
    expect(after(['Mod-i'], p('‸a', br(), img('x'), 'b‸'))).toEqual(
      minutes(p('‸', italic('a'), br(), img('x'), italic('b'), '‸')),
    )
  })

  test('goes for what is typed next', () => {
    const editor = editorWith(p('a ‸'))
    press(editor, 'Mod-b')
    type(editor, 'b')
    press(editor, 'Mod-b')
    type(editor, 'c')
    expect(shown(editor)).toEqual(minutes(p('a ', bold('b'), 'c‸')))
  })

  test('of code is left by ArrowRight', () => {
    const editor = editorWith(p('‸'))
    press(editor, 'Mod-e')
    type(editor, 'x')
    press(editor, 'ArrowRight')
    type(editor, 'y')
    expect(shown(editor)).toEqual(minutes(p(mono('x'), 'y‸')))
  })

  test('is not put on code', () => {
    expect(after(['Mod-b'], code(null, '‸a‸'))).toEqual(minutes(code(null, '‸a‸')))
  })
})

describe('a link', () => {
  const HREF = 'https://example.org'

  test('is put on the selection', () => {
    const editor = editorWith(p('a ‸b‸'))
    setLink(HREF)(editor.state, editor.view.dispatch)
    expect(editor.getJSON()).toEqual(minutes(p('a ', link('b', HREF))))
  })

  test('changes as a whole where the caret is in it', () => {
    const editor = editorWith(p('a ', link('b‸c', 'x'), ' d'))
    setLink(HREF)(editor.state, editor.view.dispatch)
    expect(editor.getJSON()).toEqual(minutes(p('a ', link('bc', HREF), ' d')))
  })

  test('is taken off as a whole', () => {
    const editor = editorWith(p('a ', link('b‸c', 'x'), ' d'))
    removeLink(editor.state, editor.view.dispatch)
    expect(shown(editor)).toEqual(minutes(p('a b‸c d')))
  })

  test('does not grow when one types behind it', () => {
    const editor = editorWith(p(link('a', HREF), '‸'))
    type(editor, 'b')
    expect(shown(editor)).toEqual(minutes(p(link('a', HREF), 'b‸')))
  })
})

describe('a line break', () => {
  test('is put in by Shift-Enter, in code as a new line', () => {
    expect(after(['Shift-Enter'], p('a‸b'))).toEqual(minutes(p('a', br(), '‸b')))
    expect(after(['Shift-Enter'], code(null, 'a‸b'))).toEqual(minutes(code(null, 'a\n‸b')))
  })

  test('is not put into a table cell, which holds one line', () => {
    expect(after(['Shift-Enter'], table(row('a‸b')))).toEqual(minutes(table(row('a‸b'))))
  })

  test('of hard-wrapped text survives', () => {
    const editor = editorWith(p('one\ntwo‸\nthree'))
    type(editor, '!')
    expect(shown(editor)).toEqual(minutes(p('one\ntwo!‸\nthree')))
  })
})

describe('a dividing line', () => {
  test('stands below the text, the caret behind it', () => {
    expect(after(['Mod-Alt-r'], p('a‸'))).toEqual(minutes(p('a'), hr(), p('‸')))
  })
})
