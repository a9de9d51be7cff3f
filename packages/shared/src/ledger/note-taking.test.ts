import { beforeEach, expect, test } from 'vitest'

import { person, refusalOf, TestLedger, typesOf } from '../testing/ledger.ts'

const sam = person('Sam')
const tim = person('Tim')
const uma = person('Uma')
let ledger: TestLedger

beforeEach(() => {
  ledger = new TestLedger()
  for (const one of [sam, tim, uma]) ledger.join(one)
  ledger.ask(sam, { do: 'take-over' })
})

function takers(): readonly string[] {
  return ledger.state.noteTakers.map(({ name }) => name)
}

function pending(): string {
  return ledger.state.handover?.handover ?? 'none'
}

test('whoever takes notes beside others begins at once, and is a note taker by that', () => {
  expect(ledger.roleOf(tim.id)).toBe('participant')
  ledger.ask(tim, { do: 'take-over' })
  expect(takers()).toEqual(['Sam', 'Tim'])
  expect(ledger.roleOf(tim.id)).toBe('note-taker')
  expect(ledger.ask(tim, { do: 'take-over' })).toEqual({ accepted: true, events: [] })
})

test('taking over asks whoever takes notes, and comes about when they agree', () => {
  expect(typesOf(ledger.ask(tim, { do: 'take-over', from: sam.id }))).toEqual(['note-taking-asked'])
  expect(ledger.state.handover).toMatchObject({ from: sam.id, to: tim.id, asks: sam.id, name: 'Tim' })
  expect(takers()).toEqual(['Sam'])
  ledger.ask(sam, { do: 'answer-handover', handover: pending(), agree: true })
  expect(takers()).toEqual(['Tim'])
  expect(ledger.state.handover).toBeNull()
})

test('taking over comes about by itself when nobody says no for five seconds', () => {
  ledger.ask(tim, { do: 'take-over', from: sam.id })
  ledger.wait(4)
  expect(takers()).toEqual(['Sam'])
  ledger.wait(1)
  expect(takers()).toEqual(['Tim'])
  expect(ledger.wait(60)).toEqual([])
})

test('whoever is asked may say no, and whoever asked may think better of it; nobody else answers', () => {
  ledger.ask(tim, { do: 'take-over', from: sam.id })
  expect(refusalOf(ledger.ask(uma, { do: 'answer-handover', handover: pending(), agree: false }))).toBe('forbidden')
  expect(refusalOf(ledger.ask(tim, { do: 'answer-handover', handover: pending(), agree: true }))).toBe('forbidden')
  ledger.ask(sam, { do: 'answer-handover', handover: pending(), agree: false })
  expect(ledger.wait(60)).toEqual([])
  ledger.ask(tim, { do: 'take-over', from: sam.id })
  ledger.ask(tim, { do: 'answer-handover', handover: pending(), agree: false })
  expect(ledger.wait(60)).toEqual([])
  expect(takers()).toEqual(['Sam'])
})

test('a no that comes after the time is too late, also where the change is not recorded yet', () => {
  ledger.ask(tim, { do: 'take-over', from: sam.id })
  const handover = pending()
  ledger.now += 5_000
  expect(refusalOf(ledger.ask(sam, { do: 'answer-handover', handover, agree: false }))).toBe('too-late')
  ledger.wait(0)
  expect(refusalOf(ledger.ask(sam, { do: 'answer-handover', handover, agree: false }))).toBe('too-late')
  expect(ledger.ask(sam, { do: 'answer-handover', handover, agree: true })).toEqual({ accepted: true, events: [] })
})

test('handing over asks the one who is to take notes, and comes about unless they say no', () => {
  ledger.ask(sam, { do: 'hand-over', to: tim.id, name: 'Tim' })
  expect(ledger.state.handover).toMatchObject({ asks: tim.id })
  ledger.ask(tim, { do: 'answer-handover', handover: pending(), agree: false })
  expect(takers()).toEqual(['Sam'])
  ledger.ask(sam, { do: 'hand-over', to: tim.id, name: 'Tim' })
  ledger.wait(5)
  expect(takers()).toEqual(['Tim'])
})

