import { beforeEach, describe, expect, test } from 'vitest'

import type { Person } from '../meeting/index.ts'
import { person, refusalOf, TERMS, TestLedger, typesOf } from '../testing/ledger.ts'
import type { Outcome, Poll, PollTerms } from './index.ts'

const scribe = person('Sam', 'github', 'Acme')
const ann = person('Ann', 'github', 'Acme')
const bob = person('Bob', 'openid', 'beta')
const gus = person('Gus', 'guest')
const OUTCOME: Outcome = { kind: 'consensus', sentence: 'The proposal advances.' }
let ledger: TestLedger

beforeEach(() => {
  ledger = new TestLedger()
  ledger.join(scribe, 'note-taker')
  for (const one of [ann, bob, gus]) ledger.join(one)
})

/** The server's id of the poll. */
function open(terms: Partial<PollTerms> = {}): string {
  ledger.ask(scribe, { do: 'open-poll', terms: { ...TERMS, ...terms } })
  return last()?.poll ?? 'none'
}

function last(): Poll | undefined {
  return ledger.state.polls.at(-1)
}

describe('opening', () => {
  test('locks the question: a block has one open poll, and the next one only after it', () => {
    const poll = open()
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
    open({ block: null })
    open({ block: null })
    expect(ledger.state.polls).toHaveLength(2)
  })

  test('is for note takers and the chair', () => {
    expect(refusalOf(ledger.ask(ann, { do: 'open-poll', terms: TERMS }))).toBe('forbidden')
  })
})

describe('voting', () => {
  test('one ballot for a person, which may change until the poll is closed', () => {
    const poll = open()
    ledger.ask(ann, { do: 'vote', poll, choice: 0 })
    ledger.ask(ann, { do: 'vote', poll, choice: 4 })
    expect(ledger.ask(ann, { do: 'vote', poll, choice: 4 })).toEqual({ accepted: true, events: [] })
    expect(ledger.ballots(poll).get(ann.id)).toMatchObject({ choice: 4, affiliation: 'Acme' })
    expect(last()?.tally).toEqual([0, 0, 0, 0, 1])
    ledger.ask(scribe, { do: 'close-poll', poll, outcome: OUTCOME })
    expect(refusalOf(ledger.ask(ann, { do: 'vote', poll, choice: 0 }))).toBe('too-late')
    expect(last()?.result?.tally).toEqual([0, 0, 0, 0, 1])
  })

  test('an entry tells that somebody voted and binds the choice with a seal, and never tells the choice', () => {
    const poll = open({ shows: 'at-close' })
    ledger.ask(ann, { do: 'vote', poll, choice: 3 })
    expect(ledger.entries.at(-1)?.event).toEqual({
      type: 'ballot-cast',
      poll,
      person: ann.id,
      name: 'Ann',
      seal: expect.stringMatching(/^seal/),
    })
  })

  test('the count is shown live only where the poll says so, and never of a secret one', () => {
    const tallyAfterOne = (terms: Partial<PollTerms>): Poll['tally'] | undefined => {
      const poll = open({ block: null, ...terms })
      ledger.ask(ann, { do: 'vote', poll, choice: 0 })
      return last()?.tally
    }
    expect(tallyAfterOne({ shows: 'live' })).toEqual([1, 0, 0, 0, 0])
    expect(tallyAfterOne({ shows: 'at-close' })).toBeNull()
    expect(tallyAfterOne({ shows: 'live', secret: true })).toBeNull()
  })

  test('guests vote only where the terms say so', () => {
    expect(refusalOf(ledger.ask(gus, { do: 'vote', poll: open({ guests: false }), choice: 0 }))).toBe('forbidden')
    expect(refusalOf(ledger.ask(gus, { do: 'vote', poll: open({ block: null }), choice: 0 }))).toBeNull()
  })

  test('programs do not vote, whatever their token allows', () => {
    const script = ledger.join(person('Script', 'program'), 'chair')
    expect(refusalOf(ledger.ask(script, { do: 'vote', poll: open(), choice: 0 }))).toBe('forbidden')
  })

  test('only for an option that there is, of a poll that there is, and not by readers', () => {
    const poll = open({ options: ['Yes', 'No'] })
    expect(refusalOf(ledger.ask(ann, { do: 'vote', poll, choice: 2 }))).toBe('malformed')
    expect(refusalOf(ledger.ask(ann, { do: 'vote', poll: 'x', choice: 0 }))).toBe('unknown')
    const reader = ledger.join(person('Rea'), 'reader')
    expect(refusalOf(ledger.ask(reader, { do: 'vote', poll, choice: 0 }))).toBe('forbidden')
  })

  test('counts for the affiliation that somebody has in the attendance, else for that of their identity', () => {
    const poll = open()
    ledger.ask(scribe, { do: 'check-in', as: 'present', attendee: { person: null, name: 'gus', affiliation: 'Delta' } })
    ledger.ask(gus, { do: 'vote', poll, choice: 1 })
    ledger.ask(bob, { do: 'vote', poll, choice: 1 })
    expect([...ledger.ballots(poll).values()].map(({ affiliation }) => affiliation)).toEqual(['Delta', 'beta'])
  })
})

