import { describe, expect, test } from 'vitest'

import { countDifferent, linesOf, partsOf, type LineChange } from './line.ts'

const same = (text: string): LineChange => ({ kind: 'same', text: `${text}\n` })
const added = (text: string): LineChange => ({ kind: 'added', text: `${text}\n` })
const removed = (text: string): LineChange => ({ kind: 'removed', text: `${text}\n` })
const many = (count: number) => Array.from({ length: count }, (_, index) => same(`line ${index}`))

describe('the lines of an export', () => {
  test('are numbered as in the file they stand in', () => {
    const lines = linesOf([same('a'), removed('b'), added('B'), added('C'), same('d')])
    expect(lines.map(({ kind, number, text }) => [kind, number, text])).toEqual([
      ['same', 1, 'a'],
      ['removed', 2, 'b'],
      ['added', 2, 'B'],
      ['added', 3, 'C'],
      ['same', 4, 'd'],
    ])
  })

  test('mark the words in which a line differs from the one it replaces', () => {
    const [before, after] = linesOf([removed('the glossary is short'), added('the glossary is long')])
    expect(before?.marks).toEqual([[16, 21]])
    expect(after?.marks).toEqual([[16, 20]])
  })

  test('say what cannot be seen, only where something differs', () => {
    const notes = linesOf([
      { kind: 'same', text: 'a  \r\n' },
      { kind: 'removed', text: '\ufeffb  \r\n' },
      { kind: 'added', text: 'b' },
    ]).map(({ note }) => note)
    expect(notes).toEqual([null, 'byte order mark, 2 blanks at the end, CRLF', 'no newline at the end'])
  })

  test('are counted once where one replaces another', () => {
    const count = (...changes: LineChange[]) => countDifferent(linesOf(changes))
    expect(count(same('a'))).toBe(0)
    expect(count(removed('a'), added('b'))).toBe(1)
    expect(count(removed('a'), added('b'), added('c'), same('d'), removed('e'))).toBe(3)
  })
})

describe('the folds', () => {
  const shapes = (changes: readonly LineChange[]) =>
    partsOf(linesOf(changes)).map(({ kind, lines }) => [kind, lines.length])

  test('hide what is far from every difference', () => {
    expect(shapes([...many(20), added('x'), ...many(20)])).toEqual([
      ['folded', 17],
      ['shown', 7],
      ['folded', 17],
    ])
  })

  test('never hide just a line or two', () => {
    expect(shapes([added('x'), ...many(8), added('y')])).toEqual([['shown', 10]])
    expect(shapes([...many(5), added('y')])).toEqual([['shown', 6]])
  })

  test('hold the whole file where nothing differs', () => {
    expect(shapes(many(30))).toEqual([['folded', 30]])
  })
})
