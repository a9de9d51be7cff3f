import { Roster } from '@plenary/shared/blocks'
import type { Attendance } from '@plenary/shared/ledger'
import { expect, test } from 'vitest'

import { presenterHere, presentersOf } from './presenters.ts'

const id = (letter: string) => letter.repeat(26)
const row = (name: string, person: string | null, left: string | null = null, handle?: string): Attendance => ({
  attendee: { person, name, ...(handle === undefined ? {} : { handle }) },
  as: 'present',
  since: '2027-04-27T16:00:00.000Z',
  left,
})
const ROSTER = new Roster([{ name: 'Zoe Park', initials: 'ZP' } as never])
const HERE = [row('Zoe Park', id('z')), row('Bob Ray', id('b'), null, 'bobr'), row('Cem Gül', id('c'), 'left')]

test('whoever presents is found by name, handle or initials, if they are here', () => {
  const found = (written: string) => presenterHere(presentersOf(written, ROSTER), HERE, [])
  expect(['Zoe Park', 'ZP', '@bobr', 'Nobody, bob ray', 'Cem Gül', ''].map(found)).toEqual([
    id('z'),
    id('z'),
    id('b'),
    id('b'),
    undefined,
    undefined,
  ])
})

test('a page that is open is enough, but only of somebody whom the server knows', () => {
  const connected = [
    { id: 'a stock client', name: 'Ann' },
    { id: id('d'), name: 'Dee' },
  ]
  const found = (written: string) => presenterHere(presentersOf(written), [], connected)
  expect([found('Ann'), found('Dee')]).toEqual([undefined, id('d')])
})