describe('the count of the room', () => {
  test('adds to the ballots, and a new count takes the place of the one before', () => {
    const poll = open()
    ledger.ask(ann, { do: 'vote', poll, choice: 0 })
    ledger.ask(scribe, { do: 'count-room', poll, counts: [7, 4, 1, 0, 0] })
    ledger.ask(scribe, { do: 'count-room', poll, counts: [8, 4, 0, 0, 0] })
    expect(last()?.tally).toEqual([9, 4, 0, 0, 0])
    ledger.ask(bob, { do: 'vote', poll, choice: 1 })
    expect(last()?.tally).toEqual([9, 5, 0, 0, 0])
    ledger.ask(scribe, { do: 'close-poll', poll, outcome: OUTCOME })
    expect(last()?.result?.tally).toEqual([9, 5, 0, 0, 0])
  })

  test('has a number for each option, and comes before the end', () => {
    const poll = open()
    expect(refusalOf(ledger.ask(scribe, { do: 'count-room', poll, counts: [1, 2] }))).toBe('malformed')
    const none = { do: 'count-room', poll, counts: [0, 0, 0, 0, 0] } as const
    expect(ledger.ask(scribe, none)).toEqual({ accepted: true, events: [] })
    expect(refusalOf(ledger.ask(ann, none))).toBe('forbidden')
    ledger.ask(scribe, { do: 'close-poll', poll, outcome: OUTCOME })
    expect(refusalOf(ledger.ask(scribe, none))).toBe('too-late')
  })

  test('stays hidden while the count of the poll is', () => {
    const poll = open({ shows: 'at-close' })
    ledger.ask(scribe, { do: 'count-room', poll, counts: [1, 0, 0, 0, 0] })
    expect(last()).toMatchObject({ tally: null, room: [1, 0, 0, 0, 0] })
  })
})

