import type { Command, Entry } from '@plenary/shared/ledger'
import { CLOSE } from '@plenary/shared/protocol'
import { describe, expect, test } from 'vitest'

import { LEDGER_SIZE } from '../limit/limits.ts'
import { MemoryStore } from '../store/memory.ts'
import type { Kept } from '../store/store.ts'
import { eventually } from '../testing/eventually.ts'
import { HandClock } from '../testing/hand-clock.ts'
import { House, RECORD } from '../testing/house.ts'
import { member, named } from '../testing/people.ts'
import { Person } from '../testing/person.ts'
import { beginning, chained } from './chain.ts'

const CHECK_IN: Command = { do: 'check-in', as: 'present' }
const CEM = { member: member('Cem', 'chair') }
const ANN = { member: member('Ann') }
const BOB = { member: member('Bob') }

const call = (seconds = 60): Command => ({ do: 'call-consent', block: null, wording: 'Merge it', seconds })
const types = (entries: readonly Entry[]): string[] => entries.map(({ event }) => event.type)

/** Somebody who has caught up with the ledger. */
async function come(house: House, options: typeof ANN): Promise<Person> {
  const person = house.enter(options)
  await house.settle()
  person.catchUp()
  await house.settle()
  return person
}

/** The same person on a new connection, with what they have. */
async function comeBack(house: House, person: Person, options: typeof ANN): Promise<void> {
  const after = person.entries.length
  await house.connect(person, options)
  person.catchUp(after)
  await house.settle()
}

async function keptIn(house: House): Promise<readonly Kept[]> {
  return (await house.store.ledger(RECORD.id))?.kept ?? []
}

