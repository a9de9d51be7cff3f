import { beforeEach, describe, expect, test } from 'vitest'

import type { Person } from '../meeting/index.ts'
import { person, refusalOf, type TestLedger } from '../testing/ledger.ts'
import { ann, bob, gus, PollingLedger, scribe } from '../testing/polling.ts'
import type { Command, Poll } from './index.ts'

let ledger: PollingLedger

beforeEach(() => {
  ledger = new PollingLedger()
})

describe('voting', () => {
  test('one ballot for a person, which may change until the voting ends', () => {
    const poll = ledger.open()
    ledger.ask(ann, { do: 'vote', poll, choice: 0 })
    ledger.ask(ann, { do: 'vote', poll, choice: 4 })
    expect(ledger.ask(ann, { do: 'vote', poll, choice: 4 })).toEqual({ accepted: true, events: [] })
    expect(ledger.ballots(poll).get(ann.id)).toMatchObject({ choice: 4, affiliation: 'Acme' })
    ledger.ask(scribe, { do: 'end-voting', poll })
    expect(refusalOf(ledger.ask(ann, { do: 'vote', poll, choice: 0 }))).toBe('too-late')
    expect(ledger.last?.tally).toEqual([0, 0, 0, 0, 1])
  })

  test('an entry tells that somebody voted and binds the choice with a seal, and never tells the choice', () => {
    const poll = ledger.open({ shows: 'at-close' })
    ledger.ask(ann, { do: 'vote', poll, choice: 3 })
    expect(ledger.entries.at(-1)?.event).toEqual({
      type: 'ballot-cast',
      poll,
      person: ann.id,
      name: 'Ann',
      seal: expect.stringMatching(/^seal/),
    })
  })

  test('guests vote only where the terms say so', () => {
    expect(refusalOf(ledger.ask(gus, { do: 'vote', poll: ledger.open({ guests: false }), choice: 0 }))).toBe(
      'forbidden',
    )
    expect(refusalOf(ledger.ask(gus, { do: 'vote', poll: ledger.open({ block: null }), choice: 0 }))).toBeNull()
  })

  test('programs do not vote, whatever their token allows', () => {
    const script = ledger.join(person('Script', 'program'), 'chair')
    expect(refusalOf(ledger.ask(script, { do: 'vote', poll: ledger.open(), choice: 0 }))).toBe('forbidden')
  })

  test('only for an option that there is, of a poll that there is, and not by readers', () => {
    const poll = ledger.open({ options: ['Yes', 'No'] })
    expect(refusalOf(ledger.ask(ann, { do: 'vote', poll, choice: 2 }))).toBe('malformed')
    expect(refusalOf(ledger.ask(ann, { do: 'vote', poll: 'x', choice: 0 }))).toBe('unknown')
    const reader = ledger.join(person('Rea'), 'reader')
    expect(refusalOf(ledger.ask(reader, { do: 'vote', poll, choice: 0 }))).toBe('forbidden')
  })

  test('counts for the affiliation that somebody has in the attendance, else for that of their identity', () => {
    const poll = ledger.open()
    ledger.ask(scribe, { do: 'check-in', as: 'present', attendee: { person: null, name: 'gus', affiliation: 'Delta' } })
    ledger.ask(gus, { do: 'vote', poll, choice: 1 })
    ledger.ask(bob, { do: 'vote', poll, choice: 1 })
    expect([...ledger.ballots(poll).values()].map(({ affiliation }) => affiliation)).toEqual(['Delta', 'beta'])
  })
})

