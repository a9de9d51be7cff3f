import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { encodeUtf8 } from 'lib0/string'

import type { Entry, Refusal } from '../ledger/index.ts'
import type { Person, Role } from '../meeting/index.ts'

/** One frame of `/sync/<id>`, in either direction. See PROTOCOL.md for the bytes. */
export type Message =
  | { readonly kind: 'sync-step-1'; readonly stateVector: Uint8Array }
  | { readonly kind: 'sync-step-2'; readonly update: Uint8Array }
  | { readonly kind: 'update'; readonly update: Uint8Array }
  | { readonly kind: 'deflated-update'; readonly update: Uint8Array }
  | { readonly kind: 'awareness'; readonly update: Uint8Array }
  | { readonly kind: 'query-awareness' }
  | { readonly kind: 'saved'; readonly frames: number }
  | { readonly kind: 'notice'; readonly notice: Notice }
  | { readonly kind: 'you'; readonly you: You }
  | { readonly kind: 'catch-up'; readonly after: number }
  | { readonly kind: 'entries'; readonly entries: readonly Entry[] }
  | { readonly kind: 'command'; readonly id: string; readonly command: unknown }
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'whisper'; readonly whisper: Whisper }

/** A sentence for the person, with a code for the page. */
export interface Notice {
  readonly code: string
  readonly message: string
}

/** Who the other side of a connection is for the server, and what only they may know. */
export interface You {
  /** Null for somebody who has not said a name yet. */
  readonly person: Person | null
  readonly role: Role | null
  /** Whether the chair would be theirs if they took it. */
  readonly mayTakeChair: boolean
  /** The server's clock, ISO 8601 in UTC. */
  readonly now: string
  /** Their own ballots, by poll: the number of an option. */
  readonly ballots: Readonly<Record<string, number>>
}

/** To a command, under the id that its sender gave it. */
export type Answer =
  | { readonly id: string; readonly ok: true; /** Of the last entry that it made. */ readonly sequence: number }
  | { readonly id: string; readonly ok: false; readonly error: Refusal }

/** Told to one person alone, and kept nowhere. */
export type Whisper =
  /** An item is open, and nobody has written for a while. */
  | { readonly whisper: 'nobody-writes'; readonly item: string; readonly isNoteTaker: boolean }
  /** Speaks, writes or votes, and is not checked in. */
  | { readonly whisper: 'not-checked-in'; readonly name: string; readonly person: string | null }

/** This version of the additions to y-websocket's protocol, sent as `?protocol=`. */
export const PROTOCOL_VERSION = 1

const KIND = {
  sync: 0,
  awareness: 1,
  queryAwareness: 3,
  saved: 102,
  notice: 103,
  deflatedUpdate: 104,
  you: 105,
  catchUp: 106,
  entries: 107,
  command: 108,
  answer: 109,
  whisper: 110,
} as const
const SYNC = { step1: 0, step2: 1, update: 2 } as const

/** The bytes of a frame: some numbers, and after them perhaps bytes that were there already. */
export interface Frame {
  readonly numbers: readonly number[]
  readonly bytes: Uint8Array
  readonly size: number
}

/** Who lays out many frames in one piece of memory does it with this and `writeFrame`. */
export function frameOf(message: Message): Frame {
  switch (message.kind) {
    case 'sync-step-1':
      return carrying(message.stateVector, KIND.sync, SYNC.step1)
    case 'sync-step-2':
      return carrying(message.update, KIND.sync, SYNC.step2)
    case 'update':
      return carrying(message.update, KIND.sync, SYNC.update)
    case 'deflated-update':
      return carrying(message.update, KIND.deflatedUpdate)
    case 'awareness':
      return carrying(message.update, KIND.awareness)
    case 'query-awareness':
      return toFrame([KIND.queryAwareness], NOTHING)
    case 'saved':
      return toFrame([KIND.saved, message.frames], NOTHING)
    case 'notice':
      return inJson(message.notice, KIND.notice)
    case 'you':
      return inJson(message.you, KIND.you)
    case 'catch-up':
      return toFrame([KIND.catchUp, message.after], NOTHING)
    case 'entries':
      return inJson(message.entries, KIND.entries)
    case 'command':
      return toFrame([KIND.command], strings(message.id, JSON.stringify(message.command)))
    case 'answer':
      return inJson(message.answer, KIND.answer)
    case 'whisper':
      return inJson(message.whisper, KIND.whisper)
  }
}