test('only who takes notes hands over, and only to somebody who is connected and may take notes', () => {
  expect(refusalOf(ledger.ask(tim, { do: 'hand-over', to: uma.id, name: 'Uma' }))).toBe('not-now')
  const reader = ledger.join(person('Rea'), 'reader')
  expect(refusalOf(ledger.ask(sam, { do: 'hand-over', to: reader.id, name: 'Rea' }))).toBe('not-now')
  ledger.connected.delete(tim.id)
  expect(refusalOf(ledger.ask(sam, { do: 'hand-over', to: tim.id, name: 'Tim' }))).toBe('not-now')
  expect(ledger.ask(sam, { do: 'hand-over', to: sam.id, name: 'Sam' })).toEqual({ accepted: true, events: [] })
})

test('notes do not go to somebody who has gone meanwhile', () => {
  ledger.ask(sam, { do: 'hand-over', to: tim.id, name: 'Tim' })
  ledger.connected.delete(tim.id)
  expect(ledger.wait(5)).toMatchObject([{ type: 'note-taking-declined' }])
  expect(takers()).toEqual(['Sam'])
})

test('nor to somebody who may only read by then, or is gone, not even where the other one agrees', () => {
  ledger.ask(sam, { do: 'hand-over', to: tim.id, name: 'Tim' })
  ledger.granted.set(tim.id, 'reader')
  expect(ledger.wait(5)).toMatchObject([{ type: 'note-taking-declined' }])
  const agree = (): ReturnType<TestLedger['ask']> =>
    ledger.ask(sam, { do: 'answer-handover', handover: pending(), agree: true })
  ledger.ask(uma, { do: 'take-over', from: sam.id })
  ledger.granted.set(uma.id, 'reader')
  expect(typesOf(agree())).toEqual(['note-taking-declined'])
  ledger.granted.set(uma.id, 'participant')
  ledger.ask(uma, { do: 'take-over', from: sam.id })
  ledger.connected.delete(uma.id)
  expect(typesOf(agree())).toEqual(['note-taking-declined'])
  expect(takers()).toEqual(['Sam'])
})

test('a hand-over ends where a chair makes one of the two less', () => {
  const chair = ledger.join(person('Ada'), 'chair')
  ledger.ask(sam, { do: 'hand-over', to: tim.id, name: 'Tim' })
  const reader = ledger.ask(chair, { do: 'give-role', person: tim.id, name: 'Tim', role: 'reader' })
  expect(typesOf(reader)).toEqual(['role-given', 'note-taking-declined'])
  ledger.ask(uma, { do: 'take-over', from: sam.id })
  const participant = ledger.ask(chair, { do: 'give-role', person: sam.id, name: 'Sam', role: 'participant' })
  expect(typesOf(participant)).toEqual(['role-given', 'note-taking-declined', 'note-taking-ended'])
  expect(ledger.wait(5)).toEqual([])
})

test('one hand-over at a time: the same again changes nothing, another one has to wait', () => {
  ledger.ask(tim, { do: 'take-over', from: sam.id })
  expect(ledger.ask(tim, { do: 'take-over', from: sam.id })).toEqual({ accepted: true, events: [] })
  expect(refusalOf(ledger.ask(uma, { do: 'take-over', from: sam.id }))).toBe('not-now')
})

test('a note taker may take over from another one and be alone', () => {
  ledger.ask(tim, { do: 'take-over' })
  ledger.ask(tim, { do: 'take-over', from: sam.id })
  ledger.wait(5)
  expect(takers()).toEqual(['Tim'])
  expect(ledger.state.noteTaking).toMatchObject([
    { name: 'Sam', until: ledger.time },
    { name: 'Tim', until: null },
  ])
})

