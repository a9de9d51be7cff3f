import { contentOf } from '@plenary/shared/document'
import { decode } from '@plenary/shared/protocol'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'

import { paragraphUpdate } from '../testing/edit.ts'
import { House, RECORD } from '../testing/house.ts'
import type { Person } from '../testing/person.ts'

describe('a room', () => {
  test('[RM1] two people who type at the same time end with the same text', async () => {
    const { house, ann, bob } = await meeting()
    ann.type('hello ')
    bob.type('world ')
    await house.settle()
    expect(ann.text).toBe(bob.text)
    expect(ann.text).toContain('hello ')
    expect(ann.text).toContain('world ')
  })

  test('[RM1] somebody who comes later gets everything', async () => {
    const { house, ann } = await meeting()
    ann.type('hello')
    await house.settle()
    const cem = house.enter()
    await house.settle()
    expect(cem.text).toBe(ann.text)
  })

  test('[RM2] an update is told to others only when it is on disk', async () => {
    const { house, ann, bob } = await meeting({ pause: () => new Promise(() => {}) })
    house.store.fail(1)
    ann.type('hello')
    await house.settle()
    expect(ann.saved).toBe(1)
    expect(bob.text).not.toContain('hello')
    expect((await house.store.load(RECORD.id))?.tail).toEqual([])
  })

  test('[RM2] saved counts the frames of this connection that are on disk, and a stock client hears nothing of it', async () => {
    const { house, ann, bob } = await meeting({}, { plenary: false })
    ann.type('a')
    ann.type('b')
    bob.type('c')
    await house.settle()
    // Its answer to the server's step 1 is the first frame.
    expect(ann.sent).toBe(3)
    expect(ann.saved).toBe(3)
    expect(bob.count('saved')).toBe(0)
    expect(bob.count('notice')).toBe(0)
  })

  test('[RM3] nobody gets back alone what they wrote, and what comes together is told together', async () => {
    const { house, ann, bob } = await meeting()
    const [before, mine] = [bob.count('update'), ann.count('update')]
    for (const letter of 'together') ann.type(letter)
    await house.settle()
    expect(bob.count('update') - before).toBeLessThanOrEqual(2)
    expect(ann.count('update')).toBe(mine)
    expect(bob.text).toContain('together')
  })

  test('[RM4] a frame that is none of the protocol ends the connection, and nothing else', async () => {
    for (const frame of [
      undefined,
      new Uint8Array(),
      new Uint8Array([0]),
      new Uint8Array([0, 9, 0]),
      new Uint8Array([0, 2, 9]),
    ]) {
      const { house, ann, bob } = await meeting()
      ann.pair.say(frame)
      bob.type('still here')
      await house.settle()
      expect(ann.pair.code).toBe(4400)
      expect(bob.pair.code).toBeUndefined()
      expect(bob.saved).toBe(bob.sent)
    }
  })

  test('[RM4] an update that is none ends the connection, and leaves the minutes alone', async () => {
    const { house, ann, bob } = await meeting()
    ann.say({ kind: 'update', update: new Uint8Array([1, 1, 7, 0, 0, 0, 0]) })
    await house.settle()
    expect(ann.pair.code).toBe(4400)
    expect((await house.store.load(RECORD.id))?.tail).toEqual([])
    expect(bob.pair.code).toBeUndefined()
  })

  test('[RM4] a kind of frame that this version does not know is skipped', async () => {
    const { house, ann } = await meeting()
    ann.pair.say(new Uint8Array([77, 1, 2, 3]))
    ann.type('hello')
    await house.settle()
    expect(ann.pair.code).toBeUndefined()
    expect(ann.saved).toBe(ann.sent)
  })

  test('[RM5] an update that cannot be taken is refused with a sentence', async () => {
    const { house, ann, bob } = await meeting()
    ann.doc.getMap('votes').set('ann', 'yes')
    await house.settle()
    expect(ann.notices).toEqual(['refused'])
    expect(ann.pair.code).toBe(4422)
    expect(bob.doc.share.has('votes')).toBe(false)
    expect((await house.store.load(RECORD.id))?.tail).toEqual([])
  })

  test('[RM6] what builds on something missing is asked for again, and counts as saved only then', async () => {
    const { house, ann, bob } = await meeting()
    ann.pair.cut()
    ann.type('offline ')
    void house.connect(ann)
    // As a page that types before the first step of the sync has come.
    ann.type('early ')
    ann.pair.hear = holdBack(ann, 'sync-step-1', 1)
    await house.settle()
    expect(ann.saved).toBe(ann.sent)
    expect(ann.pair.code).toBeUndefined()
    expect(bob.text).toBe(ann.text)
    expect(bob.text).toContain('early')
  })

  test('[RM6] until the missing part is there, nothing that came after it counts as saved', async () => {
    const { house, ann, bob } = await meeting()
    const before = ann.saved
    // The update that is lost on the way, and one that builds on it.
    const lost = silently(ann, () => ann.type('lost '))
    ann.type('gap ')
    const mute = ann.pair.hear
    ann.pair.hear = (frame) => {
      const message = decode(frame)
      if (typeof message === 'object' && message.kind === 'sync-step-1') return
      mute(frame)
    }
    ann.say({ kind: 'update', update: new Uint8Array([0, 0]) })
    await house.settle()
    expect(ann.saved).toBe(before)
    expect(bob.text).not.toContain('gap')
    expect(lost).toHaveLength(1)
    ann.pair.hear = mute
    ann.say({ kind: 'sync-step-2', update: Y.encodeStateAsUpdate(ann.doc, Y.encodeStateVector(bob.doc)) })
    await house.settle()
    expect(ann.saved).toBe(ann.sent)
    expect(bob.text).toContain('lost gap')
  })

  test('[RM6] the frame that brings the missing part must itself be on disk first', async () => {
    const { house, ann, bob } = await meeting()
    const before = ann.saved
    silently(ann, () => ann.type('lost '))
    const releases: (() => void)[] = []
    const append = house.store.append.bind(house.store)
    house.store.append = async (...args) => {
      await new Promise<void>((resolve) => void releases.push(resolve))
      return append(...args)
    }
    // One that hangs on what was lost, and one that hangs on nothing and is on its way to disk at once.
    ann.pair.hear = () => {}
    ann.type('gap ')
    ann.say({ kind: 'update', update: paragraphUpdate('free') })
    await flush(ann)
    ann.say({ kind: 'sync-step-2', update: Y.encodeStateAsUpdate(ann.doc, Y.encodeStateVector(bob.doc)) })
    await flush(ann)
    ann.pair.hear = (frame) => {
      const message = decode(frame)
      if (typeof message === 'object') ann.heard.push(message)
    }
    expect(releases).toHaveLength(1)
    releases[0]?.()
    await flush(ann)
    expect(ann.saved).toBe(before)
    expect(releases).toHaveLength(2)
    releases[1]?.()
    await flush(ann)
    expect(ann.saved).toBe(ann.sent)
  })

  test('[RM6] a client whose gaps never end is refused', async () => {
    const { house, ann } = await meeting()
    silently(ann, () => ann.type('lost '))
    const gap = new Y.Doc()
    Y.applyUpdate(gap, Y.encodeStateAsUpdate(ann.doc))
    const before = Y.encodeStateVector(gap)
    contentOf(gap).insert(contentOf(gap).length, [new Y.XmlElement('paragraph')])
    gap.getXmlFragment('content').delete(0, 1)
    const update = Y.encodeStateAsUpdate(gap, before)
    for (let turn = 0; turn < 25; turn++) ann.say({ kind: 'sync-step-2', update })
    await house.settle()
    expect(ann.pair.code).toBe(4422)
  })

  test('[RM7] while the disk refuses, nothing is called saved, nothing is lost, and people are told', async () => {
    const pauses: (() => void)[] = []
    const { house, ann, bob } = await meeting({ pause: () => new Promise((resolve) => void pauses.push(resolve)) })
    house.store.fail(2)
    const before = ann.saved
    ann.type('kept ')
    await house.settle()
    ann.type('in memory ')
    await house.settle()
    expect(ann.saved).toBe(before)
    expect(ann.notices).toEqual(['storage-unavailable'])
    expect(bob.notices).toEqual(['storage-unavailable'])
    expect(house.rooms.isHealthy).toBe(false)
    const late = house.enter()
    await house.settle()
    expect(late.notices).toEqual(['storage-unavailable'])
    pauses.shift()?.()
    await house.settle()
    expect(house.rooms.isHealthy).toBe(false)
    pauses.shift()?.()
    await house.settle()
    expect(house.rooms.isHealthy).toBe(true)
    expect(ann.saved).toBe(ann.sent)
    expect(ann.notices).toEqual(['storage-unavailable', 'storage-ok'])
    expect(bob.text).toContain('kept in memory')
    expect(late.text).toBe(ann.text)
  })

  test('[RM8] a step 2 that brings nothing new is not written to the log, and counts as saved', async () => {
    const { house, ann } = await meeting()
    ann.type('hello')
    contentOf(ann.doc).delete(0, 1)
    await house.settle()
    const records = (await house.store.load(RECORD.id))?.tail.length
    ann.pair.cut()
    void house.connect(ann)
    await house.settle()
    expect(ann.sent).toBe(1)
    expect(ann.saved).toBe(1)
    expect((await house.store.load(RECORD.id))?.tail).toHaveLength(records ?? -1)
  })

  test('[RM9] who reads too slowly gets nothing more until the buffer is empty, and then everything', async () => {
    const { house, ann, bob } = await meeting()
    bob.pair.isStuck = true
    for (let turn = 0; turn < 40; turn++) {
      ann.type('x'.repeat(100_000))
      await house.settle()
    }
    expect(bob.pair.buffered).toBeLessThan(1_300_000)
    expect(ann.saved).toBe(ann.sent)
    bob.pair.isStuck = false
    await house.settle()
    ann.type('end')
    await house.settle()
    expect(bob.text).toBe(ann.text)
  })

  test('[RM9] who asks for everything again and again without reading does not fill the memory', async () => {
    const { house, ann, bob } = await meeting()
    ann.type('x'.repeat(200_000))
    await house.settle()
    bob.pair.isStuck = true
    for (let turn = 0; turn < 400; turn++) bob.say({ kind: 'sync-step-1', stateVector: new Uint8Array([0]) })
    await house.settle()
    expect(bob.pair.buffered).toBeLessThan(1_600_000)
    bob.pair.isStuck = false
    ann.type('end')
    await house.settle()
    expect(bob.text).toBe(ann.text)
  })

  test('[RM10] the log is compacted when it has grown, and loses nothing by it', async () => {
    const { house, ann } = await meeting({ compactAfter: { records: 10, bytes: 1_000_000 } })
    for (let turn = 0; turn < 25; turn++) {
      ann.type(`${turn} `)
      await house.settle()
    }
    await house.settle()
    const stored = await house.store.load(RECORD.id)
    expect(stored?.through).toBeGreaterThan(0)
    expect(stored?.tail.length).toBeLessThan(10)
    await house.restart()
    const bob = house.enter()
    await house.settle()
    expect(bob.text).toBe(ann.text)
  })

  test('[RM10] a compaction that fails is tried again, and harms nothing', async () => {
    const { house, ann } = await meeting()
    ann.type('hello')
    await house.settle()
    const compact = house.store.compact.bind(house.store)
    house.store.compact = async () => {
      house.store.compact = compact
      throw new Error('no space left on device')
    }
    await house.restart()
    expect(house.problems).toEqual([expect.stringContaining('could not be compacted')])
    const bob = house.enter()
    await house.settle()
    expect(bob.text).toContain('hello')
  })
})

