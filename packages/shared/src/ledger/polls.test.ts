import { beforeEach, describe, expect, test } from 'vitest'

import { person, refusalOf, TERMS, typesOf } from '../testing/ledger.ts'
import { ann, bob, gus, PollingLedger, scribe } from '../testing/polling.ts'
import type { Outcome } from './index.ts'

const OUTCOME: Outcome = { kind: 'consensus', sentence: 'The proposal advances.' }
let ledger: PollingLedger

beforeEach(() => {
  ledger = new PollingLedger()
})

describe('opening', () => {
  test('locks the question: a block has one open poll, and the next one only after it', () => {
    const poll = ledger.open()
    expect(ledger.ask(scribe, { do: 'open-poll', terms: TERMS })).toEqual({ accepted: true, events: [] })
    const other = { ...TERMS, question: 'Advance to phase 3?' }
    expect(refusalOf(ledger.ask(scribe, { do: 'open-poll', terms: other }))).toBe('not-now')
    ledger.ask(scribe, { do: 'close-poll', poll, outcome: OUTCOME })
    expect(typesOf(ledger.ask(scribe, { do: 'open-poll', terms: other }))).toEqual(['poll-opened'])
  })

  test('waits while a consent call runs on the block', () => {
    ledger.ask(scribe, { do: 'call-consent', block: 'b1', wording: 'Yes.', seconds: 30 })
    expect(refusalOf(ledger.ask(scribe, { do: 'open-poll', terms: TERMS }))).toBe('not-now')
  })

  test('polls without a block stand beside each other', () => {
    ledger.open({ block: null })
    ledger.open({ block: null })
    expect(ledger.state.polls).toHaveLength(2)
  })

  test('is for note takers and the chair', () => {
    expect(refusalOf(ledger.ask(ann, { do: 'open-poll', terms: TERMS }))).toBe('forbidden')
  })
})

describe('the count of the room', () => {
  test('adds to the ballots, and a new count takes the place of the one before', () => {
    const poll = ledger.open()
    ledger.ask(ann, { do: 'vote', poll, choice: 0 })
    ledger.ask(scribe, { do: 'count-room', poll, counts: [7, 4, 1, 0, 0] })
    ledger.ask(scribe, { do: 'count-room', poll, counts: [8, 4, 0, 0, 0] })
    expect(ledger.last?.tally).toEqual([8, 4, 0, 0, 0])
    for (const who of [bob, gus, scribe]) ledger.ask(who, { do: 'vote', poll, choice: 1 })
    expect(ledger.last?.tally).toEqual([9, 7, 0, 0, 0])
    ledger.ask(scribe, { do: 'close-poll', poll, outcome: OUTCOME })
    expect(ledger.last?.result?.tally).toEqual([9, 7, 0, 0, 0])
  })

  test('has a number for each option, and comes before the end', () => {
    const poll = ledger.open()
    expect(refusalOf(ledger.ask(scribe, { do: 'count-room', poll, counts: [1, 2] }))).toBe('malformed')
    const none = { do: 'count-room', poll, counts: [0, 0, 0, 0, 0] } as const
    expect(ledger.ask(scribe, none)).toEqual({ accepted: true, events: [] })
    expect(refusalOf(ledger.ask(ann, none))).toBe('forbidden')
    ledger.ask(scribe, { do: 'close-poll', poll, outcome: OUTCOME })
    expect(refusalOf(ledger.ask(scribe, none))).toBe('too-late')
  })

  test('stays hidden while the count of the poll is', () => {
    const poll = ledger.open({ shows: 'at-close' })
    ledger.ask(scribe, { do: 'count-room', poll, counts: [1, 0, 0, 0, 0] })
    expect(ledger.last).toMatchObject({ tally: null, room: [1, 0, 0, 0, 0] })
  })
})

describe('the end of the voting', () => {
  test('tells the counts to all before anybody states the outcome; the question stays locked until then', () => {
    const poll = ledger.open({ shows: 'at-close' })
    ledger.ask(ann, { do: 'vote', poll, choice: 0 })
    expect(refusalOf(ledger.ask(ann, { do: 'end-voting', poll }))).toBe('forbidden')
    expect(typesOf(ledger.ask(scribe, { do: 'end-voting', poll }))).toEqual(['voting-ended'])
    const silent = ['Sam', 'Bob', 'Gus']
    expect(ledger.last).toMatchObject({ tally: [1, 0, 0, 0, 0], count: { silent }, result: null })
    expect(refusalOf(ledger.ask(scribe, { do: 'count-room', poll, counts: [1, 0, 0, 0, 0] }))).toBe('too-late')
    expect(refusalOf(ledger.ask(scribe, { do: 'open-poll', terms: { ...TERMS, question: 'Other?' } }))).toBe('not-now')
    expect(ledger.ask(scribe, { do: 'end-voting', poll })).toEqual({ accepted: true, events: [] })
    expect(typesOf(ledger.ask(scribe, { do: 'close-poll', poll, outcome: OUTCOME }))).toEqual(['poll-closed'])
    expect(ledger.last?.result).toMatchObject({ tally: [1, 0, 0, 0, 0], silent, outcome: OUTCOME })
  })
})

