import { describe, expect, test } from 'vitest'

import { roomOfTwo } from '../testing/room-of-two.ts'

describe('slow readers', () => {
  test('[RM9] who reads too slowly gets nothing more until the buffer is empty, and then everything', async () => {
    const { house, ann, bob } = await roomOfTwo()
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
    const { house, ann, bob } = await roomOfTwo()
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
})
