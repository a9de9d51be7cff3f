import type { Command, LedgerState } from '@plenary/shared/ledger'
import type { Person } from '@plenary/shared/meeting'
import { beforeEach, describe, expect, test } from 'vitest'

import { person, TERMS, TestLedger } from '../../../shared/src/testing/ledger.ts'
import { newsOf } from './news.ts'

let ledger: TestLedger
let ann: Person
let bob: Person

beforeEach(() => {
  ledger = new TestLedger()
  ann = ledger.join(person('Ann'), 'chair')
  bob = ledger.join(person('Bob'), 'participant')
})

function after(who: Person, ...commands: readonly Command[]): string | null {
  const before = ledger.state
  for (const command of commands) {
    const decision = ledger.ask(who, command)
    if (!decision.accepted) throw new Error(decision.refusal.message)
  }
  return said(before)
}

const said = (before: LedgerState) => newsOf(before, ledger.state, ann.id)

describe('what a screen reader says of a meeting', () => {
  test('is nothing where nothing happened that anybody has to hear', () => {
    expect(after(ann, { do: 'exempt', exempt: true })).toBeNull()
    expect(after(ann, { do: 'check-in', as: 'present' })).toBeNull()
  })

  test('is one sentence for all that happened together', () => {
    expect(after(ann, { do: 'begin-meeting' }, { do: 'open-item', item: { item: 'a', text: 'Glossary' } })).toBe(
      'The meeting has begun. Now: Glossary.',
    )
  })

  test('names who came, and counts those who are many', () => {
    expect(after(bob, { do: 'check-in', as: 'present' })).toBe('Bob is here.')
    const guests = ['Cem', 'Dan', 'Eve', 'Fay'].map((name) => ({ person: null, name }))
    expect(after(ann, ...guests.map((attendee): Command => ({ do: 'check-in', as: 'present', attendee })))).toBe(
      '4 people are here.',
    )
    expect(after(bob, { do: 'leave' })).toBe('Bob left.')
  })

  test('tells of votes and their outcomes', () => {
    expect(after(ann, { do: 'open-poll', terms: TERMS })).toBe('Vote opened: Advance to phase 2?')
    const poll = ledger.state.polls[0]?.poll ?? ''
    expect(after(bob, { do: 'vote', poll, choice: 1 })).toBeNull()
    expect(after(ann, { do: 'close-poll', poll, outcome: { kind: 'consensus', sentence: '' } })).toBe(
      'Vote closed, consensus: Advance to phase 2?',
    )
  })

  test('tells of a consent call, and of who objects', () => {
    expect(after(ann, { do: 'call-consent', block: null, wording: 'We adopt it', seconds: 60 })).toBe(
      'Consent call: We adopt it.',
    )
    const before = ledger.state
    ledger.wait(61)
    expect(said(before)).toBe('Agreed by consent: We adopt it.')
    after(ann, { do: 'call-consent', block: null, wording: 'And that', seconds: 60 })
    const consent = ledger.state.consents.at(-1)?.consent ?? ''
    expect(after(bob, { do: 'object', consent })).toContain('Bob objects: And that')
  })

  test('tells who takes notes, and whom somebody asks', () => {
    expect(after(ann, { do: 'take-over' })).toBe('You take the notes.')
    expect(after(bob, { do: 'take-over', from: ann.id })).toBe('Bob asks to take the notes.')
    const before = ledger.state
    ledger.wait(6)
    expect(said(before)).toBe('Bob takes the notes.')
  })

  test('tells who speaks, and that it is one’s turn', () => {
    after(bob, { do: 'raise-hand', kind: 'reply' })
    after(ann, { do: 'raise-hand', kind: 'new-topic' })
    expect(after(ann, { do: 'call-speaker', turn: ledger.state.queue.turns[0]?.turn ?? '' })).toBe('Bob speaks.')
    expect(after(ann, { do: 'call-speaker', turn: ledger.state.queue.turns[0]?.turn ?? '' })).toBe(
      'It is your turn to speak.',
    )
  })
})