async function meeting(
  rooms: Parameters<typeof House.open>[0] = {},
  guest: { plenary?: boolean } = {},
): Promise<{ house: House; ann: Person; bob: Person }> {
  const house = await House.open(rooms)
  const ann = house.enter()
  const bob = house.enter(guest)
  await house.settle()
  return { house, ann, bob }
}

/** Moves what one person and the server say to each other, without waiting for the disk. */
async function flush(person: Person): Promise<void> {
  for (let turn = 0; turn < 5; turn++) {
    person.pair.flush()
    await new Promise(setImmediate)
  }
}

/** Edits that are not sent, as if lost on the way; returns them. */
function silently(person: Person, edit: () => void): Uint8Array[] {
  const lost: Uint8Array[] = []
  const say = person.say.bind(person)
  person.say = (message) => {
    if (message.kind === 'update') lost.push(message.update)
  }
  edit()
  person.say = say
  return lost
}

/** Lets one frame of this kind wait until something else has come. */
function holdBack(person: Person, kind: string, count: number): (frame: Uint8Array) => void {
  const { hear } = person.pair
  const held: Uint8Array[] = []
  return (frame) => {
    const message = decode(frame)
    if (typeof message === 'object' && message.kind === kind && held.length < count) {
      held.push(frame)
      return
    }
    hear(frame)
    for (const late of held.splice(0)) hear(late)
  }
}