/** Writes a frame into `into`, from `at` on. */
export function writeFrame(into: Uint8Array, at: number, { numbers, bytes }: Frame): void {
  let end = at
  for (const number of numbers) {
    let rest = number
    for (; rest > 127; rest = Math.floor(rest / 128)) into[end++] = 128 | (rest % 128)
    into[end++] = rest
  }
  into.set(bytes, end)
}

export function encode(message: Message): Uint8Array {
  const frame = frameOf(message)
  const bytes = new Uint8Array(frame.size)
  writeFrame(bytes, 0, frame)
  return bytes
}

const NOTHING = new Uint8Array()

function inJson(value: unknown, kind: number): Frame {
  return carrying(encodeUtf8(JSON.stringify(value)), kind)
}

function strings(...each: readonly string[]): Uint8Array {
  return encoding.encode((encoder) => each.forEach((string) => encoding.writeVarString(encoder, string)))
}

function carrying(bytes: Uint8Array, ...kinds: readonly number[]): Frame {
  return toFrame([...kinds, bytes.length], bytes)
}

function toFrame(numbers: readonly number[], bytes: Uint8Array): Frame {
  let size = bytes.length
  for (const number of numbers) {
    size++
    for (let rest = number; rest > 127; rest = Math.floor(rest / 128)) size++
  }
  return { numbers, bytes, size }
}

/**
 * Reads one frame. `undefined` for a kind this version does not know (a newer peer may send those; they are skipped) and
 * `'malformed'` for bytes that are no frame at all. The byte arrays inside are views of `frame`, not copies.
 */
export function decode(frame: Uint8Array): Message | undefined | 'malformed' {
  try {
    return read(decoding.createDecoder(frame))
  } catch {
    // The bytes end early, a number is too large, or what should be JSON is none.
    return 'malformed'
  }
}

function read(decoder: decoding.Decoder): Message | undefined | 'malformed' {
  switch (decoding.readVarUint(decoder)) {
    case KIND.sync:
      return readSync(decoder)
    case KIND.awareness:
      return { kind: 'awareness', update: decoding.readVarUint8Array(decoder) }
    case KIND.queryAwareness:
      return { kind: 'query-awareness' }
    case KIND.saved:
      return { kind: 'saved', frames: decoding.readVarUint(decoder) }
    case KIND.deflatedUpdate:
      return { kind: 'deflated-update', update: decoding.readVarUint8Array(decoder) }
    case KIND.notice:
      return readNotice(decoding.readVarString(decoder))
    // What only a server sends is believed to have the form that it should: the page that reads it comes from the same server.
    case KIND.you:
      return { kind: 'you', you: JSON.parse(decoding.readVarString(decoder)) as You }
    case KIND.catchUp:
      return { kind: 'catch-up', after: decoding.readVarUint(decoder) }
    case KIND.entries:
      return { kind: 'entries', entries: JSON.parse(decoding.readVarString(decoder)) as Entry[] }
    case KIND.command:
      return readCommandFrame(decoder)
    case KIND.answer:
      return { kind: 'answer', answer: JSON.parse(decoding.readVarString(decoder)) as Answer }
    case KIND.whisper:
      return { kind: 'whisper', whisper: JSON.parse(decoding.readVarString(decoder)) as Whisper }
    default:
      return undefined
  }
}

function readSync(decoder: decoding.Decoder): Message | 'malformed' {
  switch (decoding.readVarUint(decoder)) {
    case SYNC.step1:
      return { kind: 'sync-step-1', stateVector: decoding.readVarUint8Array(decoder) }
    case SYNC.step2:
      return { kind: 'sync-step-2', update: decoding.readVarUint8Array(decoder) }
    case SYNC.update:
      return { kind: 'update', update: decoding.readVarUint8Array(decoder) }
    default:
      return 'malformed'
  }
}

function readCommandFrame(decoder: decoding.Decoder): Message {
  const id = decoding.readVarString(decoder)
  const command: unknown = JSON.parse(decoding.readVarString(decoder))
  return { kind: 'command', id, command }
}

function readNotice(json: string): Message | 'malformed' {
  const value: unknown = JSON.parse(json)
  if (typeof value !== 'object' || value === null || !('code' in value) || !('message' in value)) return 'malformed'
  return { kind: 'notice', notice: { code: String(value.code), message: String(value.message) } }
}
