import { inflateRawSync } from 'node:zlib'

import * as decoding from 'lib0/decoding'

import { LoadSocket } from './socket.mjs'
import { Wire } from './wire.mjs'

const NOTHING = new Uint8Array([0])
const EMPTY = new Uint8Array([0, 0])

/**
 * @typedef {{
 *   readonly address: string,
 *   readonly name: string,
 *   readonly framing: 'y-websocket' | 'hocuspocus',
 * }} Place a room on a server
 */

/** A connection that speaks as a page would, without a document of its own: what it receives is handed on as bytes. */
export class Person {
  /** Bytes of updates received, on the wire. */
  updateBytes = 0
  /** When the first sync step 2 came. */
  syncedAt = Infinity
  isReading = true
  /** @type {(update: Uint8Array) => void} */
  onUpdate = () => undefined
  /** What this person has and the server may lack: the answer to its step 1. */
  /** @type {() => Uint8Array} */
  owned = () => EMPTY
  /** The connection ended, from whichever side. */
  /** @type {() => void} */
  onClosed = () => undefined
  /** @type {(value: void) => void} */
  #synced = () => {}

  /** @param {Place} place */
  constructor(place) {
    this.wire = new Wire(place.framing, place.name)
    this.place = place
  }

  /**
   * @param {Uint8Array} stateVector what it has already
   * @returns {Promise<void>} once the server has said what it has
   */
  connect(stateVector = NOTHING) {
    this.connectedAt = performance.now()
    const hello = this.wire.hello()
    this.socket = new LoadSocket(this.place.address, {
      open: () => this.send(hello ?? this.wire.step1(stateVector)),
      frame: (bytes, start, end) => this.#hear(bytes.subarray(start, end), stateVector),
      closed: () => this.onClosed(),
    })
    return new Promise((resolve, reject) => {
      this.#synced = () => resolve()
      this.onClosed = () => reject(new Error('the server closed the connection of somebody who had just come'))
    })
  }

  /** @param {Uint8Array} frame */
  send(frame) {
    this.socket?.send(frame)
  }

  get isConnected() {
    return this.socket !== undefined && !this.socket.isClosed
  }

  /** @param {boolean} reads whether it takes what the server sends, or lets it pile up */
  read(reads) {
    this.isReading = reads
    if (reads) this.socket?.socket.resume()
    else this.socket?.socket.pause()
  }

  leave() {
    this.socket?.end()
  }

  /**
   * @param {Uint8Array} frame
   * @param {Uint8Array} stateVector
   */
  #hear(frame, stateVector) {
    const decoder = this.wire.open(frame)
    switch (decoding.readVarUint(decoder)) {
      case 0:
        return this.#sync(decoding.readVarUint(decoder), decoding.readVarUint8Array(decoder))
      case 2:
        // Hocuspocus has let us in.
        if (this.wire.isNamed) this.send(this.wire.step1(stateVector))
        return
      case 104: {
        // An update that Plenary deflated, for those who asked for it.
        const bytes = decoding.readVarUint8Array(decoder)
        return this.#sync(2, inflateRawSync(bytes), bytes.length)
      }
      default:
    }
  }

  /**
   * @param {number} step
   * @param {Uint8Array} bytes
   */
  #sync(step, bytes, size = bytes.length) {
    if (step === 0) return this.send(this.wire.step2(this.owned()))
    this.updateBytes += size
    this.onUpdate(bytes)
    if (step === 1 && this.syncedAt === Infinity) {
      this.syncedAt = performance.now()
      this.#synced()
    }
  }
}