describe('the ledger', () => {
  test('[LD1] what is entered is on disk before it is answered or told', async () => {
    const house = await House.open()
    const [ann, bob] = [await come(house, ANN), await come(house, BOB)]
    let write = (): void => {}
    const written = new Promise<void>((resolve) => (write = resolve))
    let isAsked = false
    house.store.beforeEnter = () => {
      isAsked = true
      return written
    }
    ann.ask('1', CHECK_IN)
    ann.pair.flush()
    await eventually(() => isAsked)
    for (const { pair } of house.people) pair.flush()
    expect([ann.entries, bob.entries, ann.answerTo('1')]).toEqual([[], [], undefined])
    write()
    await house.settle()
    expect(ann.answerTo('1')).toEqual({ id: '1', ok: true, sequence: 1 })
    expect(types(bob.entries)).toEqual(['checked-in'])
    expect((await keptIn(house)).map(({ entry }) => entry)).toEqual(bob.entries)
  })

  test('[LD2] who comes, or comes back after a restart, gets what they lack: the same chain for everybody', async () => {
    const house = await House.open()
    const [ann, bob] = [await come(house, ANN), await come(house, BOB)]
    ann.ask('1', CHECK_IN)
    await house.settle()
    const seen = [...bob.entries]
    bob.pair.cut()
    ann.ask('2', { do: 'raise-hand', kind: 'reply' })
    await house.restart()
    await house.connect(ann, ANN)
    ann.ask('3', { do: 'leave' })
    await comeBack(house, bob, BOB)
    const cem = await come(house, CEM)
    const missed = seen.concat(bob.entries)
    expect(types(cem.entries)).toEqual(types(missed))
    expect(cem.entries).toEqual((await keptIn(house)).map(({ entry }) => entry))
  })

  test('[LD2] nothing is sent before somebody asks for it, and who comes from another life gets all of it', async () => {
    const house = await House.open()
    const ann = house.enter(ANN)
    await house.settle()
    ann.ask('1', CHECK_IN)
    await house.settle()
    expect(ann.count('entries')).toBe(0)
    ann.catchUp(50)
    await house.settle()
    expect(types(ann.entries)).toEqual(['checked-in'])
  })

  test('[LD2] entries travel in pieces, and who reads nothing gets the rest once they read again', async () => {
    const house = await House.open()
    const [ann, bob] = [await come(house, CEM), await come(house, BOB)]
    const notReached = Array.from({ length: 400 }, (_, item) => ({ item: `${item}`, text: 'x'.repeat(400) }))
    bob.pair.isStuck = true
    for (let turn = 0; turn < 20; turn++) {
      ann.ask(`end-${turn}`, { do: 'end-meeting', notReached })
      ann.ask(`open-${turn}`, { do: 'reopen-meeting' })
      await house.settle()
    }
    expect(ann.entries.length).toBe(40)
    expect(bob.pair.buffered).toBeLessThan(2 * 1024 * 1024)
    bob.pair.isStuck = false
    await house.settle()
    expect(bob.entries).toEqual(ann.entries)
    const late = await come(house, ANN)
    expect(late.entries).toEqual(ann.entries)
    expect(late.count('entries')).toBeGreaterThan(10)
  })

  test('[LD4] a command is carried out once, also over another connection, of a later server, by whomever it is used again', async () => {
    const house = await House.open()
    const ann = await come(house, ANN)
    ann.ask('1', { do: 'raise-hand', kind: 'reply' })
    ann.pair.flush()
    ann.pair.cut()
    await house.settle()
    await house.restart()
    const bob = await come(house, BOB)
    bob.ask('1', { do: 'raise-hand', kind: 'new-topic' })
    await house.settle()
    await house.connect(ann, ANN)
    for (let turn = 0; turn < 3; turn++) ann.ask('1', { do: 'raise-hand', kind: 'reply' })
    await house.settle()
    expect(ann.answerTo('1')).toEqual({ id: '1', ok: true, sequence: 1 })
    expect(bob.answerTo('1')).toEqual({ id: '1', ok: true, sequence: 2 })
    expect(bob.entries.map(({ actor, command }) => [actor.name, command])).toEqual([
      ['Ann', '1'],
      ['Bob', '1'],
    ])
  })

  test('[LD4] so is one that leaves no entry, because nobody may know of it yet', async () => {
    const house = await House.open()
    const [cem, ann] = [await come(house, CEM), await come(house, ANN)]
    const terms = { block: null, question: 'Adopt?', options: ['For', 'Against'], shows: 'live', guests: true } as const
    cem.ask('poll', { do: 'open-poll', terms: { ...terms, secret: true } })
    await house.settle()
    const poll = pollIn(cem.entries)
    ann.ask('vote', { do: 'vote', poll, choice: 1 })
    ann.ask('reason', { do: 'give-reason', poll, text: 'Too soon.' })
    await house.settle()
    await house.restart()
    for (const [person, who] of [
      [ann, ANN],
      [cem, CEM],
    ] as const)
      await comeBack(house, person, who)
    ann.ask('reason', { do: 'give-reason', poll, text: 'Too soon.' })
    await house.settle()
    expect(ann.answerTo('reason')).toEqual({ id: 'reason', ok: true, sequence: 2 })
    expect(await house.store.ledger(RECORD.id)).toMatchObject({ kept: { length: 2 }, reasons: { length: 1 } })
    cem.ask('close', { do: 'close-poll', poll, outcome: { kind: 'consensus', sentence: '' } })
    await house.settle()
    expect(types((await keptIn(house)).map(({ entry }) => entry)).slice(2)).toEqual([
      'reason-given',
      'voting-ended',
      'poll-closed',
    ])
    // Whose it was is forgotten by then.
    expect(JSON.stringify((await keptIn(house))[2])).not.toMatch(/Ann|annx|"reason"/)
    expect((await house.store.ledger(RECORD.id))?.reasons).toEqual([])
  })

  test('[LD21] what somebody asks is decided by what they are when its turn has come', async () => {
    const house = await House.open()
    const [cem, bob] = [new Person(), await come(house, BOB)]
    house.people.push(cem)
    const session = cem.connect(CEM)
    await house.rooms.admit(RECORD.id, session)
    let write = (): void => {}
    const written = new Promise<void>((resolve) => (write = resolve))
    let isAsked = false
    house.store.beforeEnter = () => {
      isAsked = true
      return written
    }
    bob.ask('1', CHECK_IN)
    bob.pair.flush()
    await eventually(() => isAsked)
    // While the disk is busy, what is asked waits; meanwhile a grant goes.
    cem.ask('2', { do: 'set-level', level: 'group' })
    cem.pair.flush()
    session.become({ ...CEM.member, granted: null })
    write()
    await house.settle()
    expect(cem.answerTo('2')).toMatchObject({ ok: false, error: { code: 'forbidden' } })
  })

  test('[LD7] while the disk refuses, a command changes nothing and says so, and the next one is taken', async () => {
    const house = await House.open()
    const ann = await come(house, ANN)
    house.store.fail(1)
    ann.ask('1', CHECK_IN)
    await house.settle()
    expect(ann.answerTo('1')).toMatchObject({ ok: false, error: { code: 'storage-unavailable' } })
    expect(ann.entries).toEqual([])
    ann.ask('1', CHECK_IN)
    await house.settle()
    expect(ann.answerTo('1')).toEqual({ id: '1', ok: true, sequence: 1 })
    expect(house.problems).toEqual(['meeting: the ledger cannot be written'])
  })

  test('[LD8] what comes about with time is recorded by the server, by its clock', async () => {
    const clock = new HandClock()
    const house = await House.open({ ledgers: { clock } })
    const cem = await come(house, CEM)
    cem.ask('1', call(60))
    await house.settle()
    clock.pass(59)
    await house.settle()
    expect(types(cem.entries)).toEqual(['consent-called'])
    clock.pass(1)
    await house.settle()
    expect(cem.entries.at(-1)).toMatchObject({
      actor: { id: null, kind: 'server' },
      time: '2027-04-27T16:01:00.000Z',
      event: { type: 'consent-recorded', present: 1 },
    })
  })

  test('[LD8] what nobody could object to, because no server was there or its disk took nothing, comes to nothing', async () => {
    const clock = new HandClock()
    const house = await House.open({ ledgers: { clock } })
    const cem = await come(house, CEM)
    cem.ask('1', call(60))
    await house.settle()
    await house.restart()
    clock.pass(60)
    await comeBack(house, cem, CEM)
    expect(types(cem.entries)).toEqual(['consent-withdrawn'])
    cem.ask('2', call(60))
    await house.settle()
    house.store.fail(1)
    cem.ask('3', { do: 'object', consent: consentIn(cem.entries) })
    await house.settle()
    clock.pass(60)
    await house.settle()
    expect(types(cem.entries)).toEqual(['consent-withdrawn', 'consent-called', 'consent-withdrawn'])
  })

  test('[LD8] a consent call that is running goes on after a restart', async () => {
    const clock = new HandClock()
    const house = await House.open({ ledgers: { clock } })
    const cem = await come(house, CEM)
    cem.ask('1', call(60))
    await house.settle()
    await house.restart()
    await comeBack(house, cem, CEM)
    clock.pass(60)
    await house.settle()
    expect(types(cem.entries)).toEqual(['consent-recorded'])
  })

  test('[LD8] what was due while grants could not be read comes about soon after, and the failure is reported', async () => {
    const clock = new HandClock()
    let isReadable = true
    const chairs = async () => (isReadable ? [] : Promise.reject(new Error('the disk is gone')))
    const house = await House.open({ ledgers: { clock, chairs } })
    const cem = await come(house, CEM)
    cem.ask('1', call(60))
    await house.settle()
    isReadable = false
    clock.pass(60)
    await house.settle()
    expect(types(cem.entries)).toEqual(['consent-called'])
    expect(house.problems).toEqual(['meeting: the ledger failed'])
    isReadable = true
    clock.pass(1)
    await house.settle()
    expect(types(cem.entries)).toEqual(['consent-called', 'consent-recorded'])
  })

  test('[LD9] time never goes back in it, whatever the clock does', async () => {
    const clock = new HandClock()
    const house = await House.open({ ledgers: { clock } })
    const ann = await come(house, ANN)
    ann.ask('1', CHECK_IN)
    await house.settle()
    clock.pass(-3600)
    ann.ask('2', { do: 'leave' })
    await house.settle()
    expect(ann.entries.map(({ time }) => time)).toEqual(Array(2).fill('2027-04-27T16:00:00.000Z'))
  })

  test('[LD10] everybody hears at once who they are now: their role, and their own ballots', async () => {
    const house = await House.open()
    const [cem, ann] = [await come(house, CEM), await come(house, ANN)]
    expect(ann.you).toMatchObject({ person: { name: 'Ann' }, role: 'participant', ballots: {} })
    cem.ask('1', { do: 'give-role', person: named('Ann').id, name: 'Ann', role: 'chair' })
    await house.settle()
    expect(ann.you).toMatchObject({ role: 'chair' })
    expect(cem.count('you')).toBe(1)
    const stock = house.enter({ ...BOB, plenary: false })
    await house.settle()
    expect(stock.count('you')).toBe(0)
  })

  test('[LD11] a ledger that is damaged is left as it is, nothing is added to it, and the minutes open', async () => {
    const store = new MemoryStore()
    const house = await House.open({}, store)
    const ann = await come(house, ANN)
    ann.ask('1', CHECK_IN)
    ann.ask('2', { do: 'leave' })
    await house.settle()
    await house.rooms.close()
    const damaged = new Proxy(store, {
      get: (target, name) => {
        if (name === 'ledger')
          return async () => ({ kept: (await keptOf(store)).map(forged), reasons: [], inscribed: 0 })
        const member: unknown = Reflect.get(target, name, target)
        return typeof member === 'function' ? member.bind(target) : member
      },
    })
    house.begin(damaged)
    const bob = await come(house, BOB)
    expect(types(bob.entries)).toEqual(['checked-in'])
    bob.type('Minutes')
    bob.ask('3', CHECK_IN)
    await house.settle()
    expect(bob.answerTo('3')).toMatchObject({ ok: false, error: { code: 'storage-unavailable' } })
    expect(bob.saved).toBe(bob.sent)
    expect(await keptOf(store)).toHaveLength(2)
    expect(house.problems).toEqual(['meeting: Entry 2 of its ledger was changed.'])
  })

  test('[LD2] a ledger that was read while its room was closed is read anew after the room was open', async () => {
    const house = await House.open({ idle: 0 })
    expect((await house.rooms.book(RECORD.id)).entries).toEqual([])
    const ann = await come(house, ANN)
    ann.ask('1', CHECK_IN)
    await house.settle()
    ann.pair.cut()
    await eventually(() => house.rooms.size === 0)
    expect(types((await house.rooms.book(RECORD.id)).entries)).toEqual(['checked-in'])
  })

  test('[LD22] of a record that is nearly full, the rest is for those who can end the meeting', async () => {
    const house = await House.open()
    const hand = { type: 'hand-raised', turn: 't', person: 'p', name: 'P', kind: 'reply' } as const
    const actor = { id: 'p', kind: 'guest', name: 'P' } as const
    const event = { ...hand, topic: 'x'.repeat(LEDGER_SIZE * 0.91) }
    const entry = { sequence: 1, time: '2026-01-01T00:00:00.000Z', actor, command: 'c', event }
    await house.store.enter(RECORD.id, [{ entry: chained(entry, beginning(RECORD.id)) }])
    const [ann, cem] = [house.enter(ANN), house.enter(CEM)]
    await house.settle()
    ann.ask('1', { do: 'lower-hand', turn: 't' })
    cem.ask('2', { do: 'end-meeting', notReached: [] })
    await house.settle()
    expect(ann.answerTo('1')).toMatchObject({ ok: false, error: { message: expect.stringContaining('full') } })
    expect(cem.answerTo('2')).toMatchObject({ ok: true })
  })

  test('[LD12] who asks for far more than people do is sent away, and a name that no page gives a command is malformed', async () => {
    const house = await House.open()
    const [ann, bob] = [await come(house, ANN), await come(house, BOB)]
    for (let turn = 0; turn < 110; turn++) ann.ask(`${turn}`, CHECK_IN)
    bob.ask('../1', CHECK_IN)
    await house.settle()
    expect(ann.pair.code).toBe(CLOSE['too-fast'])
    expect(bob.pair.code).toBe(CLOSE.malformed)
  })
})

async function keptOf(store: MemoryStore): Promise<readonly Kept[]> {
  return (await store.ledger(RECORD.id))?.kept ?? []
}

/** The second entry says that it was somebody else. */
function forged(kept: Kept): Kept {
  const { entry } = kept
  return entry.sequence === 2 ? { entry: { ...entry, actor: { ...entry.actor, name: 'Eve' } } } : kept
}

function pollIn(entries: readonly Entry[]): string {
  const event = entries.map((entry) => entry.event).find((each) => each.type === 'poll-opened')
  if (event === undefined) throw new Error('no poll was opened')
  return event.poll
}

function consentIn(entries: readonly Entry[]): string {
  const event = entries.map((entry) => entry.event).findLast((each) => each.type === 'consent-called')
  if (event === undefined) throw new Error('nobody called for consent')
  return event.consent
}