describe('closing', () => {
  test('ends the voting, and says the outcome as stated, the tally, by affiliation, and who was silent', () => {
    const poll = ledger.open()
    const cem = ledger.join(person('Cem', 'github', 'ACME'))
    const dan = ledger.join(person('Dan'))
    ledger.ask(ann, { do: 'vote', poll, choice: 0 })
    ledger.ask(cem, { do: 'vote', poll, choice: 4 })
    ledger.ask(bob, { do: 'vote', poll, choice: 1 })
    ledger.ask(dan, { do: 'vote', poll, choice: 1 })
    ledger.ask(ledger.join(person('Eve')), { do: 'vote', poll, choice: 1 })
    ledger.ask(scribe, { do: 'close-poll', poll, outcome: { kind: 'no-consensus', sentence: '' } })
    expect(ledger.last?.result).toEqual({
      at: ledger.time,
      by: 'Sam',
      tally: [1, 3, 0, 0, 1],
      silent: ['Sam', 'Gus'],
      affiliations: [
        { affiliation: 'Acme', counts: [1, 0, 0, 0, 1] },
        { affiliation: 'beta', counts: [0, 1, 0, 0, 0] },
        { affiliation: '', counts: [0, 2, 0, 0, 0] },
      ],
      outcome: { kind: 'no-consensus', sentence: '' },
    })
  })

  test('of a secret poll says counts and nothing else', () => {
    const poll = ledger.open({ secret: true })
    ledger.ask(ann, { do: 'vote', poll, choice: 0 })
    ledger.ask(scribe, { do: 'close-poll', poll, outcome: OUTCOME })
    expect(ledger.last?.result).toMatchObject({ tally: [1, 0, 0, 0, 0], silent: null, affiliations: null })
  })

  test('silent is nobody who could not vote: readers, observers, those who left, those without a page, guests who may not', () => {
    const poll = ledger.open({ guests: false })
    const rea = ledger.join({ ...person('Rea'), handle: 'rea' }, 'reader')
    ledger.ask(scribe, { do: 'check-in', as: 'present', attendee: { person: rea.id, name: 'Rea' } })
    const home = ledger.join({ ...person('Home'), handle: 'home' })
    ledger.ask(home, { do: 'check-in', as: 'present' })
    ledger.ask(home, { do: 'leave' })
    ledger.connected.delete(home.id)
    ledger.join(person('Script', 'program'))
    const obs = ledger.join(person('Obs'))
    const out = ledger.join(person('Out'))
    const off = ledger.join({ ...person('Off'), handle: 'off' })
    ledger.ask(obs, { do: 'check-in', as: 'observer' })
    ledger.ask(out, { do: 'check-in', as: 'present' })
    ledger.ask(out, { do: 'leave' })
    ledger.ask(off, { do: 'check-in', as: 'late' })
    ledger.connected.delete(off.id)
    ledger.ask(scribe, { do: 'check-in', as: 'present', attendee: { person: null, name: 'In the room' } })
    ledger.ask(scribe, { do: 'close-poll', poll, outcome: OUTCOME })
    expect(ledger.last?.result?.silent).toEqual(['Off', 'Sam', 'Ann', 'Bob'])
  })

  test('is for those who state outcomes; again with the same one it changes nothing, with another it is too late', () => {
    const poll = ledger.open()
    const close = { do: 'close-poll', poll, outcome: OUTCOME } as const
    expect(refusalOf(ledger.ask(ann, close))).toBe('forbidden')
    ledger.ask(scribe, close)
    expect(ledger.ask(scribe, close)).toEqual({ accepted: true, events: [] })
    const other = { ...close, outcome: { ...OUTCOME, kind: 'withdrawn' } } as const
    expect(refusalOf(ledger.ask(scribe, other))).toBe('too-late')
    expect(refusalOf(ledger.ask(scribe, { ...close, poll: 'x' }))).toBe('unknown')
  })
})
