import { contentOf } from '@plenary/shared/document'
import { describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'

import { eventually } from '../testing/eventually.ts'
import { House, RECORD } from '../testing/house.ts'
import { docOf, textOf } from '../testing/text.ts'
import { Replica } from './replica.ts'

describe('the rooms', () => {
  test('[RO1] a room is read from disk once, for all who come at the same time', async () => {
    const house = await House.open()
    const load = vi.spyOn(house.store, 'load')
    const people = Array.from({ length: 20 }, () => house.enter())
    await house.settle()
    expect(load).toHaveBeenCalledTimes(1)
    for (const person of people) expect(person.text).toBe('<paragraph></paragraph>')
  })

  test('[RO1] what arrives while the minutes are being read is heard afterwards', async () => {
    const house = await House.open()
    let read = (): void => {}
    house.store.beforeLoad = () => new Promise((resolve) => (read = resolve))
    const ann = house.enter()
    ann.type('early')
    await house.settle()
    expect(ann.heard).toEqual([])
    read()
    await house.settle()
    const bob = house.enter()
    await house.settle()
    expect(bob.text).toBe(ann.text)
    expect(bob.text).toContain('early')
    expect(ann.saved).toBe(ann.sent)
  })

  test('[RO2] minutes that cannot be read are kept as they are, and nothing of the attempt remains', async () => {
    const house = await House.open()
    house.store.beforeLoad = () => Promise.reject(new Error('bad sector'))
    const ann = house.enter()
    ann.type('hello')
    await house.settle()
    expect(ann.pair.code).toBe(1011)
    expect(house.rooms.size).toBe(0)
    house.store.beforeLoad = () => Promise.resolve()
    expect((await house.store.load(RECORD.id))?.tail).toEqual([])
    void house.connect(ann)
    await house.settle()
    expect(ann.saved).toBe(ann.sent)
  })

  test('[RO2] a snapshot that cannot be read is not written over', async () => {
    const house = await House.open()
    await house.store.create({ record: { ...RECORD, id: 'broken' }, state: new Uint8Array([1, 2, 3]) })
    const ann = house.enter()
    await house.settle()
    void house.rooms.admit('broken', ann.connect())
    ann.type('hello')
    await house.settle()
    expect(ann.pair.code).toBe(1011)
    expect(await house.store.load('broken')).toMatchObject({ snapshot: new Uint8Array([1, 2, 3]), tail: [] })
  })

  test('[RO3] records that cannot be read are set aside, and the rest of the minutes opens', async () => {
    const house = await House.open()
    const doc = new Y.Doc()
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    for (const name of ['table', 'heading', 'horizontalRule']) contentOf(doc).insert(0, [new Y.XmlElement(name)])
    const [one, two, three] = updates
    if (one === undefined || two === undefined || three === undefined) throw new Error('there are three updates')
    const poison = new Uint8Array([1, 1, 255, 255, 255, 255, 15, 0, 0, 0, 0])
    // `three` builds on `two`, which is damaged.
    await house.store.append(RECORD.id, [one, poison, two.slice(0, -1), three])
    const ann = house.enter()
    await house.settle()
    expect(ann.text).toContain('<table>')
    expect(house.problems).toEqual([expect.stringContaining('3 records')])
    expect((await house.store.load(RECORD.id))?.tail).toHaveLength(1)
    // Whoever still has what was lost brings it back.
    Y.applyUpdate(ann.doc, Y.encodeStateAsUpdate(doc))
    await house.settle()
    const bob = house.enter()
    await house.settle()
    expect(bob.text).toBe(ann.text)
    expect(bob.text).toContain('<horizontalrule>')
  })

  test('[RO3] a room in which something breaks is left, and the next who comes reads what is on disk', async () => {
    const house = await House.open()
    const ann = house.enter()
    ann.type('before ')
    await house.settle()
    const broken = vi.spyOn(Replica.prototype, 'apply').mockImplementationOnce(() => {
      throw new Error('a bug')
    })
    ann.type('during ')
    ann.pair.flush()
    ann.type('behind it ')
    await house.settle()
    broken.mockRestore()
    expect(ann.pair.code).toBe(1011)
    expect(house.problems).toEqual([expect.stringContaining('could not be applied')])
    await eventually(() => house.rooms.size === 0)
    const bob = house.enter()
    await house.settle()
    expect(bob.text).toContain('before during ')
    void house.connect(ann)
    await house.settle()
    expect(bob.text).toBe(ann.text)
    expect(bob.text).toContain('before during behind it ')
  })

  test('[RO4] a room closes some time after the last person left, with its log made short', async () => {
    const house = await House.open({ idle: 5 })
    const ann = house.enter()
    ann.type('hello')
    await house.settle()
    expect(house.rooms.size).toBe(1)
    ann.pair.cut()
    await eventually(() => house.rooms.size === 0)
    const stored = await house.store.load(RECORD.id)
    expect(stored?.tail).toEqual([])
    expect(stored?.through).toBeGreaterThan(0)
    expect(house.described).toHaveLength(1)
    const bob = house.enter()
    await house.settle()
    expect(bob.text).toContain('hello')
  })

  test('[RO4] a room with anything that is not on disk stays open', async () => {
    let tryAgain = (): void => {}
    const house = await House.open({ idle: 1, pause: () => new Promise((resolve) => (tryAgain = resolve)) })
    const ann = house.enter()
    await house.settle()
    house.store.fail(1)
    ann.type('precious')
    await house.settle()
    ann.pair.cut()
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(house.rooms.size).toBe(1)
    tryAgain()
    await eventually(() => house.rooms.size === 0)
    const bob = house.enter()
    await house.settle()
    expect(bob.text).toContain('precious')
  })

  test('[RO5] who joins while a room is closing finds it as it was', async () => {
    const house = await House.open({ idle: 0 })
    const ann = house.enter()
    ann.type('hello')
    await house.settle()
    const load = vi.spyOn(house.store, 'load')
    let compacted = (): void => {}
    const compact = house.store.compact.bind(house.store)
    const closing = new Promise<void>((begun) => {
      house.store.compact = async (...args) => {
        begun()
        await new Promise<void>((resolve) => (compacted = resolve))
        return compact(...args)
      }
    })
    ann.pair.cut()
    await closing
    const bob = house.enter()
    bob.type(' world')
    await new Promise(setImmediate)
    for (let turn = 0; turn < 5; turn++) {
      bob.pair.flush()
      await new Promise(setImmediate)
    }
    compacted()
    await house.settle()
    expect(bob.pair.code).toBeUndefined()
    expect(bob.text).toContain('hello')
    expect(bob.saved).toBe(bob.sent)
    const cem = house.enter()
    await house.settle()
    bob.type('!')
    await house.settle()
    expect(cem.text).toBe(bob.text)
    expect(load).not.toHaveBeenCalled()
  })

  test('[RO5] people who come and go all the time lose nothing', async () => {
    const house = await House.open({ idle: 0 })
    const ann = house.enter()
    const bob = house.enter()
    for (let turn = 0; turn < 150; turn++) {
      const person = turn % 2 === 0 ? ann : bob
      person.type(`${turn},`)
      if (turn % 3 === 0) {
        person.pair.flush()
        person.pair.cut()
        if (turn % 4 === 0) await new Promise((resolve) => setTimeout(resolve, 2))
        void house.connect(person)
      }
      if (turn % 7 === 0) await house.settle()
    }
    for (const person of [ann, bob]) if (person.pair.code !== undefined) void house.connect(person)
    await house.settle()
    expect(ann.text).toBe(bob.text)
    for (let turn = 0; turn < 150; turn++)
      expect(ann.text.split(/[<>,]/).filter((part) => part === String(turn))).toHaveLength(1)
  })

  test('[CF6] the rooms know for how long nobody has written', async () => {
    const house = await House.open()
    const ann = house.enter()
    await house.settle()
    expect(house.rooms.quietFor).toBe(Infinity)
    ann.type('hello')
    await house.settle()
    expect(house.rooms.quietFor).toBeLessThan(60_000)
  })

  test('[RO6] when the server stops, everything is stored and everybody is told to come back', async () => {
    const house = await House.open()
    const ann = house.enter()
    await house.settle()
    ann.type('last words')
    ann.pair.flush()
    await house.rooms.close()
    expect(ann.pair.code).toBe(1012)
    expect(house.rooms.size).toBe(0)
    const stored = await house.store.load(RECORD.id)
    const doc = docOf(stored?.snapshot, ...(stored?.tail ?? []).map(({ update }) => update))
    expect(textOf(doc)).toContain('last words')
  })

  test('[RO6] a stop waits for nothing but the disk', async () => {
    const never = (): Promise<never> => new Promise(() => {})
    const house = await House.open({ tidy: never, describe: never, compactAfter: { records: 2, bytes: 1_000_000 } })
    const ann = house.enter()
    for (const word of ['one ', 'two ', 'three ']) {
      ann.type(word)
      await eventually(() => !ann.pair.flush() && ann.saved === ann.sent)
    }
    await house.rooms.close()
    expect(ann.pair.code).toBe(1012)
    const stored = await house.store.load(RECORD.id)
    const doc = docOf(stored?.snapshot, ...(stored?.tail ?? []).map(({ update }) => update))
    expect(textOf(doc)).toContain('one two three ')
    expect(house.problems).toEqual([])
  })

  test('[RO6] who comes while the server stops is told to come back', async () => {
    const house = await House.open()
    const closing = house.rooms.close()
    const ann = house.enter()
    await closing
    expect(ann.pair.code).toBe(1012)
  })

  test('[RO7] the state of a meeting is the same from the open room and from disk', async () => {
    const house = await House.open()
    const ann = house.enter()
    ann.type('hello')
    await house.settle()
    const open = await house.rooms.state(RECORD.id)
    await house.restart()
    const closed = await house.rooms.state(RECORD.id)
    expect(open).toBeDefined()
    expect(textOf(docOf(closed))).toBe(textOf(docOf(open)))
    expect(textOf(docOf(closed))).toContain('hello')
    expect(await house.rooms.state('nobody')).toBeUndefined()
    expect(await house.rooms.head('nobody')).toBeUndefined()
    expect(house.rooms.size).toBe(0)
  })

  test('[RO8] the list of meetings learns of changes while people are still writing', async () => {
    const house = await House.open({ describeAfter: 1 })
    const ann = house.enter()
    await house.settle()
    ann.type('a')
    await house.settle()
    await eventually(() => house.described.length === 1)
    ann.type('b')
    ann.type('c')
    await house.settle()
    await eventually(() => house.described.length === 2)
    expect(house.rooms.size).toBe(1)
  })
})
