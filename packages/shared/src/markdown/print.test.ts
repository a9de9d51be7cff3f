import { describe, expect, test } from 'vitest'

import type { BlockJson, DocJson, InlineJson, ListItemJson } from '../document/node.ts'
import { parse } from './parse.ts'
import { print } from './print.ts'

describe('printing on a base', () => {
  test('gives the base back when nothing was edited', () => {
    const text = '\uFEFF# A\r\n\r\n* b  \r\n'
    expect(print(parse(text), { base: text })).toEqual({ text, exact: true, losses: [], way: 'same' })
  })

  test('changes a word and leaves the rest of its line as it was written', () => {
    expect(edited('a &amp; *b*  c \\* old __d__', replace('old', 'new'))).toBe('a &amp; *b*  c \\* new __d__')
  })

  test('leaves the text between two far edits alone', () => {
    const text = 'one _two_ three\nfour &copy; **five** six'
    const now = edited(text, (minutes) => replace('six', '6')(replace('one', '1')(minutes)))
    expect(now).toBe('1 _two_ three\nfour &copy; **five** 6')
  })

  test('writes what people type without escapes, unless it would mean something', () => {
    expect(edited('x\n', replace('x', 'snake_case, a * b and 3 < 4'))).toBe('snake_case, a * b and 3 < 4\n')
    expect(edited('x\n', replace('x', '*not italic* but <b>'))).toBe('\\*not italic* but \\<b>\n')
    expect(edited('x\n', replace('x', '1. not a list'))).toBe('1\\. not a list\n')
    expect(edited('x\n', replace('x', 'see https://example.org'))).toBe('see https\\://example.org\n')
  })

  test('ticks a check box in its own line', () => {
    const base = '* [ ] a\n* [X] b\n'
    const tick = (minutes: DocJson): DocJson => mapItems(minutes, (item) => ({ ...item, attrs: { checked: true } }))
    expect(edited(base, tick)).toBe('* [x] a\n* [X] b\n')
  })

  test('gives a new item the marker, indent and number of its neighbours', () => {
    expect(edited('  * a\n\n  * b\n', addItem('c'))).toBe('  * a\n\n  * b\n\n  * c\n')
    expect(edited('1. a\n1. b\n', addItem('c'))).toBe('1. a\n1. b\n1. c\n')
    expect(edited('8) a\n9) b\n', addItem('c'))).toBe('8) a\n9) b\n10) c\n')
  })

  test('writes new lines as the lines around them end', () => {
    expect(edited('a\r\n\r\n- b\r\n', addItem('c', 1))).toBe('a\r\n\r\n- b\r\n- c\r\n')
  })

  test('ends a new line as a line of any length ends', () => {
    for (const length of [1_998, 1_999, 2_000, 5_000]) {
      const long = 'x'.repeat(length)
      expect(edited(`${long}\r\ny\r\n`, replace('y', 'y\nz'))).toBe(`${long}\r\ny\r\nz\r\n`)
    }
  })

  test('changes a word of a line of any length', () => {
    const long = 'x'.repeat(200_000)
    expect(edited(`${long} old\n`, replace('old', 'new'))).toBe(`${long} new\n`)
  })

  test('changes one cell and keeps the padding of its row', () => {
    const base = 'a  | b\n---|:-:\n1  | 2\n'
    expect(edited(base, replace('1', '17'))).toBe('a  | b\n---|:-:\n17 | 2\n')
  })

  test.each([
    ['of one blank', '| a | b | c |\n|---|---|---|\n| 1 | | 3 |\n', '| 1 | x | 3 |'],
    ['of two blanks', '| a | b | c |\n|---|---|---|\n| 1 |  | 3 |\n', '| 1 | x | 3 |'],
    ['of none', '| a | b | c |\n|---|---|---|\n| 1 || 3 |\n', '| 1 | x | 3 |'],
    ['that is the last', '| a | b | c |\n|---|---|---|\n| 1 | x | |\n', '| 1 | x | x |', 2],
  ])('fills an empty cell %s with blanks on both sides', (_, base, row, column = 1) => {
    expect(edited(base, fillCell(column)).split('\n')[2]).toBe(row)
  })

  test('changes one line of front matter', () => {
    const base = '---\ntitle:  "x"   # keep\ndate: 1\n---\nbody\n'
    expect(edited(base, replace('date: 1', 'date: 2'))).toBe('---\ntitle:  "x"   # keep\ndate: 2\n---\nbody\n')
  })

  test('keeps the source of a block that moved', () => {
    const move = ({ content }: DocJson): DocJson => ({ type: 'doc', content: content.toReversed() })
    expect(edited('__a__ &amp;\n\n# b #\n', move)).toBe('# b #\n\n__a__ &amp;\n')
  })

  test('writes around white space that a source has inside its marks', () => {
    expect(edited('[ a ](b)c d\n', replace('d', 'e'))).toBe('[ a](b) c e\n')
  })

  test('keeps the blanks at the end of a line that it changes', () => {
    expect(edited('1. Roll call  \n1. b\n', replace('Roll', 'Rolling'))).toBe('1. Rolling call  \n1. b\n')
    expect(edited('a one  \nb\nc  \n\nd\n', replace('one', 'two'))).toBe('a two  \nb\nc  \n\nd\n')
  })

  test('keeps a line that only its indent keeps from being a list', () => {
    const base = 'Next week: finishing\n\t* consider further\n'
    expect(edited(base, replace('week', 'year'))).toBe(base.replace('week', 'year'))
  })

  test('keeps the blank line behind a list in a quote', () => {
    const base = '> \n> * [ ] Ada\n> \n> two\n'
    expect(edited(base, replace('Ada', 'Bo'))).toBe(base.replace('Ada', 'Bo'))
  })

  test('keeps lists apart that have become neighbours', () => {
    const without = ({ content }: DocJson): DocJson => ({
      type: 'doc',
      content: content.filter((_, index) => index !== 1),
    })
    expect(edited('- a\n\nx\n\n- b\n', without)).toBe('- a\n\n* b\n')
  })
})

