import { beforeEach, expect, test } from 'vitest'

import type { Person } from '../meeting/index.ts'
import { person, refusalOf, TestLedger, typesOf } from '../testing/ledger.ts'
import type { TurnKind } from './index.ts'

const scribe = person('Sam')
const bob = person('Bob')
const cem = person('Cem')
let ledger: TestLedger

beforeEach(() => {
  ledger = new TestLedger()
  ledger.join(scribe, 'note-taker')
  ledger.join(bob)
  ledger.join(cem)
})

function raise(who: Person, kind: TurnKind): string {
  ledger.ask(who, { do: 'raise-hand', kind })
  return ledger.state.queue.turns.find((turn) => turn.person === who.id && turn.kind === kind)?.turn ?? 'none'
}

function turns(): readonly string[] {
  return ledger.state.queue.turns.map(({ name, kind }) => `${name}: ${kind}`)
}

test('turns stand in the order of their urgency, and of their time within it', () => {
  raise(bob, 'new-topic')
  raise(cem, 'new-topic')
  raise(cem, 'reply')
  raise(bob, 'point-of-order')
  raise(bob, 'reply')
  raise(scribe, 'clarification')
  expect(turns()).toEqual([
    'Bob: point-of-order',
    'Sam: clarification',
    'Cem: reply',
    'Bob: reply',
    'Bob: new-topic',
    'Cem: new-topic',
  ])
})

test('everybody has one hand of each kind', () => {
  ledger.ask(bob, { do: 'raise-hand', kind: 'reply', topic: 'memory' })
  const again = { do: 'raise-hand', kind: 'reply' } as const
  expect(ledger.ask(bob, again)).toEqual({ accepted: true, events: [] })
  expect(ledger.ask(bob, { ...again, topic: 'memory' })).toEqual({ accepted: true, events: [] })
  expect(refusalOf(ledger.ask(bob, { ...again, topic: 'threads' }))).toBe('not-now')
  expect(ledger.state.queue.turns).toMatchObject([{ topic: 'memory' }])
})

test('whoever is called speaks, is in the queue no more, and may raise a hand again', () => {
  const turn = raise(bob, 'new-topic')
  ledger.ask(scribe, { do: 'call-speaker', turn })
  expect(turns()).toEqual([])
  expect(ledger.state.queue.speaking).toMatchObject({ name: 'Bob' })
  expect(ledger.ask(scribe, { do: 'call-speaker', turn })).toEqual({ accepted: true, events: [] })
  raise(bob, 'new-topic')
  expect(turns()).toEqual(['Bob: new-topic'])
})

test('one lowers one’s own hand, and who runs the queue anybody’s', () => {
  const turn = raise(bob, 'reply')
  expect(refusalOf(ledger.ask(cem, { do: 'lower-hand', turn }))).toBe('forbidden')
  ledger.ask(bob, { do: 'lower-hand', turn })
  expect(ledger.ask(bob, { do: 'lower-hand', turn })).toEqual({ accepted: true, events: [] })
  ledger.ask(scribe, { do: 'lower-hand', turn: raise(cem, 'reply') })
  expect(turns()).toEqual([])
})

test('lowering the hand of the speaker ends their turn', () => {
  const turn = raise(bob, 'reply')
  ledger.ask(scribe, { do: 'call-speaker', turn })
  ledger.ask(bob, { do: 'lower-hand', turn })
  expect(ledger.state.queue.speaking).toBeNull()
})

test('a hand that is down cannot be called', () => {
  expect(refusalOf(ledger.ask(scribe, { do: 'call-speaker', turn: 'x' }))).toBe('unknown')
})

test('a closed queue takes points of order and keeps those who stand in it', () => {
  raise(bob, 'reply')
  ledger.ask(scribe, { do: 'set-queue', open: false })
  expect(ledger.ask(scribe, { do: 'set-queue', open: false })).toEqual({ accepted: true, events: [] })
  expect(refusalOf(ledger.ask(cem, { do: 'raise-hand', kind: 'clarification' }))).toBe('not-now')
  expect(typesOf(ledger.ask(cem, { do: 'raise-hand', kind: 'point-of-order' }))).toEqual(['hand-raised'])
  expect(turns()).toEqual(['Cem: point-of-order', 'Bob: reply'])
  ledger.ask(scribe, { do: 'set-queue', open: true })
  expect(typesOf(ledger.ask(cem, { do: 'raise-hand', kind: 'reply' }))).toEqual(['hand-raised'])
})

test('participants do not run the queue, and readers do not stand in it', () => {
  const turn = raise(bob, 'reply')
  expect(refusalOf(ledger.ask(bob, { do: 'call-speaker', turn }))).toBe('forbidden')
  expect(refusalOf(ledger.ask(bob, { do: 'set-queue', open: false }))).toBe('forbidden')
  const reader = ledger.join(person('Rea'), 'reader')
  expect(refusalOf(ledger.ask(reader, { do: 'raise-hand', kind: 'point-of-order' }))).toBe('forbidden')
})
