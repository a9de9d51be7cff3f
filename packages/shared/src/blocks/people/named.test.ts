import { expect, test } from 'vitest'

import { namedAs } from './named.ts'

test.each([
  ['Ann Bell', { name: 'Ann Bell' }],
  ['Ann Bell (Acme)', { name: 'Ann Bell', affiliation: 'Acme' }],
  ['Ann Bell @ann', { name: 'Ann Bell', handle: 'ann' }],
  ['Ann Bell (AB), Acme', { name: 'Ann Bell', initials: 'AB', affiliation: 'Acme' }],
  ['Ann Bell (late)', { name: 'Ann Bell (late)' }],
  ['whoever it was that came', { name: 'whoever it was that came' }],
])('%j is taken apart without a loss', (typed, named) => {
  expect(namedAs(typed)).toEqual(named)
})
