import { describe, expect, test } from 'vitest'

import { h, li, minutes, p, ul } from '../testing/build.ts'
import { editorWith, enter, press, sharedEditorWith, shown, type } from '../testing/editor-with.ts'

describe('one undo', () => {
  test.each([
    ['# ', p('# ')],
    ['- ', p('- ')],
    ['1. ', p('1. ')],
    ['> ', p('> ')],
    ['[ ] ', p('[ ] ')],
    ['``` ', p('``` ')],
    ['```⏎', p('```')],
    ['---', p('---')],
    ['**b**', p('**b**')],
    ['`c`', p('`c`')],
    ['[a](b)', p('[a](b)')],
    ['<missed>', p('<missed>')],
    ['https://example.org ', p('https://example.org ')],
    ['| a | b |⏎', p('| a | b |')],
    ['![a](b)', p('![a](b)')],
    ['a\\⏎', p('a\\')],
  ])('gives the typed text of %j back', (text, before) => {
    const editor = sharedEditorWith(p('‸'))
    enter(editor, text)
    expect(editor.getJSON()).not.toEqual(minutes(before))
    press(editor, 'Mod-z')
    expect(editor.getJSON()).toEqual(minutes(before))
  })

  test('takes back what was typed after a rule, not the rule', () => {
    const editor = sharedEditorWith(p('‸'))
    type(editor, '# Agenda')
    press(editor, 'Mod-z')
    expect(editor.getJSON()).toEqual(minutes(h(1)))
    press(editor, 'Mod-z')
    expect(editor.getJSON()).toEqual(minutes(p('# ')))
  })

  test('of a habit gives the marker back', () => {
    const editor = sharedEditorWith(ul(li('one'), li('‸')))
    type(editor, '- ')
    press(editor, 'Mod-z')
    expect(editor.getJSON()).toEqual(minutes(ul(li('one'), li('- '))))
  })
})

describe('Backspace right after a rule', () => {
  test.each(['# ', '- ', '[ ] ', '> ', '**b**', '<missed>', '---'])('gives the typed text of %j back', (text) => {
    const editor = editorWith(p('‸'))
    type(editor, text)
    press(editor, 'Backspace')
    expect(shown(editor)).toEqual(minutes(p(`${text}‸`)))
  })
})
