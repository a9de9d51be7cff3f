import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

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

/** A sentence for the person, with a code for the page. */
export interface Notice {
  readonly code: string
  readonly message: string
}

/** This version of the additions to y-websocket's protocol, sent as `?protocol=`. */
export const PROTOCOL_VERSION = 1

const KIND = { sync: 0, awareness: 1, queryAwareness: 3, saved: 102, notice: 103, deflatedUpdate: 104 } as const
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

function readNotice(json: string): Message | 'malformed' {
  const value: unknown = JSON.parse(json)
  if (typeof value !== 'object' || value === null || !('code' in value) || !('message' in value)) return 'malformed'
  return { kind: 'notice', notice: { code: String(value.code), message: String(value.message) } }
}
