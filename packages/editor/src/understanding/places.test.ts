import { expect, test } from 'vitest'

import { br, doc, img, li, p, row, source, table, ul } from '../editor/testing/build.ts'
import { Places } from './places.ts'

const MINUTES = doc(
  p('ab', br(), img('x'), 'c\nde'),
  ul(li('f', ul(li('gh')))),
  table(row('i', 'jk'), row('l')),
  source('yaml', 'm:\n- n'),
)
const places = new Places(MINUTES)
const at = ({ from, to }: { from: number; to: number }) => MINUTES.textBetween(from, to, '|', '*')

test('a line of a text block ends at a break or at a newline', () => {
  expect([0, 1, 2].map((row) => at(places.line([0], row)))).toEqual(['ab', '*c', 'de'])
})

test('a path leads to its node and a span to its text, at any depth', () => {
  expect(places.node([1, 0, 1, 0, 0]).textContent).toBe('gh')
  expect(at(places.span({ path: [1, 0, 1, 0, 0], from: 1, to: 2 }))).toBe('h')
  expect(at(places.span({ path: [2, 0, 1], from: 0, to: 2 }))).toBe('jk')
  expect(at(places.span({ path: [3], from: 5, to: 6 }))).toBe('n')
})

test('a list, a table and a source are one line each', () => {
  expect([1, 2, 3].map((index) => at(places.line([index], 0)))).toEqual(['f|gh', 'i|jk|l', 'm:\n- n'])
})

test('a path that leads nowhere is a bug, and says so', () => {
  expect(() => places.start([9])).toThrow(RangeError)
  expect(() => places.node([0, 5])).toThrow(RangeError)
})
