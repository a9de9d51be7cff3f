import { expect, test } from 'vitest'

import { addressFrom } from './address.ts'

test.each([
  [' https://example.org ', 'https://example.org'],
  ['example.org/a', 'https://example.org/a'],
  ['ann@example.org', 'mailto:ann@example.org'],
  ['notes.md', 'notes.md'],
  ['./notes.md', './notes.md'],
  ['#agenda', '#agenda'],
  ['https://example.org/a b', 'https://example.org/a%20b'],
])('%j is taken as %s', (typed, address) => {
  expect(addressFrom(typed)).toBe(address)
})

test.each(['', ' ', 'javascript:alert(1)', 'java\tscript:alert(1)', 'data:text/html,x'])('%j is refused', (typed) => {
  expect(addressFrom(typed)).toBeNull()
})
