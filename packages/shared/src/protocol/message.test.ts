import * as encoding from 'lib0/encoding'
import { expect, test } from 'vitest'

import { decode, encode, frameOf, type Message, writeFrame } from './message.ts'

const SOME = new Uint8Array([7, 0, 255])
const MANY = new Uint8Array(20_000).fill(9)

const MESSAGES: readonly Message[] = [
  { kind: 'sync-step-1', stateVector: SOME },
  { kind: 'sync-step-2', update: MANY },
  { kind: 'update', update: new Uint8Array() },
  { kind: 'deflated-update', update: MANY },
  { kind: 'awareness', update: SOME },
  { kind: 'query-awareness' },
  { kind: 'saved', frames: 127 },
  { kind: 'saved', frames: 128 },
  { kind: 'saved', frames: Number.MAX_SAFE_INTEGER },
  { kind: 'notice', notice: { code: 'refused', message: 'Zu groß 🙂' } },
  { kind: 'catch-up', after: 300 },
  { kind: 'entries', entries: [] },
  { kind: 'command', id: 'ü', command: { add: 'item' } },
  { kind: 'answer', answer: { id: 'a', ok: true, sequence: 3 } },
  { kind: 'you', you: { person: null, role: null, mayTakeChair: false, now: '2027-04-27T16:00:00.000Z', ballots: {} } },
  { kind: 'whisper', whisper: { whisper: 'nobody-writes', item: 'i1', isNoteTaker: true } },
]

test.each(MESSAGES)('a message can be read back: $kind', (message) => {
  expect(decode(encode(message))).toEqual(message)
})

test('an update is written as y-protocols writes it', () => {
  const expected = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarUint(encoder, 2)
    encoding.writeVarUint8Array(encoder, MANY)
  })
  expect(encode({ kind: 'update', update: MANY })).toEqual(expected)
})

test('frames can be written beside each other', () => {
  const frames = MESSAGES.map(frameOf)
  const bytes = new Uint8Array(frames.reduce((sum, { size }) => sum + size, 0))
  let at = 0
  for (const frame of frames) {
    writeFrame(bytes, at, frame)
    at += frame.size
  }
  expect(bytes).toEqual(Uint8Array.from(MESSAGES.flatMap((message) => [...encode(message)])))
})

test('a frame that ends early, or holds no JSON where it should, is malformed', () => {
  for (const message of MESSAGES) {
    const bytes = encode(message)
    for (let length = 0; length < Math.min(bytes.length, 300); length++) {
      expect(decode(bytes.subarray(0, length))).toBe('malformed')
    }
  }
  for (const kind of [103, 105, 107, 109, 110]) expect(decode(frame(kind, 'no JSON'))).toBe('malformed')
  expect(decode(frame(103, '["code"]'))).toBe('malformed')
  expect(decode(new Uint8Array([0, 3, 0]))).toBe('malformed')
})

test('a kind that this version does not know is passed over', () => {
  expect(decode(frame(127, '{}'))).toBeUndefined()
})

function frame(kind: number, words: string): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, kind)
    encoding.writeVarString(encoder, words)
  })
}
