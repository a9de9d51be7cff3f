import { beforeEach, expect, test } from 'vitest'

import type { Person } from '../meeting/index.ts'
import { person, refusalOf, TestLedger, typesOf } from '../testing/ledger.ts'
import type { Attendee } from './index.ts'

const scribe = person('Sam Scribe')
const ann = person('Ann Lee', 'guest', 'Acme')
let ledger: TestLedger

beforeEach(() => {
  ledger = new TestLedger()
  ledger.join(scribe, 'note-taker')
  ledger.join(ann)
})

function typed(name: string, affiliation?: string): Attendee {
  return { person: null, name, ...(affiliation === undefined ? {} : { affiliation }) }
}

function rows(): readonly string[] {
  return ledger.state.attendance.map(({ attendee, as, left }) => {
    const kind = attendee.person === null ? 'typed' : 'known'
    return [attendee.name, attendee.affiliation ?? '', kind, as, left === null ? 'here' : 'gone'].join(' | ')
  })
}

function checkIn(who: Person, attendee?: Attendee): void {
  ledger.ask(who, { do: 'check-in', as: 'present', ...(attendee === undefined ? {} : { attendee }) })
}

test('whoever checks in has one row, with what the server knows of them, however often they do', () => {
  checkIn(ann)
  expect(ledger.ask(ann, { do: 'check-in', as: 'present' })).toEqual({ accepted: true, events: [] })
  expect(rows()).toEqual(['Ann Lee | Acme | known | present | here'])
})

test('a name is the same for the record as for the minutes, without accents or with marks between', () => {
  checkIn(scribe, typed('Ann-Lée'))
  checkIn(ann)
  expect(rows()).toEqual(['Ann Lee | Acme | known | present | here'])
})

test('whoever comes late says so themselves, and may say otherwise later', () => {
  ledger.ask(ann, { do: 'check-in', as: 'late' })
  ledger.ask(ann, { do: 'check-in', as: 'observer' })
  expect(rows()).toEqual(['Ann Lee | Acme | known | observer | here'])
})

test('whoever leaves is gone since then, and comes back in the same row', () => {
  checkIn(ann)
  checkIn(scribe)
  ledger.now += 60_000
  ledger.ask(ann, { do: 'leave' })
  expect(ledger.state.attendance[0]?.left).toBe(ledger.time)
  expect(ledger.ask(ann, { do: 'leave' })).toEqual({ accepted: true, events: [] })
  ledger.now += 60_000
  checkIn(ann)
  expect(rows()).toEqual(['Ann Lee | Acme | known | present | here', 'Sam Scribe |  | known | present | here'])
  expect(ledger.state.attendance[0]?.since).toBe('2026-03-05T16:00:00.000Z')
})

test('a check-in that was a mistake is struck', () => {
  checkIn(ann)
  ledger.ask(ann, { do: 'strike' })
  expect(rows()).toEqual([])
  expect(ledger.ask(ann, { do: 'strike' })).toEqual({ accepted: true, events: [] })
})

test('a note taker types people without a page, each once, however the name is spelt', () => {
  checkIn(scribe, typed('Cem Öz'))
  checkIn(scribe, typed('cem  öz', 'Beta'))
  expect(rows()).toEqual(['cem  öz | Beta | typed | present | here'])
})

test('somebody who was typed and then checks in keeps their row, now with their identity', () => {
  checkIn(scribe, typed('ann lee', 'Acme Ltd'))
  checkIn(ann)
  expect(rows()).toEqual(['Ann Lee | Acme | known | present | here'])
})

test('what is typed of somebody who is known does not rename them; what is missing is added', () => {
  const dan = ledger.join(person('Dan'))
  checkIn(dan)
  checkIn(scribe, typed('DAN', 'Gamma'))
  checkIn(scribe, { person: dan.id, name: 'Mallory' })
  expect(rows()).toEqual(['Dan | Gamma | known | present | here'])
})

test('two people with an identity are two, also with the same name', () => {
  const other = ledger.join({ ...ann, id: 'z'.repeat(26) })
  checkIn(ann)
  checkIn(other)
  expect(rows()).toHaveLength(2)
})

test('somebody who takes the name of a typed row while they have one of their own has one in the end', () => {
  checkIn(ann)
  checkIn(scribe, typed('Ann L.'))
  checkIn({ ...ann, name: 'Ann L.' })
  expect(rows()).toEqual(['Ann L. | Acme | known | present | here'])
})

test('participants check in, leave and strike nobody but themselves', () => {
  checkIn(scribe)
  const about = { person: scribe.id, name: scribe.name }
  expect(refusalOf(ledger.ask(ann, { do: 'check-in', as: 'late', attendee: about }))).toBe('forbidden')
  expect(refusalOf(ledger.ask(ann, { do: 'check-in', as: 'present', attendee: typed('Eve') }))).toBe('forbidden')
  expect(refusalOf(ledger.ask(ann, { do: 'leave', attendee: about }))).toBe('forbidden')
  expect(refusalOf(ledger.ask(ann, { do: 'strike', attendee: about }))).toBe('forbidden')
  expect(rows()).toEqual(['Sam Scribe |  | known | present | here'])
})

test('whoever takes the name of somebody typed cannot strike them with it', () => {
  checkIn(scribe, typed('Cem'))
  expect(refusalOf(ledger.ask({ ...ann, name: 'Cem' }, { do: 'strike' }))).toBe('forbidden')
})

test('a participant may name themselves as the one who is meant', () => {
  const self = { person: ann.id, name: 'Somebody Else' }
  expect(typesOf(ledger.ask(ann, { do: 'check-in', as: 'present', attendee: self }))).toEqual(['checked-in'])
  expect(rows()).toEqual(['Ann Lee | Acme | known | present | here'])
})

test('readers do not check in', () => {
  const reader = ledger.join(person('Rea'), 'reader')
  expect(refusalOf(ledger.ask(reader, { do: 'check-in', as: 'present' }))).toBe('forbidden')
})
