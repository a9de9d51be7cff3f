import { contentOf } from '@plenary/shared/document'
import { decode, encode } from '@plenary/shared/protocol'
import { WebSocket } from 'ws'
import * as Y from 'yjs'

/** @typedef {{ readonly id: string, readonly socket: string }} Place a meeting, and the address of its websocket */

/** The origin of what came from the server. */
const SERVER = Symbol('server')

/** Comes back after any time (ms) up to this. */
const RETURN = 1500

/** Somebody in a meeting, with a document of their own, who comes back whenever the connection is lost. */
export class Writer {
  doc = new Y.Doc()
  #socket = /** @type {WebSocket | undefined} */ (undefined)
  #timer = /** @type {NodeJS.Timeout | undefined} */ (undefined)
  /** Whether to come back when the connection is lost. */
  #comesBack = true
  /** Whether the server's step 1 has been answered on this connection: only then may updates follow. */
  #isTold = false
  #frames = 0
  /** What this writer's clock was when each unacknowledged frame of this connection went out. */
  #sent = /** @type {{ frame: number, clock: number }[]} */ ([])
  /** How far the server has said that this writer's own changes are on disk. */
  saved = 0
  isSynced = false
  /** Ends of connections that should not have been, by code. */
  surprises = /** @type {string[]} */ ([])

  /**
   * @param {Place} place
   * @param {() => number} random
   */
  constructor(place, random) {
    this.place = place
    this.random = random
    this.doc.on('update', (update, origin) => {
      if (origin !== SERVER && this.#isTold) this.#send(update, 'update')
    })
    this.#connect()
  }

  get clock() {
    return Y.getState(this.doc.store, this.doc.clientID)
  }

  get isSaved() {
    return this.isSynced && this.saved >= this.clock
  }

  get words() {
    return wordsIn(contentOf(this.doc).toJSON())
  }

  /** The network goes, for a while. */
  cut() {
    this.#socket?.terminate()
  }

  /** Stays away, once the connection is lost, until `come`. */
  stayAway() {
    this.#comesBack = false
    clearTimeout(this.#timer)
  }

  come() {
    this.#comesBack = true
    if (this.#socket?.readyState !== WebSocket.OPEN) this.#connect()
  }

  leave() {
    this.stayAway()
    this.#socket?.close()
  }

  #connect() {
    const socket = new WebSocket(this.place.socket)
    this.#socket = socket
    socket.on('open', () => socket.send(encode({ kind: 'sync-step-1', stateVector: Y.encodeStateVector(this.doc) })))
    socket.on('message', (data) => this.#hear(/** @type {Buffer} */ (data)))
    socket.on('error', () => undefined)
    socket.on('close', (code, reason) => this.#lost(code, String(reason)))
  }

  /**
   * @param {number} code
   * @param {string} reason
   */
  #lost(code, reason) {
    this.#isTold = false
    this.isSynced = false
    this.#frames = 0
    this.#sent = []
    if (![1000, 1005, 1006, 1012].includes(code)) this.surprises.push(`${code} ${reason}`)
    if (this.#comesBack) this.#timer = setTimeout(() => this.#connect(), this.random() * RETURN)
  }

  /** @param {Buffer} frame */
  #hear(frame) {
    const message = decode(frame)
    if (message === undefined || message === 'malformed') throw new Error('the server sent what is no frame')
    switch (message.kind) {
      case 'sync-step-1':
        this.#send(Y.encodeStateAsUpdate(this.doc, message.stateVector), 'sync-step-2')
        this.#isTold = true
        return
      case 'sync-step-2':
        this.isSynced = true
        Y.applyUpdate(this.doc, message.update, SERVER)
        return
      case 'update':
        Y.applyUpdate(this.doc, message.update, SERVER)
        return
      case 'saved': {
        const { frames } = message
        for (const { frame, clock } of this.#sent) if (frame <= frames) this.saved = Math.max(this.saved, clock)
        this.#sent = this.#sent.filter(({ frame }) => frame > frames)
        return
      }
      case 'awareness':
      case 'query-awareness':
      case 'notice':
      case 'deflated-update':
      case 'you':
      case 'catch-up':
      case 'entries':
      case 'command':
      case 'answer':
      case 'whisper':
        return
    }
  }

  /**
   * @param {Uint8Array} update
   * @param {'update' | 'sync-step-2'} kind
   */
  #send(update, kind) {
    this.#sent.push({ frame: ++this.#frames, clock: this.clock })
    this.#socket?.send(encode({ kind, update }))
  }
}

/** @param {string} text */
export function wordsIn(text) {
  return text.match(/w\d+x/g) ?? []
}
