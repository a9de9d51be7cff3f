import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { nextNoteTakers, type PastNoteTaking, pastNoteTaking } from './rotation.ts'

const [ann, bob, cem, dee] = [
  { name: 'Ann Bell', handle: 'annb' },
  { name: 'Bob Cole' },
  { name: 'Cem Dağ' },
  { name: 'Dee Egan' },
]
const EVERYBODY = [ann, bob, cem, dee]

function took(name: string, date: string, minutes = 60): PastNoteTaking {
  return { name, date, minutes }
}

function order(past: readonly PastNoteTaking[], more: Partial<Parameters<typeof nextNoteTakers>[0]> = {}): string[] {
  return nextNoteTakers({ past, present: EVERYBODY, ...more }).map(({ person: { name } }) => name)
}

describe('who takes notes next', () => {
  test('is who never has, and then who has not for the longest time', () => {
    const past = [took('Ann Bell', '2026-10-20'), took('Cem Dag', '2026-10-06'), took('Dee Egan', '2026-10-13')]
    expect(order(past)).toEqual(['Bob Cole', 'Cem Dağ', 'Dee Egan', 'Ann Bell'])
    expect(nextNoteTakers({ past, present: [cem, bob] }).map(({ fact }) => fact)).toEqual([
      'never took notes',
      'last took notes 6 Oct',
    ])
  })

  test('is not asked before a whole meeting taken longer ago because of some minutes last week', () => {
    expect(
      order([took('Ann Bell', '2026-10-20', 10), took('Bob Cole', '2026-10-06', 60)], { present: [bob, ann] }),
    ).toEqual(['Ann Bell', 'Bob Cole'])
  })

  test('who has taken notes often comes behind who has once, at about the same time', () => {
    const past = ['2026-10-20', '2026-09-22', '2026-08-25'].map((date) => took('Ann Bell', date))
    expect(order([...past, took('Bob Cole', '2026-10-20')], { present: [ann, bob] })).toEqual(['Bob Cole', 'Ann Bell'])
  })

  test('but an old debt is paid by time', () => {
    const past = Array.from({ length: 12 }, (_, month) =>
      took('Ann Bell', `2025-${String(month + 1).padStart(2, '0')}-01`),
    )
    expect(order([...past, took('Bob Cole', '2026-06-01')], { present: [bob, ann] })).toEqual(['Ann Bell', 'Bob Cole'])
    expect(nextNoteTakers({ past: [...past, took('Bob Cole', '2026-06-01')], present: [ann] })[0]?.fact).toBe(
      'last took notes 1 Dec',
    )
    expect(nextNoteTakers({ past: [...past, took('Bob Cole', '2026-07-01')], present: [ann] })[0]?.fact).toBe(
      'last took notes 1 Dec 2025',
    )
  })

  test('is nobody who presents, is exempt, is not here or takes notes already', () => {
    expect(order([], { presenting: [{ name: 'ann bell' }] })).toEqual(['Bob Cole', 'Cem Dağ', 'Dee Egan'])
    expect(order([], { exempt: [cem], current: [bob] })).toEqual(['Ann Bell', 'Dee Egan'])
    expect(order([], { present: [dee] })).toEqual(['Dee Egan'])
    expect(order([], { present: [] })).toEqual([])
  })

  test('who passes goes behind all others', () => {
    expect(order([took('Dee Egan', '2026-10-06')], { passed: [ann, bob] })).toEqual([
      'Cem Dağ',
      'Dee Egan',
      'Ann Bell',
      'Bob Cole',
    ])
  })

  test('names are matched however they are typed, and handles go before names', () => {
    const past = [{ name: 'A. Bell', handle: 'AnnB', date: '2026-10-06', minutes: 60 }, took('CEM DAG', '2026-10-06')]
    expect(order(past)).toEqual(['Bob Cole', 'Dee Egan', 'Ann Bell', 'Cem Dağ'])
  })

  test('everybody is proposed once, in whatever order they are listed', () => {
    const dates = fc.constantFrom('2026-10-06', '2026-10-13', '2026-10-20')
    const pasts = fc.array(
      fc.record({ name: fc.constantFrom(...EVERYBODY.map(({ name }) => name)), date: dates, minutes: fc.nat(90) }),
    )
    fc.assert(
      fc.property(pasts, fc.shuffledSubarray([...EVERYBODY, ann]), (past, present) => {
        const proposed = order(past, { present })
        expect(new Set(proposed).size).toBe(proposed.length)
        expect(proposed).toEqual(order(past.toReversed(), { present: present.toReversed() }))
      }),
    )
  })
})

describe('what earlier meetings tell of who took notes', () => {
  const attendees = [ann, bob]

  test('shares the minutes of a meeting between those who took them', () => {
    expect(
      pastNoteTaking([
        { date: '2026-10-06', time: '16:00-17:30', noteTakers: ['Ann Bell', 'Bob Cole', 'bob cole'], attendees },
        { date: '2026-10-13', time: '23:30-00:30', noteTakers: ['@annb'], attendees },
        { date: '2026-10-20', noteTakers: ['Zoe'], attendees },
        { date: null, noteTakers: ['Ann Bell'], attendees },
        { date: '2026-10-27', noteTakers: [], attendees },
      ]),
    ).toEqual([
      { ...ann, date: '2026-10-06', minutes: 45 },
      { ...bob, date: '2026-10-06', minutes: 45 },
      { ...ann, date: '2026-10-13', minutes: 60 },
      { name: 'Zoe', date: '2026-10-20', minutes: 60 },
    ])
  })
})
