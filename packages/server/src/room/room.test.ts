import { contentOf } from '@plenary/shared/document'
import { describe, expect, onTestFinished, test, vi } from 'vitest'

import { Gate } from '../testing/gate.ts'
import { RECORD } from '../testing/house.ts'
import { roomOfTwo } from '../testing/room-of-two.ts'

describe('a room', () => {
  test('[RM1] two people who type at the same time end with the same text', async () => {
    const { house, ann, bob } = await roomOfTwo()
    ann.type('hello ')
    bob.type('world ')
    await house.settle()
    expect(ann.text).toBe(bob.text)
    expect(ann.text).toContain('hello ')
    expect(ann.text).toContain('world ')
  })

  test('[RM1] somebody who comes later gets everything', async () => {
    const { house, ann } = await roomOfTwo()
    ann.type('hello')
    await house.settle()
    const cem = house.enter()
    await house.settle()
    expect(cem.text).toBe(ann.text)
  })

  test('[WS11] who waits for their turn hears nothing of the minutes meanwhile, and then has everything', async () => {
    const { house, ann } = await roomOfTwo()
    const cem = house.enter()
    cem.pair.isCrowded = true
    await house.settle()
    ann.type('hello')
    await house.settle()
    expect(ann.saved).toBe(ann.sent)
    expect(cem.count('update') + cem.count('sync-step-2')).toBe(0)
    cem.pair.isCrowded = false
    await house.settle()
    expect(cem.text).toBe(ann.text)
    expect(cem.count('sync-step-2')).toBe(1)
    ann.type(' again')
    await house.settle()
    expect(cem.text).toBe(ann.text)
  })

  test('[WS11] who leaves before their turn has come is sent nothing', async () => {
    const { house } = await roomOfTwo()
    const cem = house.enter()
    cem.pair.isCrowded = true
    await house.settle()
    cem.pair.cut()
    cem.pair.isCrowded = false
    await house.settle()
    expect(cem.count('sync-step-2')).toBe(0)
    expect(house.problems).toEqual([])
  })

  test('[RM2] an update is told to others only when it is on disk', async () => {
    const { house, ann, bob } = await roomOfTwo({ pause: () => new Promise(() => {}) })
    house.store.fail(1)
    ann.type('hello')
    await house.settle()
    expect(ann.saved).toBe(1)
    expect(bob.text).not.toContain('hello')
    expect((await house.store.load(RECORD.id))?.tail).toEqual([])
  })

  test('[RM2] saved counts the frames of this connection that are on disk, and a stock client hears nothing of it', async () => {
    const { house, ann, bob } = await roomOfTwo({}, { plenary: false })
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
    const { house, ann, bob } = await roomOfTwo()
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
      const { house, ann, bob } = await roomOfTwo()
      ann.pair.say(frame)
      bob.type('still here')
      await house.settle()
      expect(ann.pair.code).toBe(4400)
      expect(bob.pair.code).toBeUndefined()
      expect(bob.saved).toBe(bob.sent)
    }
  })

  test('[RM4] an update that is none ends the connection, and leaves the minutes alone', async () => {
    const { house, ann, bob } = await roomOfTwo()
    ann.say({ kind: 'update', update: new Uint8Array([1, 1, 7, 0, 0, 0, 0]) })
    await house.settle()
    expect(ann.pair.code).toBe(4400)
    expect((await house.store.load(RECORD.id))?.tail).toEqual([])
    expect(bob.pair.code).toBeUndefined()
  })

  test('[RM4] a kind of frame that this version does not know is skipped', async () => {
    const { house, ann } = await roomOfTwo()
    ann.pair.say(new Uint8Array([77, 1, 2, 3]))
    ann.type('hello')
    await house.settle()
    expect(ann.pair.code).toBeUndefined()
    expect(ann.saved).toBe(ann.sent)
  })

  test('[RM5] an update that cannot be taken is refused with a sentence', async () => {
    const { house, ann, bob } = await roomOfTwo()
    ann.doc.getMap('votes').set('ann', 'yes')
    await house.settle()
    expect(ann.notices).toEqual(['refused'])
    expect(ann.pair.code).toBe(4422)
    expect(bob.doc.share.has('votes')).toBe(false)
    expect((await house.store.load(RECORD.id))?.tail).toEqual([])
  })

  test('[RM7] while the disk refuses, nothing is called saved, nothing is lost, and people are told', async () => {
    const pauses: (() => void)[] = []
    const { house, ann, bob } = await roomOfTwo({ pause: () => new Promise((resolve) => void pauses.push(resolve)) })
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

  test('[RM7] a disk that does not answer is said within a second, and that it has is said too', async () => {
    const { house, ann, bob } = await roomOfTwo()
    const disk = new Gate()
    const append = house.store.append.bind(house.store)
    house.store.append = async (...args) => {
      await disk.pass()
      return append(...args)
    }
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    const before = ann.saved
    ann.type('kept ')
    ann.pair.flush()
    await disk.reached
    const wait = async (milliseconds: number): Promise<void> => {
      vi.advanceTimersByTime(milliseconds)
      await new Promise(setImmediate)
      for (const { pair } of [ann, bob]) pair.flush()
    }
    await wait(799)
    expect(ann.notices).toEqual([])
    await wait(1)
    expect([ann.notices, bob.notices]).toEqual([['storage-unavailable'], ['storage-unavailable']])
    expect(house.rooms.isHealthy).toBe(false)
    expect(house.problems).toEqual([expect.stringContaining('the log cannot be written')])
    await wait(60_000)
    expect([ann.saved, ann.notices]).toEqual([before, ['storage-unavailable']])
    expect(bob.text).not.toContain('kept')
    disk.open()
    while (!house.rooms.isHealthy) await new Promise(setImmediate)
    await house.settle()
    expect(ann.notices).toEqual(['storage-unavailable', 'storage-ok'])
    expect(ann.saved).toBe(ann.sent)
    expect(bob.text).toContain('kept ')
  })

  test('[RM8] a step 2 that brings nothing new is not written to the log, and counts as saved', async () => {
    const { house, ann } = await roomOfTwo()
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
})
