import type { Node } from '@tiptap/pm/model'
import { describe, expect, test } from 'vitest'

import {
  bold,
  br,
  code,
  done,
  h,
  hr,
  img,
  italic,
  li,
  link,
  minutes,
  mono,
  ol,
  olFrom,
  p,
  quote,
  raw,
  row,
  source,
  strike,
  table,
  todo,
  ul,
} from '../testing/build.ts'
import { editorWith, enter, press, sharedEditorWith, shown, type } from '../testing/editor-with.ts'

/** What becomes of a text typed into an empty note; `⏎` is Enter. */
function typed(text: string, ...before: Node[]): unknown {
  const editor = editorWith(...(before.length > 0 ? before : [p('‸')]))
  enter(editor, text)
  return shown(editor)
}

describe('a block marker typed at the start of a line', () => {
  test.each([1, 2, 3, 4, 5, 6])('of %i hashes makes a heading of that level', (level) => {
    expect(typed(`${'#'.repeat(level)} Agenda`)).toEqual(minutes(h(level, 'Agenda‸')))
  })

  test('of seven hashes stays text', () => {
    expect(typed('####### x')).toEqual(minutes(p('####### x‸')))
  })

  test('of more hashes changes the level of a heading', () => {
    expect(typed('### ', h(1, '‸Agenda'))).toEqual(minutes(h(3, '‸Agenda')))
  })

  test.each(['-', '*', '+'])('of %s begins a list, even in front of a text', (marker) => {
    expect(typed(`${marker} `, p('‸one'))).toEqual(minutes(ul(li('‸one'))))
  })

  test.each(['1.', '1)'])('of %s begins a numbered list', (marker) => {
    expect(typed(`${marker} one`)).toEqual(minutes(ol(li('one‸'))))
  })

  test('with another number begins the list there', () => {
    expect(typed('4. four')).toEqual(minutes(olFrom(4, li('four‸'))))
  })

  test('that looks like a year stays text', () => {
    expect(typed('2027. a year')).toEqual(minutes(p('2027. a year‸')))
  })

  test('goes on with the list right above', () => {
    expect(typed('- two', ul(li('one')), p('‸'))).toEqual(minutes(ul(li('one'), li('two‸'))))
    expect(typed('2. two', ol(li('one')), p('‸'))).toEqual(minutes(ol(li('one'), li('two‸'))))
    expect(typed('1. other', ol(li('one')), p('‸'))).toEqual(minutes(ol(li('one')), ol(li('other‸'))))
  })

  test('is taken as said in an item of such a list', () => {
    expect(typed('- one⏎- two')).toEqual(minutes(ul(li('one'), li('two‸'))))
    expect(typed('1. one⏎2. two')).toEqual(minutes(ol(li('one'), li('two‸'))))
  })

  test('of another kind of list stays text within an item', () => {
    expect(typed('1. ', ul(li('‸one')))).toEqual(minutes(ul(li('1. ‸one'))))
  })

  test.each([
    ['- [ ] ', todo],
    ['[ ] ', todo],
    ['[] ', todo],
    ['- [x] ', done],
    ['[X] ', done],
  ])('of %s makes a task', (marker, item) => {
    expect(typed(`${marker}do it`)).toEqual(minutes(ul(item('do it‸'))))
  })

  test('of a box gives an item its box', () => {
    expect(typed('[x] ', ol(li('one'), li('‸two')))).toEqual(minutes(ol(li('one'), done('‸two'))))
  })

  test('of > makes a quote, or goes on with the one above', () => {
    expect(typed('> said')).toEqual(minutes(quote(p('said‸'))))
    expect(typed('> more', quote(p('said')), p('‸'))).toEqual(minutes(quote(p('said'), p('more‸'))))
  })

  test.each(['``` ', '```⏎'])('of %j makes a code block', (fence) => {
    expect(typed(`${fence}a = b`)).toEqual(minutes(code(null, 'a = b‸')))
  })

  test.each(['```js ', '```js⏎', '~~~js⏎'])('of %j makes a code block in that language', (fence) => {
    expect(typed(`${fence}a = b`)).toEqual(minutes(code('js', 'a = b‸')))
  })

  test.each(['---', '*** ', '___ '])('of %s draws a line', (marker) => {
    expect(typed(`${marker}next`)).toEqual(minutes(hr(), p('next‸')))
  })

  test('of a line leaves the caret in the paragraph that is there already', () => {
    expect(typed('---', p('‸'), p('below'))).toEqual(minutes(hr(), p('‸below')))
  })

  test('of cells and Enter makes a table', () => {
    expect(typed('| SF | F |⏎17')).toEqual(minutes(table(row('SF', 'F'), row('17‸', ''))))
  })
})