describe('a reason', () => {
  const reason = (who: Person, poll: string): ReturnType<TestLedger['ask']> =>
    ledger.ask(who, { do: 'give-reason', poll, text: 'Too early.' })

  test('is taken from those who voted against, with their name, once', () => {
    const poll = open()
    expect(refusalOf(reason(ann, poll))).toBe('forbidden')
    ledger.ask(ann, { do: 'vote', poll, choice: 2 })
    expect(refusalOf(reason(ann, poll))).toBe('forbidden')
    ledger.ask(ann, { do: 'vote', poll, choice: 3 })
    reason(ann, poll)
    expect(reason(ann, poll)).toEqual({ accepted: true, events: [] })
    expect(refusalOf(ledger.ask(ann, { do: 'give-reason', poll, text: 'And too late.' }))).toBe('not-now')
    expect(last()?.reasons).toEqual([{ name: 'Ann', text: 'Too early.' }])
    expect(ledger.entries.at(-1)?.actor.id).toBe(ann.id)
  })

  test('of a secret poll is in no entry before the close, and then without a name, in the order of the words', () => {
    const poll = open({ secret: true })
    for (const who of [ann, bob, gus]) ledger.ask(who, { do: 'vote', poll, choice: 4 })
    const before = ledger.entries
    const give = (who: Person, text: string): ReturnType<TestLedger['ask']> =>
      ledger.ask(who, { do: 'give-reason', poll, text })
    expect(give(ann, 'Too early.')).toMatchObject({ accepted: true, events: [] })
    expect(give(ann, 'Too early.')).toEqual({ accepted: true, events: [] })
    expect(refusalOf(give(ann, 'And too late.'))).toBe('not-now')
    give(bob, 'Not this one.')
    give(gus, 'I was wrong.')
    expect(ledger.entries).toBe(before)
    // Who is not against it any more needs no reason.
    ledger.ask(gus, { do: 'vote', poll, choice: 0 })
    const closed = ledger.ask(scribe, { do: 'close-poll', poll, outcome: OUTCOME })
    expect(closed).toMatchObject({
      events: [
        { type: 'reason-given', poll, name: null, text: 'Not this one.' },
        { type: 'reason-given', poll, name: null, text: 'Too early.' },
        { type: 'poll-closed' },
      ],
    })
    expect(ledger.entries.slice(-3).map(({ actor }) => actor.id)).toEqual(Array(3).fill(scribe.id))
  })

  test('is taken from each of two who have the same name', () => {
    const poll = open()
    const other = ledger.join({ ...person('Ann', 'guest'), id: 'z'.repeat(26) })
    for (const who of [ann, other]) ledger.ask(who, { do: 'vote', poll, choice: 4 })
    reason(ann, poll)
    expect(refusalOf(ledger.ask(other, { do: 'give-reason', poll, text: 'Not now.' }))).toBeNull()
    expect(refusalOf(ledger.ask(other, { do: 'give-reason', poll, text: 'Never.' }))).toBe('not-now')
  })

  test('comes before the poll is closed', () => {
    const poll = open()
    ledger.ask(ann, { do: 'vote', poll, choice: 4 })
    ledger.ask(scribe, { do: 'close-poll', poll, outcome: OUTCOME })
    expect(refusalOf(reason(ann, poll))).toBe('too-late')
  })
})

describe('closing', () => {
  test('says the outcome as stated, the tally, by affiliation, and who was silent', () => {
    const poll = open()
    const cem = ledger.join(person('Cem', 'github', 'ACME'))
    const dan = ledger.join(person('Dan'))
    ledger.ask(ann, { do: 'vote', poll, choice: 0 })
    ledger.ask(cem, { do: 'vote', poll, choice: 4 })
    ledger.ask(bob, { do: 'vote', poll, choice: 1 })
    ledger.ask(dan, { do: 'vote', poll, choice: 1 })
    ledger.ask(ledger.join(person('Eve')), { do: 'vote', poll, choice: 1 })
    ledger.ask(scribe, { do: 'close-poll', poll, outcome: { kind: 'no-consensus', sentence: '' } })
    expect(last()?.result).toEqual({
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
    const poll = open({ secret: true })
    ledger.ask(ann, { do: 'vote', poll, choice: 0 })
    ledger.ask(scribe, { do: 'close-poll', poll, outcome: OUTCOME })
    expect(last()?.result).toMatchObject({ tally: [1, 0, 0, 0, 0], silent: null, affiliations: null })
  })

  test('silent is nobody who could not vote: readers, observers, those who left, those without a page, guests who may not', () => {
    const poll = open({ guests: false })
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
    expect(last()?.result?.silent).toEqual(['Off', 'Sam', 'Ann', 'Bob'])
  })

  test('is for those who state outcomes; again with the same one it changes nothing, with another it is too late', () => {
    const poll = open()
    const close = { do: 'close-poll', poll, outcome: OUTCOME } as const
    expect(refusalOf(ledger.ask(ann, close))).toBe('forbidden')
    ledger.ask(scribe, close)
    expect(ledger.ask(scribe, close)).toEqual({ accepted: true, events: [] })
    const other = { ...close, outcome: { ...OUTCOME, kind: 'withdrawn' } } as const
    expect(refusalOf(ledger.ask(scribe, other))).toBe('too-late')
    expect(refusalOf(ledger.ask(scribe, { ...close, poll: 'x' }))).toBe('unknown')
  })
})
