import { describe, expect, test } from 'vitest'

import type { Attendee } from '../attendance/attendance.ts'
import { Roster } from './roster.ts'

function rosterOf(...people: (string | Partial<Attendee>)[]): Roster {
  return new Roster(
    people.map((person) => ({
      name: '',
      state: 'present',
      at: { path: [0], from: 0, to: 0 },
      ...(typeof person === 'string' ? { name: person } : person),
    })),
  )
}

function meant(roster: Roster, written: string): string | readonly string[] | null {
  const resolution = roster.resolve(written)
  switch (resolution.state) {
    case 'one':
      return resolution.name
    case 'many':
      return resolution.names
    case 'none':
      return null
  }
}

describe('finds somebody', () => {
  const roster = rosterOf(
    { name: 'Ann Bell', handle: 'annb' },
    { name: 'Bo Dahl', initials: 'BDL' },
    'Oăna Ilie',
    'Mara S. Muir',
    'Anne van Dale',
    'Cleo Ward-Brook',
  )
  test.each([
    ['by the full name', 'Ann Bell', 'Ann Bell'],
    ['by a nick that is the full name in one word', '@maramuir', 'Mara S. Muir'],
    ['whatever the case and accents', 'oana ILIE', 'Oăna Ilie'],
    ['by the first name', 'Ann', 'Ann Bell'],
    ['by the last name', 'Bell', 'Ann Bell'],
    ['by a last name of several words', 'van Dale', 'Anne van Dale'],
    ['by the first name and an initial', 'Ann B.', 'Ann Bell'],
    ['by the handle', '@annb', 'Ann Bell'],
    ['by initials that are given', 'BDL', 'Bo Dahl'],
    ['by initials that follow', 'AB', 'Ann Bell'],
    ['by initials with accents', 'OI', 'Oăna Ilie'],
    ['by initials with and without a middle name', 'MM', 'Mara S. Muir'],
    ['by initials with a middle name', 'MSM', 'Mara S. Muir'],
    ['by initials with a particle', 'AVD', 'Anne van Dale'],
    ['by initials of hyphened names', 'CWB', 'Cleo Ward-Brook'],
    ['by initials that count the hyphened name once', 'CW', 'Cleo Ward-Brook'],
    ['with a remark behind the name', 'Ann (on chat)', 'Ann Bell'],
  ])('%s', (_, written, name) => {
    expect(meant(roster, written)).toBe(name)
  })

  test('but not by initials other than those given', () => {
    expect(meant(roster, 'BD')).toBe(null)
  })
})

describe('nicks', () => {
  const roster = rosterOf('IrisJ', 'OănaD', 'OănaV', 'Mihail')
  test.each([
    ['IJ', 'IrisJ'],
    ['OD', 'OănaD'],
    ['OV', 'OănaV'],
    ['Iris', 'IrisJ'],
    ['Oana', ['OănaD', 'OănaV']],
  ])('%s is %s', (written, name) => {
    expect(meant(roster, written)).toEqual(name)
  })

  test('initials whose second letter nobody explains are only offered', () => {
    expect(meant(roster, 'MP')).toEqual(['Mihail'])
    expect(meant(roster, 'XY')).toBe(null)
  })

  test('the beginning of a nick is only offered', () => {
    expect(meant(rosterOf('karlotto'), 'Karl')).toEqual(['karlotto'])
  })
})

test('two who may be meant are both named', () => {
  expect(meant(rosterOf('Ann Bell', 'Ann Cole'), 'Ann')).toEqual(['Ann Bell', 'Ann Cole'])
  expect(meant(rosterOf('Ann Bell', 'Al Bo'), 'AB')).toEqual(['Ann Bell', 'Al Bo'])
})

test('what is given counts before what follows', () => {
  expect(meant(rosterOf({ name: 'Ann Bell' }, { name: 'Abe Cole', initials: 'AB' }), 'AB')).toBe('Abe Cole')
  expect(meant(rosterOf('Dan', 'Dan Cole'), 'Dan')).toBe('Dan')
})

test('somebody who is listed twice is one', () => {
  expect(meant(rosterOf('Ann Bell', 'ann bell', 'Bob'), 'AB')).toBe('Ann Bell')
})

test('nobody is found where nothing is written, or somebody else', () => {
  const roster = rosterOf('Ann Bell')
  expect(meant(roster, '')).toBe(null)
  expect(meant(roster, 'everybody')).toBe(null)
  expect(meant(roster, 'Bob')).toBe(null)
})
