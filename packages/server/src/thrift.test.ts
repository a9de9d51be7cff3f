import { describe, expect, test } from 'vitest'

import { eventually } from './testing/eventually.ts'
import { Thrift } from './thrift.ts'

const MIB = 1024 * 1024

/** A process of which a test says what it does. */
class Process {
  seconds = 0
  quietFor = 10_000
  bytes = 100 * MIB
  /** What is left when it has given back what it can. */
  needed = 100 * MIB
  gaveBack = 0
  readonly thrift = new Thrift({
    cpu: () => this.seconds,
    quietFor: () => this.quietFor,
    memory: () => this.bytes,
    giveBack: (done) => {
      this.gaveBack++
      this.bytes = this.needed
      done()
    },
  })

  /** Works for so many seconds of the next five. */
  live(seconds: number): void {
    this.seconds += seconds
    this.thrift.look(5_000)
  }
}

describe('thrift', () => {
  test('[CF6] memory is given back once nothing happens, and not while people are served', () => {
    const process = new Process()
    process.live(3)
    process.live(1)
    expect(process.gaveBack).toBe(0)
    process.live(0.1)
    expect(process.gaveBack).toBe(1)
  })

  test('[CF6] it is not given back while a single person writes, who would wait for it', () => {
    const process = new Process()
    process.quietFor = 1_000
    process.live(0)
    expect(process.gaveBack).toBe(0)
  })

  test('[CF6] it is not looked for again before there is more of it', () => {
    const process = new Process()
    process.live(0)
    process.bytes += 2 * MIB
    process.live(0)
    expect(process.gaveBack).toBe(1)
    process.bytes += 20 * MIB
    process.needed = process.bytes
    process.live(0)
    process.live(0)
    expect(process.gaveBack).toBe(2)
  })

  test('[CF6] V8 gives back what nobody holds', async () => {
    const held = Array.from({ length: 100 }, (_, each) => new WeakRef({ each }))
    await new Promise(setImmediate)
    new Thrift({ quietFor: () => Infinity }).look(Infinity)
    const isGone = async (): Promise<boolean> => {
      await new Promise(setImmediate)
      return held.every((each) => each.deref() === undefined)
    }
    await eventually(isGone)
    expect(await isGone()).toBe(true)
  })
})
