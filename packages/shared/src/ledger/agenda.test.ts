import { beforeEach, expect, test } from 'vitest'

import { person, refusalOf, TestLedger, typesOf } from '../testing/ledger.ts'

const scribe = person('Sam')
const bob = person('Bob')
const GLOSSARY = { item: 'i1', text: 'Glossary', minutes: 10 }
const BOB = [{ name: 'Bob' }]
const PROCESS = { item: 'i2', text: 'Process' }
let ledger: TestLedger

beforeEach(() => {
  ledger = new TestLedger()
  ledger.join(scribe, 'note-taker')
  ledger.join(bob)
})

function states(): readonly string[] {
  return ledger.state.agenda.map(({ text, state }) => `${text}: ${state}`)
}

test('one item is open at a time: whichever was, is done', () => {
  ledger.ask(scribe, { do: 'open-item', item: GLOSSARY, presenters: BOB })
  expect(ledger.state.agenda).toEqual([
    { ...GLOSSARY, state: 'open', since: ledger.time, spent: 0, extended: 0, presenters: BOB },
  ])
  const decision = ledger.ask(scribe, { do: 'open-item', item: PROCESS })
  expect(typesOf(decision)).toEqual(['item-closed', 'item-opened'])
  expect(states()).toEqual(['Glossary: done', 'Process: open'])
})

test('opening the open item again changes nothing, unless somebody else presents it', () => {
  ledger.ask(scribe, { do: 'open-item', item: GLOSSARY })
  const since = ledger.time
  ledger.now += 60_000
  expect(ledger.ask(scribe, { do: 'open-item', item: GLOSSARY })).toEqual({ accepted: true, events: [] })
  ledger.ask(scribe, { do: 'open-item', item: GLOSSARY, presenters: BOB })
  expect(ledger.state.agenda).toMatchObject([{ since, presenters: BOB }])
  expect(ledger.ask(scribe, { do: 'open-item', item: GLOSSARY, presenters: BOB })).toMatchObject({ events: [] })
})

test('the time of an item is summed up over its pauses', () => {
  ledger.ask(scribe, { do: 'open-item', item: GLOSSARY })
  ledger.now += 60_000
  ledger.ask(scribe, { do: 'open-item', item: PROCESS })
  ledger.now += 300_000
  ledger.ask(scribe, { do: 'open-item', item: GLOSSARY })
  ledger.now += 30_000
  ledger.ask(scribe, { do: 'close-item', item: 'i1', as: 'deferred' })
  expect(ledger.state.agenda).toMatchObject([
    { item: 'i1', state: 'deferred', spent: 90_000, since: null },
    { item: 'i2', state: 'done', spent: 300_000, since: null },
  ])
})

test('an item is skipped or deferred without ever having been open', () => {
  ledger.ask(scribe, { do: 'close-item', item: 'i9', as: 'skipped' })
  expect(ledger.state.agenda).toMatchObject([{ item: 'i9', state: 'skipped', spent: 0 }])
  expect(ledger.ask(scribe, { do: 'close-item', item: 'i9', as: 'skipped' })).toEqual({ accepted: true, events: [] })
  ledger.ask(scribe, { do: 'close-item', item: 'i9', as: 'deferred' })
  ledger.ask(scribe, { do: 'open-item', item: { item: 'i9', text: 'Stories' } })
  expect(states()).toEqual(['Stories: open'])
})

test('the open item gets more minutes, as often as it takes; another one does not', () => {
  ledger.ask(scribe, { do: 'open-item', item: GLOSSARY })
  ledger.ask(scribe, { do: 'extend-item', item: 'i1', minutes: 5 })
  ledger.ask(scribe, { do: 'extend-item', item: 'i1', minutes: 5 })
  expect(ledger.state.agenda).toMatchObject([{ extended: 10, minutes: 10 }])
  expect(refusalOf(ledger.ask(scribe, { do: 'extend-item', item: 'i2', minutes: 5 }))).toBe('not-now')
})

test('participants do not run the agenda', () => {
  expect(refusalOf(ledger.ask(bob, { do: 'open-item', item: GLOSSARY }))).toBe('forbidden')
  expect(refusalOf(ledger.ask(bob, { do: 'close-item', item: 'i1', as: 'done' }))).toBe('forbidden')
  expect(refusalOf(ledger.ask(bob, { do: 'extend-item', item: 'i1', minutes: 5 }))).toBe('forbidden')
})
