import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { anySteps } from '../testing/commands.ts'
import { person, TERMS } from '../testing/ledger.ts'
import { RUNS, SEED } from '../testing/random.ts'
import { readCommand } from './index.ts'

const settings = { seed: SEED, numRuns: Math.ceil(200 * RUNS) }
const bob = person('Bob').id

describe(`any JSON (seed ${SEED})`, () => {
  test('is read or refused, and never throws', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(readCommand(value)).toBeUndefined()
      }),
      settings,
    )
  })

  test('that is a command is read as it is, and refused with one property more or less', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        for (const { command } of steps) {
          const json: unknown = JSON.parse(JSON.stringify(command))
          expect(readCommand(json)).toEqual(command)
          expect(readCommand({ ...command, by: bob })).toBeUndefined()
          expect(readCommand({ ...command, do: undefined })).toBeUndefined()
        }
      }),
      { ...settings, numRuns: Math.ceil(20 * RUNS) },
    )
  })
})

describe('no command is', () => {
  const poll = { do: 'open-poll', terms: TERMS }
  test.each<[string, unknown]>([
    ['a list', [{ do: 'begin-meeting' }]],
    ['a name alone', 'begin-meeting'],
    ['what is asked by nobody', { do: 'toString' }],
    ['what is inherited', JSON.parse('{"do":"begin-meeting","__proto__":{"x":1}}')],
    ['a vote by somebody else', { do: 'vote', poll: 'id1', choice: 0, person: bob }],
    ['a choice that is no number of an option', { do: 'vote', poll: 'id1', choice: 0.5 }],
    ['a choice below the first', { do: 'vote', poll: 'id1', choice: -1 }],
    ['a choice in letters', { do: 'vote', poll: 'id1', choice: '0' }],
    ['an id that is none', { do: 'vote', poll: '../id1', choice: 0 }],
    ['a person’s id that is none', { do: 'take-over', from: 'Bob' }],
    ['a role that there is not', { do: 'give-role', person: bob, name: 'Bob', role: 'admin' }],
    ['a level that there is not', { do: 'set-level', level: 'open' }],
    ['a poll with one option', { ...poll, terms: { ...TERMS, options: ['Yes'] } }],
    ['a poll with ten options', { ...poll, terms: { ...TERMS, options: Array.from('abcdefghij') } }],
    ['a poll with an option twice', { ...poll, terms: { ...TERMS, options: ['Yes', ' yes '] } }],
    ['a poll with an empty question', { ...poll, terms: { ...TERMS, question: ' \n ' } }],
    ['a question of 501 letters', { ...poll, terms: { ...TERMS, question: 'x'.repeat(501) } }],
    ['terms with more in them', { ...poll, terms: { ...TERMS, passed: true } }],
    ['a reason of 2,001 letters', { do: 'give-reason', poll: 'id1', text: 'x'.repeat(2_001) }],
    ['an item of 501 letters', { do: 'close-item', item: 'x'.repeat(501), as: 'done' }],
    ['an item of half a character', { do: 'close-item', item: 'x\ud800', as: 'done' }],
    ['half a character', { do: 'give-reason', poll: 'id1', text: 'x\ud800' }],
    ['a topic of 201 letters', { do: 'raise-hand', kind: 'reply', topic: 'x'.repeat(201) }],
    ['a name of nothing', { do: 'check-in', as: 'present', attendee: { person: null, name: '\u200b' } }],
    ['a handle with more than a handle', { do: 'leave', attendee: { person: null, name: 'B', handle: 'b](x)' } }],
    ['a count of less than nobody', { do: 'count-room', poll: 'id1', counts: [-1, 0] }],
    ['a count of too many', { do: 'count-room', poll: 'id1', counts: [100_001, 0] }],
    ['a consent call of 4 seconds', { do: 'call-consent', block: null, wording: 'x', seconds: 4 }],
    ['a consent call of 601 seconds', { do: 'call-consent', block: null, wording: 'x', seconds: 601 }],
    ['an hour and a minute more', { do: 'extend-item', item: 'i1', minutes: 61 }],
    ['an outcome of one’s own', { do: 'close-poll', poll: 'id1', outcome: { kind: 'passed', sentence: '' } }],
  ])('%s', (_, value) => {
    expect(readCommand(value)).toBeUndefined()
  })
})

test.each([
  { do: 'call-consent', block: null, wording: 'x'.repeat(500), seconds: 600 },
  { do: 'call-consent', block: null, wording: 'x', seconds: 5 },
  { do: 'extend-item', item: 'x'.repeat(500), minutes: 60 },
  { do: 'count-room', poll: 'id1', counts: Array.from({ length: 9 }, () => 100_000) },
  { do: 'give-reason', poll: 'id1', text: 'x'.repeat(2_000) },
])('a command may go up to the limit: $do', (command) => {
  expect(readCommand(command)).toEqual(command)
})

test('words are kept on one line without blanks around them, and reasons on as many as they have', () => {
  expect(readCommand({ do: 'raise-hand', kind: 'reply', topic: '  memory\n\tmodel ' })).toEqual({
    do: 'raise-hand',
    kind: 'reply',
    topic: 'memory model',
  })
  expect(readCommand({ do: 'give-reason', poll: 'id1', text: 'Too early.\n\nAnd\ttoo late.\u0000' })).toEqual({
    do: 'give-reason',
    poll: 'id1',
    text: 'Too early.\n\nAnd too late.',
  })
})

test('what an agenda item is known by stays as it is written', () => {
  expect(readCommand({ do: 'close-item', item: ' two  blanks', as: 'done' })).toMatchObject({ item: ' two  blanks' })
})