describe('the live count', () => {
  let eight: readonly Person[]
  beforeEach(() => {
    // With Sam, who runs the poll, they are eight.
    eight = [ann, bob, gus, ...['Cem', 'Dan', 'Eve', 'Fay'].map((name) => ledger.join(person(name)))]
  })
  const votes = (poll: string, ...choices: readonly number[]): readonly (Poll['tally'] | undefined)[] =>
    choices.map((choice, index) => {
      ledger.ask(eight[index] ?? scribe, { do: 'vote', poll, choice })
      return ledger.last?.tally
    })
  const NONE = [0, 0, 0, 0, 0]

  test('takes in ballots when they are three, so that it tells of nobody alone', () => {
    const poll = ledger.open()
    expect(votes(poll, 0, 4, 4)).toEqual([NONE, NONE, [1, 0, 0, 0, 2]])
  })

  test('leaves as many to come, or nobody, so that the result tells of nobody alone either', () => {
    const poll = ledger.open()
    const three = [2, 0, 0, 0, 1]
    expect(votes(poll, 0, 0, 4, 4, 1, 0, 0, 0)).toEqual([
      NONE,
      NONE,
      three,
      three,
      three,
      three,
      three,
      [5, 1, 0, 0, 2],
    ])
  })

  test('takes in changed ballots with two others that are new or changed', () => {
    const poll = ledger.open()
    votes(poll, 0, 0, 0)
    const change: Command = { do: 'vote', poll, choice: 3 }
    ledger.ask(ann, change)
    expect(ledger.last?.tally).toEqual([3, 0, 0, 0, 0])
    ledger.ask(ann, { ...change, choice: 2 })
    ledger.ask(bob, change)
    expect(ledger.last?.tally).toEqual([3, 0, 0, 0, 0])
    ledger.ask(gus, change)
    expect(ledger.last?.tally).toEqual([0, 0, 1, 2, 0])
  })

  test('is shown only where the poll says so, and never of a secret one', () => {
    for (const terms of [{ shows: 'at-close' }, { secret: true }] as const) {
      expect(votes(ledger.open({ block: null, ...terms }), 0, 0, 0)).toEqual([null, null, null])
    }
  })
})

describe('a reason', () => {
  const reason = (who: Person, poll: string): ReturnType<TestLedger['ask']> =>
    ledger.ask(who, { do: 'give-reason', poll, text: 'Too early.' })

  test('is taken from those who voted against, with their name, once', () => {
    const poll = ledger.open()
    expect(refusalOf(reason(ann, poll))).toBe('forbidden')
    ledger.ask(ann, { do: 'vote', poll, choice: 2 })
    expect(refusalOf(reason(ann, poll))).toBe('forbidden')
    ledger.ask(ann, { do: 'vote', poll, choice: 3 })
    reason(ann, poll)
    expect(reason(ann, poll)).toEqual({ accepted: true, events: [] })
    expect(refusalOf(ledger.ask(ann, { do: 'give-reason', poll, text: 'And too late.' }))).toBe('not-now')
    expect(ledger.last?.reasons).toEqual([{ name: 'Ann', text: 'Too early.' }])
    expect(ledger.entries.at(-1)?.actor.id).toBe(ann.id)
  })

  test('of a secret poll is in no entry before the voting ends, and then without a name, in the order of the words', () => {
    const poll = ledger.open({ secret: true })
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
    const ended = ledger.ask(scribe, { do: 'end-voting', poll })
    expect(ended).toMatchObject({
      events: [
        { type: 'reason-given', poll, name: null, text: 'Not this one.' },
        { type: 'reason-given', poll, name: null, text: 'Too early.' },
        { type: 'voting-ended' },
      ],
    })
    expect(ledger.entries.slice(-3).map(({ actor }) => actor.id)).toEqual(Array(3).fill(scribe.id))
    // Asked again, each hears what has become of theirs.
    expect(give(ann, 'Too early.')).toEqual({ accepted: true, events: [] })
    expect(refusalOf(give(gus, 'I was wrong.'))).toBe('too-late')
  })

  test('is taken from each of two who have the same name', () => {
    const poll = ledger.open()
    const other = ledger.join({ ...person('Ann', 'guest'), id: 'z'.repeat(26) })
    for (const who of [ann, other]) ledger.ask(who, { do: 'vote', poll, choice: 4 })
    reason(ann, poll)
    expect(refusalOf(ledger.ask(other, { do: 'give-reason', poll, text: 'Not now.' }))).toBeNull()
    expect(refusalOf(ledger.ask(other, { do: 'give-reason', poll, text: 'Never.' }))).toBe('not-now')
  })

  test('comes before the voting ends', () => {
    const poll = ledger.open()
    ledger.ask(ann, { do: 'vote', poll, choice: 4 })
    ledger.ask(scribe, { do: 'end-voting', poll })
    expect(refusalOf(reason(ann, poll))).toBe('too-late')
  })
})
