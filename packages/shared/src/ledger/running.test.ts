import { beforeEach, expect, test } from 'vitest'

import { person, refusalOf, TERMS, TestLedger, typesOf } from '../testing/ledger.ts'
import type { Command } from './index.ts'

const chair = person('Ada')
const bob = person('Bob')
const END: Command = { do: 'end-meeting', notReached: [{ item: 'i2', text: 'Stories' }] }
let ledger: TestLedger

beforeEach(() => {
  ledger = new TestLedger()
  ledger.join(chair, 'chair')
  ledger.join(bob)
})

test('a meeting begins once', () => {
  ledger.ask(chair, { do: 'begin-meeting' })
  expect(ledger.state.phase).toEqual({ phase: 'running', since: ledger.time })
  expect(ledger.ask(chair, { do: 'begin-meeting' })).toEqual({ accepted: true, events: [] })
})

test('the end freezes the minutes and keeps what was not reached; reopening brings back the level and the begin', () => {
  ledger.ask(chair, { do: 'set-level', level: 'note-takers' })
  ledger.ask(chair, { do: 'begin-meeting' })
  const since = ledger.time
  ledger.now += 3_600_000
  ledger.ask(chair, END)
  expect(ledger.state).toMatchObject({
    level: 'frozen',
    phase: { phase: 'ended', since: ledger.time, notReached: [{ item: 'i2', text: 'Stories' }] },
  })
  expect(ledger.ask(chair, END)).toEqual({ accepted: true, events: [] })
  ledger.now += 60_000
  ledger.ask(chair, { do: 'reopen-meeting' })
  expect(ledger.state).toMatchObject({ level: 'note-takers', phase: { phase: 'running', since } })
  expect(ledger.ask(chair, { do: 'reopen-meeting' })).toEqual({ accepted: true, events: [] })
})

test('a level that is set after the end holds, also when the meeting is reopened', () => {
  ledger.ask(chair, END)
  ledger.ask(chair, { do: 'set-level', level: 'note-takers' })
  expect(ledger.state.level).toBe('note-takers')
  ledger.ask(chair, { do: 'reopen-meeting' })
  expect(ledger.state.level).toBe('note-takers')
})

test('the end closes the open item, calls off a hand-over, and clears the queue', () => {
  ledger.ask(chair, { do: 'take-over' })
  ledger.ask(bob, { do: 'take-over', from: chair.id })
  ledger.ask(bob, { do: 'raise-hand', kind: 'reply' })
  ledger.ask(chair, { do: 'open-item', item: { item: 'i1', text: 'Glossary' } })
  expect(typesOf(ledger.ask(chair, END))).toEqual(['item-closed', 'note-taking-declined', 'meeting-ended'])
  expect(ledger.state.queue.turns).toEqual([])
  expect(ledger.wait(60)).toEqual([])
})

test('turns of note taking end with the meeting and begin anew when it is reopened by whoever took notes', () => {
  ledger.ask(bob, { do: 'take-over' })
  const since = ledger.time
  ledger.now += 60_000
  ledger.ask(bob, END)
  const until = ledger.time
  ledger.now += 60_000
  expect(typesOf(ledger.ask(bob, { do: 'reopen-meeting' }))).toEqual(['meeting-reopened'])
  expect(ledger.state.noteTaking).toEqual([
    { person: bob.id, name: 'Bob', since, until },
    { person: bob.id, name: 'Bob', since: ledger.time, until: null },
  ])
})

test('a meeting does not end while a poll is open or a consent call runs', () => {
  ledger.ask(chair, { do: 'open-poll', terms: TERMS })
  expect(refusalOf(ledger.ask(chair, END))).toBe('not-now')
  const poll = ledger.state.polls.at(-1)?.poll ?? 'none'
  ledger.ask(chair, { do: 'close-poll', poll, outcome: { kind: 'deferred', sentence: '' } })
  ledger.ask(chair, { do: 'call-consent', block: null, wording: 'Yes.', seconds: 5 })
  expect(refusalOf(ledger.ask(chair, END))).toBe('not-now')
  ledger.wait(5)
  expect(refusalOf(ledger.ask(chair, END))).toBeNull()
})

test('after the end nothing works but to reopen it, to set its level and to give roles', () => {
  ledger.ask(chair, END)
  const others: readonly Command[] = [
    { do: 'begin-meeting' },
    { do: 'check-in', as: 'late' },
    { do: 'take-over' },
    { do: 'take-chair' },
    { do: 'open-item', item: { item: 'i1', text: 'Glossary' } },
    { do: 'raise-hand', kind: 'point-of-order' },
    { do: 'open-poll', terms: TERMS },
    { do: 'call-consent', block: null, wording: 'Yes.', seconds: 5 },
  ]
  expect(others.map((command) => refusalOf(ledger.ask(chair, command)))).toEqual(others.map(() => 'not-now'))
  expect(refusalOf(ledger.ask(chair, { do: 'give-role', person: bob.id, name: 'Bob', role: 'note-taker' }))).toBeNull()
  expect(refusalOf(ledger.ask(bob, { do: 'reopen-meeting' }))).toBeNull()
})

test('participants neither begin nor end a meeting, nor set its level', () => {
  const commands: readonly Command[] = [
    { do: 'begin-meeting' },
    END,
    { do: 'reopen-meeting' },
    { do: 'set-level', level: 'frozen' },
  ]
  expect(commands.map((command) => refusalOf(ledger.ask(bob, command)))).toEqual(commands.map(() => 'forbidden'))
})
