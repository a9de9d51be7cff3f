import { CLOSE, type CloseReason } from '@plenary/shared/protocol'
import { beforeAll, expect, test } from 'vitest'

import { bytes } from '../testing/bytes.ts'
import { eventually } from '../testing/eventually.ts'
import { RealServer } from '../testing/real-server.ts'

/** Bytes that are no frames, or none that a page sends: what the websocket of others broke on, or kept. */
interface Attack {
  readonly frames: readonly (Uint8Array | string)[]
  /** How each connection over which one of the frames came ends, if at all. */
  readonly ends: CloseReason | 1009 | undefined
}

const raw = (...numbers: number[]): Uint8Array => new Uint8Array(numbers)

/** An update, or whatever it is, in its frame of the sync protocol. */
const sync = (of: Uint8Array, kind: number): Uint8Array => Buffer.concat([raw(0, kind), bytes(of.length), of])

const NOISE = new Uint8Array(64).fill(255)
const BEGINNINGS = [[0], [1], [2], [3], [0, 0], [0, 1], [0, 2], [102], [103], [108]]
const TOO_LONG = [5, 2 ** 31, 2 ** 40]
const TOO_MANY = [2 ** 31, 2 ** 40, 2 ** 52]

const ATTACKS: Readonly<Record<string, Attack>> = {
  'B01 frames that end early': {
    frames: [raw(), raw(0), raw(1), raw(0, 0), raw(0, 2), raw(0, 2, 0), raw(1, 0), raw(1, 3)],
    ends: 'malformed',
  },
  'B01 the least that is a frame': { frames: [raw(2), raw(3), raw(0, 2, 2, 0, 0), raw(1, 1, 0)], ends: undefined },
  'B02 text': { frames: ['', 'hello', 'x'.repeat(100_000)], ends: 'malformed' },
  'B03 kinds that nobody knows': {
    frames: [
      ...Array.from({ length: 97 }, (_, kind) => raw(kind + 4, 2, 123, 125)),
      ...Array.from({ length: 26 }, (_, kind) => raw(kind + 114, 1, 2, 123, 125)),
      bytes(2 ** 40, 1),
    ],
    ends: undefined,
  },
  'B03 kinds of sync that nobody knows': { frames: [raw(0, 9), raw(0, 3, 0)], ends: 'malformed' },
  'B04 noise behind every beginning': {
    frames: BEGINNINGS.filter(([kind]) => kind !== 2 && kind !== 3).map((start) => raw(...start, ...NOISE)),
    ends: 'malformed',
  },
  'B05 lengths that are not there': {
    frames: TOO_LONG.flatMap((length) =>
      [[0, 0], [0, 1], [0, 2], [1]].map((start) => raw(...start, ...bytes(length), 0)),
    ),
    ends: 'malformed',
  },
  'B06 counts of what is not there': {
    frames: TOO_MANY.flatMap((count) => [
      sync(bytes(count, 1, 7, 0), 2),
      sync(bytes(1, count, 7, 0), 2),
      sync(bytes(0, count), 2),
      sync(bytes(0, 1, 7, count), 2),
      sync(bytes(count, 7), 0),
    ]),
    ends: 'malformed',
  },
  'B06 fifty thousand people whom nobody knows': {
    frames: [sync(bytes(50_000, ...Array.from({ length: 50_000 }, (_, client) => [client + 9, 1]).flat()), 0)],
    ends: undefined,
  },
  'B07 32 MiB of zeros': { frames: [new Uint8Array(32 * 1024 * 1024)], ends: 1009 },
}

let server: RealServer

beforeAll(async () => {
  server = await RealServer.begin()
  return () => server.end()
})

test.each(Object.entries(ATTACKS))('[AT1] [RM4] harms nobody: %s', async (_, { frames, ends }) => {
  const { id, ann, insider } = await server.siege()
  const before = await server.minutes(id)
  const code = typeof ends === 'string' ? CLOSE[ends] : ends
  for (const frame of frames) {
    const mallory = await server.join(id, insider)
    mallory.send(frame)
    // One that is not sent away is heard again.
    await mallory.heard()
    expect([frame.slice(0, 20), mallory.code]).toEqual([frame.slice(0, 20), code])
    mallory.leave()
  }
  ann.write('our ')
  await eventually(() => ann.saved === 1)
  expect(await server.minutes(id)).toBe(before.replace('Weekly', 'our Weekly'))
})
