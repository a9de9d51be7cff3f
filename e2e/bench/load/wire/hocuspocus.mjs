import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

const KIND = { sync: 0, awareness: 1, auth: 2, syncReply: 4, ping: 9, pong: 10 }
const SYNC = { step1: 0, step2: 1, update: 2 }
const TOKEN = 0
/** Of the provider that these frames are those of; the server only notes it. */
const VERSION = '4.7.0'

/**
 * What HocuspocusProvider says, with the settings that TipTap's documentation gives it.
 *
 * @param {string} name of the note, which stands in front of every frame
 * @returns {import('./wire.mjs').Wire}
 */
export function hocuspocusWire(name) {
  const sync = (/** @type {number} */ step, /** @type {Uint8Array} */ bytes) =>
    frame(name, KIND.sync, (encoder) => {
      encoding.writeVarUint(encoder, step)
      encoding.writeVarUint8Array(encoder, bytes)
    })
  return {
    hello: (stateVector) => [
      frame(name, KIND.auth, (encoder) => {
        encoding.writeVarUint(encoder, TOKEN)
        encoding.writeVarString(encoder, '')
        encoding.writeVarString(encoder, VERSION)
      }),
      sync(SYNC.step1, stateVector),
    ],
    whole: (update) => sync(SYNC.step2, update),
    change: (update) => sync(SYNC.update, update),
    awareness: (update) => frame(name, KIND.awareness, (encoder) => encoding.writeVarUint8Array(encoder, update)),
    pong: () => Uint8Array.of(KIND.pong),
    read,
    answers: 'each-change',
  }
}

/**
 * @param {string} name
 * @param {number} kind
 * @param {(encoder: encoding.Encoder) => void} write
 */
function frame(name, kind, write) {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, name)
  encoding.writeVarUint(encoder, kind)
  write(encoder)
  return encoding.toUint8Array(encoder)
}

/**
 * @param {Uint8Array} bytes
 * @returns {import('./wire.mjs').Heard | undefined}
 */
function read(bytes) {
  if (bytes.length === 1 && bytes[0] === KIND.ping) return { kind: 'ping' }
  const decoder = decoding.createDecoder(bytes)
  decoding.readVarString(decoder)
  const kind = decoding.readVarUint(decoder)
  if (kind !== KIND.sync && kind !== KIND.syncReply) return undefined
  const step = decoding.readVarUint(decoder)
  const payload = decoding.readVarUint8Array(decoder)
  if (step === SYNC.step1) return { kind: 'lacks', stateVector: payload }
  return { kind: step === SYNC.step2 ? 'minutes' : 'change', update: payload }
}
