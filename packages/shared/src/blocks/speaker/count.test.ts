import { expect, test } from 'vitest'

import { turnOf } from '../../testing/understanding.ts'
import { speakersIn } from './count.ts'

test('people come by how often they spoke, then by who spoke first', () => {
  const one = { state: 'one', name: 'Ann Bell' } as const
  const turns = [
    turnOf([0], 'Bo'),
    turnOf([1], 'AB', one),
    turnOf([2], 'Cy'),
    turnOf([3], 'Ann', one),
    turnOf([4], 'X', { state: 'many', names: [] }),
    turnOf([5], 'bo'),
  ]
  expect(speakersIn(turns)).toEqual([
    { name: 'Bo', turns: 2 },
    { name: 'Ann Bell', turns: 2 },
    { name: 'Cy', turns: 1 },
    { name: 'X', turns: 1 },
  ])
})
