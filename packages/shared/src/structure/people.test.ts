import { describe, expect, test } from 'vitest'

import { attendeeOf, turnOf, understood, written } from '../testing/understanding.ts'
import { attendeesIn, noteTakersIn, speakersIn } from './people.ts'

describe('attendees', () => {
  test('are everybody once, with all that any entry says of them', () => {
    const entries = [
      attendeeOf('Ann Bell', { handle: 'ann' }),
      attendeeOf('Cem Öz'),
      attendeeOf('A. Bell', { handle: 'Ann', affiliation: 'Reef' }),
      attendeeOf('cem oz', { initials: 'CÖ' }),
    ]
    expect(attendeesIn(entries)).toEqual([
      { name: 'Ann Bell', handle: 'ann', affiliation: 'Reef', state: 'present' },
      { name: 'Cem Öz', initials: 'CÖ', state: 'present' },
    ])
  })

  test('of one name with two handles are two', () => {
    const entries = [attendeeOf('Jo', { handle: 'jo1' }), attendeeOf('Jo', { handle: 'jo2' })]
    expect(attendeesIn(entries)).toHaveLength(2)
  })

  test('who are listed as absent and as present were there, and being late says more than that', () => {
    const entries = (['regrets', 'present', 'late'] as const).map((state) => attendeeOf('Ann', { state }))
    expect(attendeesIn(entries.slice(0, 2))).toEqual([{ name: 'Ann', state: 'present' }])
    expect(attendeesIn(entries)).toEqual([{ name: 'Ann', state: 'late' }])
  })
})

test('note takers are named as they are listed, once', () => {
  const { roster } = understood({}, (name) => (name === 'Eve' ? { state: 'none' } : { state: 'one', name: 'Ann Bell' }))
  expect(noteTakersIn([written('AB'), written('ann'), written('Eve')], roster)).toEqual(['Ann Bell', 'Eve'])
})

test('speakers come by how often they spoke, then by who spoke first', () => {
  const one = { state: 'one', name: 'Ann Bell' } as const
  const turns = [
    turnOf([0], 'Bo'),
    turnOf([1], 'AB', one),
    turnOf([2], 'Cy'),
    turnOf([3], 'Ann', one),
    turnOf([4], 'X', { state: 'many', names: [] }),
  ]
  expect(speakersIn(turns)).toEqual([
    { name: 'Ann Bell', turns: 2 },
    { name: 'Bo', turns: 1 },
    { name: 'Cy', turns: 1 },
    { name: 'X', turns: 1 },
  ])
})
