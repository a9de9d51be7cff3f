import { expect, test } from 'vitest'

import { isAgainst } from './against.ts'

test.each([
  [
    ['SF', 'F', 'N', 'A', 'SA'],
    ['A', 'SA'],
  ],
  [
    ['Strongly for', 'For', 'Neutral', 'Rather not', 'Over my dead body'],
    ['Rather not', 'Over my dead body'],
  ],
  [['For', 'Against', 'Abstain'], ['Against']],
  [['Yes', 'NO'], ['NO']],
  [['+1', '+0', '-0', '−1'], ['−1']],
  [['A', 'B', 'C'], []],
  [['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'], []],
  [['F', 'N', 'A'], ['A']],
])('of %j against are %j', (options, against) => {
  expect(options.filter((_, choice) => isAgainst(options, choice))).toEqual(against)
})

test('an option that there is not is not against', () => {
  expect(isAgainst(['Yes', 'No'], 2)).toBe(false)
})
