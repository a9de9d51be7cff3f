import { describe, expect, test } from 'vitest'

import { eventually } from '../testing/eventually.ts'
import { RECORD } from '../testing/house.ts'
import { roomOfTwo } from '../testing/room-of-two.ts'

describe('the log of a room', () => {
  test('[RM10] the log is compacted when it has grown, and loses nothing by it', async () => {
    const { house, ann } = await roomOfTwo({ compactAfter: { records: 10, bytes: 1_000_000 } })
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
    const { house, ann, bob } = await roomOfTwo({ idle: 1 })
    ann.type('hello')
    await house.settle()
    const compact = house.store.compact.bind(house.store)
    house.store.compact = async () => {
      house.store.compact = compact
      throw new Error('no space left on device')
    }
    for (const { pair } of [ann, bob]) pair.cut()
    await eventually(() => house.rooms.size === 0)
    expect(house.problems).toEqual([expect.stringContaining('could not be compacted')])
    const cem = house.enter()
    await house.settle()
    expect(cem.text).toContain('hello')
    cem.pair.cut()
    await eventually(() => house.rooms.size === 0)
    expect((await house.store.load(RECORD.id))?.tail).toEqual([])
  })
})
