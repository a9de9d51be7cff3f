import { describe, expect, test } from 'vitest'

import { MemoryStore } from '../store/memory.ts'
import type { Kept } from '../store/store.ts'
import { eventually } from '../testing/eventually.ts'
import { Gate } from '../testing/gate.ts'
import { House, RECORD } from '../testing/house.ts'
import { ANN, BOB, CEM, CHECK_IN, come, comeBack, keptIn, types } from '../testing/ledger-guests.ts'
import { named } from '../testing/people.ts'

describe('the ledger', () => {
  test('[LD1] what is entered is on disk before it is answered or told', async () => {
    const house = await House.open()
    const [ann, bob] = [await come(house, ANN), await come(house, BOB)]
    const disk = new Gate()
    house.store.beforeEnter = disk.pass
    ann.ask('1', CHECK_IN)
    ann.pair.flush()
    await disk.reached
    for (const { pair } of house.people) pair.flush()
    expect([ann.entries, bob.entries, ann.answerTo('1')]).toEqual([[], [], undefined])
    disk.open()
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
          return async () => ({ kept: (await keptIn({ store })).map(forged), reasons: [], inscribed: 0 })
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
    expect(await keptIn({ store })).toHaveLength(2)
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
})

/** The second entry says that it was somebody else. */
function forged(kept: Kept): Kept {
  const { entry } = kept
  return entry.sequence === 2 ? { entry: { ...entry, actor: { ...entry.actor, name: 'Eve' } } } : kept
}
