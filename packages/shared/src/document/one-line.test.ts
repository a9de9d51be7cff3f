import { expect, test } from 'vitest'

import { excerptOf, oneLine } from './one-line.ts'

test('words of several lines are one', () => {
  expect(oneLine(' a\n\tb  c ')).toBe('a b c')
})

test('an excerpt says where it ends, and cuts no letter in two', () => {
  expect(excerptOf('one\ntwo', 7)).toBe('one two')
  expect(excerptOf('one two', 4)).toBe('one…')
  expect(excerptOf('ab🙂cd', 3)).toBe('ab🙂…')
})
