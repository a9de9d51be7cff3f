import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

import { toFrame } from './socket.mjs'

/**
 * What the people send, in the framing of the server: y-websocket's, or Hocuspocus's, which is the same with the name of
 * the room before each message and a greeting that is answered.
 */
export class Wire {
  #prefix

  /**
   * @param {'y-websocket' | 'hocuspocus'} framing
   * @param {string} room
   */
  constructor(framing, room) {
    this.isNamed = framing === 'hocuspocus'
    this.#prefix = this.isNamed ? encoding.encode((to) => encoding.writeVarString(to, room)) : new Uint8Array()
  }

  /** What has to be said before all else, if anything. */
  hello() {
    if (!this.isNamed) return undefined
    // Authentication with a token, as the provider does it where no token is asked for, and the provider's version.
    return this.#frame((to) => {
      encoding.writeVarUint(to, 2)
      encoding.writeVarUint(to, 0)
      encoding.writeVarString(to, '')
      encoding.writeVarString(to, '4.8.0')
    })
  }

  /** @param {Uint8Array} stateVector */
  step1(stateVector) {
    return this.#sync(0, stateVector)
  }

  /** @param {Uint8Array} update */
  step2(update) {
    return this.#sync(1, update)
  }

  /** @param {Uint8Array} update */
  update(update) {
    return this.#sync(2, update)
  }

  /**
   * @param {number} client
   * @param {number} clock
   * @param {string} state
   */
  awareness(client, clock, state) {
    const update = encoding.encode((to) => {
      encoding.writeVarUint(to, 1)
      encoding.writeVarUint(to, client)
      encoding.writeVarUint(to, clock)
      encoding.writeVarString(to, state)
    })
    return this.#frame((to) => {
      encoding.writeVarUint(to, 1)
      encoding.writeVarUint8Array(to, update)
    })
  }

  /**
   * @param {number} step
   * @param {Uint8Array} bytes
   */
  #sync(step, bytes) {
    return this.#frame((to) => {
      encoding.writeVarUint(to, 0)
      encoding.writeVarUint(to, step)
      encoding.writeVarUint8Array(to, bytes)
    })
  }

  /** @param {(encoder: encoding.Encoder) => void} write */
  #frame(write) {
    return toFrame(Buffer.concat([this.#prefix, encoding.encode(write)]))
  }

  /**
   * @param {Uint8Array} bytes
   * @returns {decoding.Decoder} after the name of the room, if there is one
   */
  open(bytes) {
    const decoder = decoding.createDecoder(bytes)
    if (this.isNamed) decoding.readVarUint8Array(decoder)
    return decoder
  }
}
