import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

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

export function encode(message: Message): Uint8Array {
  const encoder = encoding.createEncoder()
  const write = (kind: number): void => encoding.writeVarUint(encoder, kind)
  switch (message.kind) {
    case 'sync-step-1':
      write(KIND.sync)
      write(SYNC.step1)
      encoding.writeVarUint8Array(encoder, message.stateVector)
      break
    case 'sync-step-2':
    case 'update':
      write(KIND.sync)
      write(message.kind === 'update' ? SYNC.update : SYNC.step2)
      encoding.writeVarUint8Array(encoder, message.update)
      break
    case 'deflated-update':
      write(KIND.deflatedUpdate)
      encoding.writeVarUint8Array(encoder, message.update)
      break
    case 'awareness':
      write(KIND.awareness)
      encoding.writeVarUint8Array(encoder, message.update)
      break
    case 'query-awareness':
      write(KIND.queryAwareness)
      break
    case 'saved':
      write(KIND.saved)
      encoding.writeVarUint(encoder, message.frames)
      break
    case 'notice':
      write(KIND.notice)
      encoding.writeVarString(encoder, JSON.stringify(message.notice))
      break
    case 'you':
      write(KIND.you)
      encoding.writeVarString(encoder, JSON.stringify(message.you))
      break
    case 'catch-up':
      write(KIND.catchUp)
      encoding.writeVarUint(encoder, message.after)
      break
    case 'entries':
      write(KIND.entries)
      encoding.writeVarString(encoder, JSON.stringify(message.entries))
      break
    case 'command':
      write(KIND.command)
      encoding.writeVarString(encoder, message.id)
      encoding.writeVarString(encoder, JSON.stringify(message.command))
      break
    case 'answer':
      write(KIND.answer)
      encoding.writeVarString(encoder, JSON.stringify(message.answer))
      break
    case 'whisper':
      write(KIND.whisper)
      encoding.writeVarString(encoder, JSON.stringify(message.whisper))
      break
  }
  return encoding.toUint8Array(encoder)
}

/**
 * Reads one frame. `undefined` for a kind this version does not know (a newer peer may send those; they are skipped) and
 * `'malformed'` for bytes that are no frame at all. The byte arrays inside are views of `frame`, not copies.
 */
export function decode(frame: Uint8Array): Message | undefined | 'malformed' {
  try {
    return read(decoding.createDecoder(frame))
  } catch {
    // lib0 throws where the bytes end early; that is the only thing it can mean here.
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
