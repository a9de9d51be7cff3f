import { expect, test } from 'vitest'

import { person, TERMS, TestLedger } from '../testing/ledger.ts'
import { type Entry, type LedgerState, NOTHING_YET, reduce } from './index.ts'

const ledger = new TestLedger()
const chair = ledger.join(person('Ada'), 'chair')
ledger.ask(chair, { do: 'begin-meeting' })
ledger.ask(chair, { do: 'check-in', as: 'present' })
ledger.ask(chair, { do: 'open-poll', terms: TERMS })

const [begun] = ledger.entries as [Entry]

function fold(entries: readonly Entry[], from: LedgerState = NOTHING_YET): LedgerState {
  return entries.reduce(reduce, from)
}

test('entries that come again change nothing, in whatever order', () => {
  expect(fold([...ledger.entries, ...ledger.entries.toReversed()])).toEqual(ledger.state)
})

test('an entry from a newer server moves the sequence and nothing else', () => {
  const sequence = ledger.state.sequence + 1
  const newer = { ...begun, sequence, event: { type: 'coffee-served', cups: 7 } } as unknown as Entry
  expect(reduce(ledger.state, newer)).toEqual({ ...ledger.state, sequence })
})

test('events about what is not there change nothing', () => {
  const events: readonly Entry['event'][] = [
    { type: 'left', attendee: { person: null, name: 'Nobody' } },
    { type: 'struck', attendee: { person: null, name: 'Nobody' } },
    { type: 'note-taking-ended', person: chair.id },
    { type: 'note-taking-declined', handover: 'x' },
    { type: 'hand-lowered', turn: 'x' },
    { type: 'speaker-called', turn: 'x' },
    { type: 'ballot-cast', poll: 'x', person: chair.id, name: 'Ada', seal: 's' },
    { type: 'room-counted', poll: 'x', counts: [1] },
    { type: 'consent-recorded', consent: 'x', present: 1 },
    { type: 'meeting-reopened' },
  ]
  const after = events.reduce(
    (state, event) => reduce(state, { ...begun, sequence: state.sequence + 1, event }),
    ledger.state,
  )
  expect(after).toEqual({ ...ledger.state, sequence: after.sequence })
})

test('what a state holds is never changed, only followed by another state', () => {
  const before = structuredClone(ledger.state)
  const held = ledger.state
  ledger.ask(chair, { do: 'vote', poll: held.polls[0]?.poll ?? 'none', choice: 0 })
  expect(ledger.state).not.toEqual(before)
  expect(held).toEqual(before)
})

test('who has acted as a guest is known as one, until they sign in', () => {
  const gus = ledger.join(person('Gus', 'guest'))
  ledger.ask(gus, { do: 'check-in', as: 'present' })
  expect([...ledger.state.guests]).toEqual([gus.id])
  ledger.ask({ ...gus, kind: 'github' }, { do: 'leave' })
  expect([...ledger.state.guests]).toEqual([])
})
