import { describe, expect, test } from 'vitest'

import { attendeeOf, understood, written } from '../testing/understanding.ts'
import { attendeesIn, noteTakersIn } from './people.ts'

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
