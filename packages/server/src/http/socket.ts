import type { Socket as NetSocket } from 'node:net'

import type { WebSocket } from 'ws'

import type { Turnstile } from '../limit/turnstile.ts'
import type { Parcel } from '../room/parcel.ts'
import type { Socket, SocketListener } from '../room/socket.ts'
import { layOut } from './frame.ts'

/** Pieces of fewer bytes are put together before they are written: copying them costs less than a second call. */
const SMALL = 16 * 1024

export interface NetworkSocketOptions {
  readonly report: (error: unknown) => void
  /** Where many who ask for much in one moment are served. */
  readonly desk: Pick<Turnstile, 'pass'>
}

/**
 * A websocket as the room wants it. What is sent is laid out once for all who get it, and written to `network` directly: ws
 * would frame it for each of them. A frame at which the server itself fails is reported and ends its connection: a mistake of
 * ours that one connection meets must not end those of everybody.
 */
export class NetworkSocket implements Socket {
  readonly #websocket: WebSocket
  readonly #network: NetSocket
  readonly #options: NetworkSocketOptions

  constructor(websocket: WebSocket, network: NetSocket, options: NetworkSocketOptions) {
    this.#websocket = websocket
    this.#network = network
    this.#options = options
  }

  get buffered(): number {
    return this.#network.writableLength
  }

  send(parcel: Parcel, ...more: readonly Parcel[]): void {
    if (this.#websocket.readyState !== this.#websocket.OPEN) return
    const wire = parcel.wire(layOut)
    if (more.length === 0) this.#network.write(wire)
    else this.#sendTogether([wire, ...more.map((each) => each.wire(layOut))])
  }

  close(code: number, reason: string): void {
    this.#websocket.close(code, reason)
  }

  together(task: () => void): void {
    this.#network.cork()
    try {
      task()
    } finally {
      this.#network.uncork()
    }
  }

  inTurn(task: () => void): void {
    this.#options.desk.pass(() => this.#guard(task))
  }

  listen(listener: SocketListener): void {
    const websocket = this.#websocket
    const network = this.#network
    websocket.on('message', (data, isBinary) => {
      this.#guard(() => listener.heard(isBinary ? (data as Buffer) : undefined))
    })
    websocket.on('ping', (data) => {
      listener.pinged()
      // ws would answer whoever does not read, too, and keep the answers in memory.
      if (websocket.readyState === websocket.OPEN && network.writableLength < SMALL) websocket.pong(data)
    })
    network.on('drain', () => this.#guard(() => listener.drained()))
    websocket.on('close', () => listener.closed())
  }

  #guard(task: () => void): void {
    try {
      task()
    } catch (error) {
      this.#options.report(error)
      this.#websocket.close(1011, 'internal')
    }
  }

  #sendTogether(wires: readonly Uint8Array[]): void {
    if (wires.every(({ length }) => length < SMALL)) return void this.#network.write(Buffer.concat(wires))
    // One call all the same, without a copy.
    this.together(() => wires.forEach((wire) => this.#network.write(wire)))
  }
}