describe('printing what Markdown can only just hold', () => {
  test('finds delimiters that take inside a word', () => {
    expect(written(text('a'), text('b', 'italic'), text('c'))).toBe('a*b*c\n')
    expect(written(text('a'), text('"b"', 'bold'), text('c'))).toBe('&#x61;__"b"__&#x63;\n')
  })

  test('breaks a line behind a lone tag so that the tag is no block', () => {
    const broken: BlockJson = { type: 'paragraph', content: [text('<b>', 'raw'), { type: 'hardBreak' }, text('word')] }
    const { text: out, exact } = print({ type: 'doc', content: [broken] }, { base: 'one  \ntwo\n' })
    expect(exact).toBe(true)
    expect(out).toBe('<b>\\\nword\n')
  })

  test('fences code that has any number of backticks', () => {
    const code: BlockJson = { type: 'codeBlock', content: [{ type: 'text', text: '` '.repeat(200_000) }] }
    expect(print({ type: 'doc', content: [code] })).toMatchObject({ exact: true })
  })

  test('says when HTML that is never closed has become code', () => {
    const open: BlockJson = { type: 'rawBlock', attrs: { kind: 'html' }, content: [{ type: 'text', text: '<!-- a' }] }
    const { text: out, losses } = print({ type: 'doc', content: [open, { type: 'paragraph', content: [text('b')] }] })
    expect(out).toBe('```html\n<!-- a\n```\n\nb\n')
    expect(losses).toHaveLength(1)
  })

  test('reads lists and footnotes behind a rule that only looks like front matter', () => {
    const text = '---\n- item\n\n[^1]: note\n'
    expect(parse(text).content.map(({ type }) => type)).toEqual(['horizontalRule', 'bulletList', 'rawBlock'])
    expect(print(parse(text), { base: text }).text).toBe(text)
  })

  test('keeps a check box that a footnote in a list item begins with', () => {
    const base = '- [^1]: [ ] a\n'
    expect(print(parse(base)).text).toBe(base)
  })

  test('writes a check box without text as text', () => {
    const item: ListItemJson = { type: 'listItem', attrs: { checked: false }, content: [{ type: 'paragraph' }] }
    expect(print({ type: 'doc', content: [{ type: 'bulletList', content: [item] }] }).text).toBe('- [ ]\n')
  })
})

function edited(base: string, change: (minutes: DocJson) => DocJson): string {
  const { text: out, exact } = print(change(parse(base)), { base })
  expect(exact).toBe(true)
  return out
}

function written(...content: InlineJson[]): string {
  return print({ type: 'doc', content: [{ type: 'paragraph', content }] }).text
}

function text(value: string, ...marks: ('bold' | 'italic' | 'raw')[]): InlineJson {
  return { type: 'text', text: value, marks: marks.map((type) => ({ type })) }
}

/** Replaces text wherever it stands; the values of the fixtures above occur once. */
function replace(from: string, to: string): (minutes: DocJson) => DocJson {
  const deep = (value: unknown, key = ''): unknown => {
    if (typeof value === 'string') return key === 'text' ? value.replace(from, to) : value
    if (Array.isArray(value)) return value.map((each) => deep(each))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, deep(each, name)]))
  }
  return (minutes) => deep(minutes) as DocJson
}

/** Writes `x` into a cell of the row below the head. */
function fillCell(column: number): (minutes: DocJson) => DocJson {
  return ({ content }) => ({
    type: 'doc',
    content: content.map((block) => {
      const [head, row, ...rows] = block.type === 'table' ? block.content : []
      if (block.type !== 'table' || head === undefined || row === undefined) return block
      const cells = (row.content ?? []).map((cell, index) =>
        index === column ? { ...cell, content: [{ type: 'text' as const, text: 'x' }] } : cell,
      )
      return { ...block, content: [head, { ...row, content: cells }, ...rows] }
    }),
  })
}

function mapItems({ content }: DocJson, change: (item: ListItemJson) => ListItemJson): DocJson {
  return {
    type: 'doc',
    content: content.map((block) =>
      block.type === 'bulletList' ? { ...block, content: block.content.map(change) } : block,
    ),
  }
}

function addItem(words: string, at = 0): (minutes: DocJson) => DocJson {
  const item: ListItemJson = {
    type: 'listItem',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
  }
  return ({ content }) => ({
    type: 'doc',
    content: content.map((block, index) =>
      index === at && (block.type === 'bulletList' || block.type === 'orderedList')
        ? { ...block, content: [...block.content, item] }
        : block,
    ),
  })
}