test('handing over to somebody who takes notes already is stopping', () => {
  ledger.ask(tim, { do: 'take-over' })
  expect(typesOf(ledger.ask(sam, { do: 'hand-over', to: tim.id, name: 'Tim' }))).toEqual(['note-taking-ended'])
})

test('taking over from somebody who has stopped meanwhile begins at once', () => {
  ledger.ask(sam, { do: 'stop-taking-notes' })
  expect(typesOf(ledger.ask(tim, { do: 'take-over', from: sam.id }))).toEqual(['note-taking-begun'])
})

test('taking over from oneself changes nothing', () => {
  expect(ledger.ask(sam, { do: 'take-over', from: sam.id })).toEqual({ accepted: true, events: [] })
})

test('the last note taker may stop too, and the turns stand with their times', () => {
  const since = ledger.time
  ledger.now += 60_000
  ledger.ask(sam, { do: 'stop-taking-notes' })
  expect(takers()).toEqual([])
  expect(ledger.roleOf(sam.id)).toBe('participant')
  expect(ledger.ask(sam, { do: 'stop-taking-notes' })).toEqual({ accepted: true, events: [] })
  expect(ledger.state.noteTaking).toEqual([{ person: sam.id, name: 'Sam', since, until: ledger.time }])
})

test('whoever stops while somebody is to take over has nothing left to hand over', () => {
  ledger.ask(tim, { do: 'take-over', from: sam.id })
  ledger.ask(sam, { do: 'stop-taking-notes' })
  expect(ledger.wait(5).map(({ type }) => type)).toEqual(['note-taking-begun'])
})

test('the rotation passes by whoever lets it pass, and a note taker may say so for others', () => {
  ledger.ask(tim, { do: 'pass' })
  ledger.ask(sam, { do: 'pass', person: uma.id })
  expect(refusalOf(ledger.ask(tim, { do: 'pass', person: sam.id }))).toBe('forbidden')
  expect(ledger.ask(tim, { do: 'pass' })).toEqual({ accepted: true, events: [] })
  expect([...ledger.state.passed]).toEqual([tim.id, uma.id])
})

test('everybody may be exempt without a reason, and again not', () => {
  expect(ledger.ask(uma, { do: 'exempt', exempt: false })).toEqual({ accepted: true, events: [] })
  ledger.ask(uma, { do: 'exempt', exempt: true })
  expect([...ledger.state.exempt]).toEqual([uma.id])
  ledger.ask(uma, { do: 'exempt', exempt: false })
  expect([...ledger.state.exempt]).toEqual([])
})

test('where only note takers write, a participant becomes one by the word of one, and not by silence', () => {
  const chair = ledger.join(person('Ada'), 'chair')
  ledger.ask(chair, { do: 'set-level', level: 'note-takers' })
  expect(refusalOf(ledger.ask(tim, { do: 'take-over' }))).toBe('forbidden')
  ledger.ask(tim, { do: 'take-over', from: sam.id })
  expect(ledger.wait(5)).toMatchObject([{ type: 'note-taking-declined' }])
  ledger.ask(tim, { do: 'take-over', from: sam.id })
  ledger.ask(sam, { do: 'answer-handover', handover: pending(), agree: true })
  expect(takers()).toEqual(['Tim'])
  ledger.ask(tim, { do: 'hand-over', to: uma.id, name: 'Uma' })
  ledger.wait(5)
  expect(takers()).toEqual(['Uma'])
  ledger.ask(chair, { do: 'take-over', from: uma.id })
  ledger.wait(5)
  expect(takers()).toEqual(['Ada'])
})

test('readers take no notes', () => {
  const reader = ledger.join(person('Rea'), 'reader')
  expect(refusalOf(ledger.ask(reader, { do: 'take-over' }))).toBe('forbidden')
})
