import { expect, test } from 'vitest'

import { isSlipOf } from './slip.ts'

const RIGHT = ['consensus', 'decisions', 'note']

test.each([
  ['a letter is missing', 'consenus'],
  ['the last letter is missing', 'consensu'],
  ['a letter is doubled', 'consennsus'],
  ['two letters have changed places', 'consenuss'],
  ['two letters have changed places', 'decisoins'],
])('%s: %s', (_slip, word) => {
  expect(isSlipOf(word, RIGHT)).toBe(true)
})

test.each(['consensus', 'concensus', 'onsensus', 'consens', 'decisionsx', 'not', 'noote', 'consensual', ''])(
  '%s is no slip',
  (word) => {
    expect(isSlipOf(word, RIGHT)).toBe(false)
  },
)
