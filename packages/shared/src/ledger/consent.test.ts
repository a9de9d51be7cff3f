import { beforeEach, expect, test } from 'vitest'

import { person, refusalOf, TestLedger } from '../testing/ledger.ts'
import { lapsed, nextDue } from './index.ts'

const chair = person('Ada')
const bob = person('Bob')
const reader = person('Rea')
const WORDING = 'We take the pull request as it is.'
let ledger: TestLedger
/** The server's id of the consent call. */
let call: string

beforeEach(() => {
  ledger = new TestLedger()
  ledger.join(chair, 'chair')
  ledger.join(bob)
  ledger.join(reader, 'reader')
  ledger.ask(chair, { do: 'call-consent', block: 'b1', wording: WORDING, seconds: 30 })
  call = lastCall()
})

function lastCall(): string {
  return ledger.state.consents.at(-1)?.consent ?? 'none'
}

test('silence becomes consent when the time is over, with the number of those who are here', () => {
  expect(nextDue(ledger.state)).toBe('2026-03-05T16:00:30.000Z')
  expect(ledger.wait(29)).toEqual([])
  expect(ledger.wait(1)).toEqual([{ type: 'consent-recorded', consent: call, present: 2 }])
  expect(ledger.state.consents[0]?.end).toEqual({ end: 'consent', present: 2, at: ledger.time })
  expect(nextDue(ledger.state)).toBeNull()
})

test('people who were typed by the note taker are here too, and those who left or observe are not', () => {
  for (const [name, as] of [
    ['Cem', 'present'],
    ['Obs', 'observer'],
    ['Dee', 'late'],
  ] as const) {
    ledger.ask(chair, { do: 'check-in', as, attendee: { person: null, name } })
  }
  ledger.ask(chair, { do: 'leave', attendee: { person: null, name: 'Dee' } })
  ledger.ask(bob, { do: 'check-in', as: 'present' })
  expect(ledger.wait(30)).toEqual([{ type: 'consent-recorded', consent: call, present: 3 }])
})

test('a program that is connected is nobody who is here', () => {
  ledger.join(person('Script', 'program'))
  expect(ledger.wait(30)).toMatchObject([{ present: 2 }])
})

test('an objection turns the call into a five-way poll on the same block with the same wording, at once', () => {
  ledger.now += 29_999
  ledger.ask(bob, { do: 'object', consent: call })
  const [objected, opened] = ledger.entries.slice(-2)
  expect(objected?.event).toEqual({ type: 'consent-objected', consent: call, person: bob.id, name: 'Bob' })
  expect(opened?.event).toMatchObject({
    type: 'poll-opened',
    consent: call,
    terms: { block: 'b1', question: WORDING, options: ['SF', 'F', 'N', 'A', 'SA'], secret: false, guests: true },
  })
  const [poll] = ledger.state.polls
  expect(poll?.consent).toBe(call)
  expect(ledger.state.consents[0]?.end).toEqual({ end: 'objection', name: 'Bob', poll: poll?.poll, at: ledger.time })
  expect(ledger.wait(60)).toEqual([])
})

test('a second objection changes nothing', () => {
  ledger.ask(bob, { do: 'object', consent: call })
  expect(ledger.ask(chair, { do: 'object', consent: call })).toEqual({ accepted: true, events: [] })
})

test('an objection after the time is too late, also where the consent is not recorded yet', () => {
  ledger.now += 30_000
  expect(refusalOf(ledger.ask(bob, { do: 'object', consent: call }))).toBe('too-late')
  ledger.wait(0)
  expect(refusalOf(ledger.ask(bob, { do: 'object', consent: call }))).toBe('too-late')
})

test('readers do not object', () => {
  expect(refusalOf(ledger.ask(reader, { do: 'object', consent: call }))).toBe('forbidden')
})

test('whoever called may withdraw, also when they take no notes any more; others may not', () => {
  expect(refusalOf(ledger.ask(bob, { do: 'withdraw-consent', consent: call }))).toBe('forbidden')
  ledger.ask(bob, { do: 'take-over' })
  ledger.ask(bob, { do: 'call-consent', block: 'b2', wording: 'We meet on Tuesday.', seconds: 30 })
  ledger.ask(bob, { do: 'stop-taking-notes' })
  const second = lastCall()
  expect(ledger.ask(bob, { do: 'withdraw-consent', consent: second })).toMatchObject({ accepted: true })
  expect(ledger.ask(bob, { do: 'withdraw-consent', consent: second })).toEqual({ accepted: true, events: [] })
  expect(ledger.state.consents[1]?.end).toEqual({ end: 'withdrawn', at: ledger.time })
  expect(ledger.wait(30)).toMatchObject([{ consent: call }])
})

test('neither a recorded consent nor one that somebody objected to can be withdrawn', () => {
  ledger.ask(bob, { do: 'object', consent: call })
  expect(refusalOf(ledger.ask(chair, { do: 'withdraw-consent', consent: call }))).toBe('not-now')
  ledger.ask(chair, { do: 'call-consent', block: 'b2', wording: WORDING, seconds: 30 })
  ledger.wait(30)
  const second = lastCall()
  expect(refusalOf(ledger.ask(chair, { do: 'withdraw-consent', consent: second }))).toBe('too-late')
})

test('the same call twice is one call, and another one on the block has to wait', () => {
  const same = { do: 'call-consent', block: 'b1', wording: WORDING, seconds: 10 } as const
  expect(ledger.ask(chair, same)).toEqual({ accepted: true, events: [] })
  expect(refusalOf(ledger.ask(chair, { ...same, wording: 'Or not.' }))).toBe('not-now')
})

test('a call that nobody could object to, because no server was there, is withdrawn', () => {
  ledger.now += 29_000
  expect(lapsed({ state: ledger.state, now: ledger.time })).toEqual([])
  ledger.now += 1_000
  expect(lapsed({ state: ledger.state, now: ledger.time })).toEqual([{ type: 'consent-withdrawn', consent: call }])
})

test('a consent call that does not exist is said to be unknown', () => {
  expect(refusalOf(ledger.ask(chair, { do: 'object', consent: 'x' }))).toBe('unknown')
  expect(refusalOf(ledger.ask(chair, { do: 'withdraw-consent', consent: 'x' }))).toBe('unknown')
})