describe('delimiters typed around a text', () => {
  test.each([
    ['**b**', bold('b')],
    ['__b__', bold('b')],
    ['*i*', italic('i')],
    ['_i_', italic('i')],
    ['~~s~~', strike('s')],
    ['`c`', mono('c')],
    ['**two words**', bold('two words')],
    ['[text](https://example.org)', link('text', 'https://example.org')],
    ['<https://example.org>', link('https://example.org', 'https://example.org')],
    ['<ann@example.org>', link('ann@example.org', 'mailto:ann@example.org')],
    ['<missed>', raw('<missed>')],
    ['</details>', raw('</details>')],
    ['<a name="x">', raw('<a name="x">')],
    ['<!-- later -->', raw('<!-- later -->')],
  ])('of %s format it, and what follows is plain', (text, node) => {
    expect(typed(`say ${text} so`)).toEqual(minutes(p('say ', node, ' so‸')))
  })

  test('of an image make one', () => {
    expect(typed('![board](https://example.org/a.png)!')).toEqual(
      minutes(p(img('https://example.org/a.png', 'board'), '!‸')),
    )
  })

  test.each([
    'snake_case_name',
    '2 * 3 * 4',
    'a ** b **',
    '** b**',
    '\\*i\\*',
    'a < b and c > d',
    '`` ',
    'f(a)[b](c',
    '[a](javascript:b)',
    '![a](data:b)',
  ])('that are none leave %j as it is', (text) => {
    expect(typed(text)).toEqual(minutes(p(`${text}‸`)))
  })

  test('keep the formats of the text within', () => {
    expect(typed('*', p('*a ', bold('b'), '‸'))).toEqual(
      minutes(p(italic('a '), bold('b').mark([...bold('b').marks, ...italic('x').marks]), '‸')),
    )
  })
})

describe('an address', () => {
  test.each([
    ['https://example.org', 'https://example.org'],
    ['www.example.org', 'http://www.example.org'],
    ['ann@example.org', 'mailto:ann@example.org'],
  ])('%s is a link once a blank follows', (text, href) => {
    expect(typed(`${text} so`)).toEqual(minutes(p(link(text, href), ' so‸')))
  })

  test('is a link after Enter too', () => {
    expect(typed('see https://example.org⏎')).toEqual(
      minutes(p('see ', link('https://example.org', 'https://example.org')), p('‸')),
    )
  })

  test('does not take the punctuation of its sentence in', () => {
    expect(typed('(see https://example.org/a_(b)). ')).toEqual(
      minutes(p('(see ', link('https://example.org/a_(b)', 'https://example.org/a_(b)'), '). ‸')),
    )
  })

  test('in code stays code', () => {
    expect(typed('https://example.org so', code(null, '‸'))).toEqual(minutes(code(null, 'https://example.org so‸')))
  })
})

describe('a link whose text is its address', () => {
  test('leads to where its text says, also when the text is mended', () => {
    const editor = sharedEditorWith(p(link('https://example.or‸/a', 'https://example.or/a')))
    type(editor, 'g')
    expect(editor.getJSON()).toEqual(minutes(p(link('https://example.org/a', 'https://example.org/a'))))
    press(editor, 'Mod-z')
    expect(editor.getJSON()).toEqual(minutes(p(link('https://example.or/a', 'https://example.or/a'))))
  })

  test('leads on as before when it has a text of its own', () => {
    const editor = editorWith(p(link('the not‸s', 'https://example.org')))
    type(editor, 'e')
    expect(shown(editor)).toEqual(minutes(p(link('the note‸s', 'https://example.org'))))
  })
})

describe('a backslash and Enter', () => {
  test('break the line', () => {
    expect(typed('one\\⏎two')).toEqual(minutes(p('one', br(), 'two‸')))
  })
})

describe('no rule', () => {
  test.each(['# ', '- ', '> ', '**b**', '`c`', '[a](b)', '<b>', '---'])('fires for %s in code or source', (text) => {
    expect(typed(text, code(null, '‸'))).toEqual(minutes(code(null, `${text}‸`)))
    expect(typed(text, source('html', '‸'))).toEqual(minutes(source('html', `${text}‸`)))
  })

  test.each(['*b*', '~~c~~', '<b>'])('fires for %s within inline code', (text) => {
    const editor = editorWith(p(mono('a‸z')))
    type(editor, text)
    expect(shown(editor)).toEqual(minutes(p(mono(`a${text}‸z`))))
  })

  test('fires within a link', () => {
    const editor = editorWith(p(link('a‸z', 'https://example.org')))
    type(editor, '*b*')
    expect(shown(editor)).toEqual(minutes(p(link('a*b*‸z', 'https://example.org'))))
  })

  test('fires while an input method is composing', () => {
    const editor = editorWith(p('‸'))
    editor.view.dom.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }))
    type(editor, '# ')
    expect(shown(editor)).toEqual(minutes(p('# ‸')))
  })

  test.each(['# ', '- ', '> ', '---'])('makes a block of %s in a table cell', (text) => {
    expect(typed(text, table(row('‸')))).toEqual(minutes(table(row(`${text}‸`))))
  })
})
