import { encode } from '@plenary/shared/protocol'

import type { Parcel } from '../room/parcel.ts'
import type { Socket, SocketListener } from '../room/socket.ts'

/** Both ends of a connection in memory. Nothing moves until `flush` is called, frame by frame in the order it was sent. */
export class Pair implements Socket {
  #toServer: (Uint8Array | undefined)[] = []
  #toClient: Uint8Array[] = []
  #listener: SocketListener | undefined
  /** The code with which the connection was closed, by either side. */
  code: number | undefined
  /** While true, the client reads nothing: what the server sends stays in the buffer. */
  isStuck = false
  /** While true, nobody here gets their turn. */
  isCrowded = false
  #waiting: (() => void)[] = []
  hear: (frame: Uint8Array) => void = () => {}

  /** What the client sends. */
  say(frame: Uint8Array | undefined): void {
    if (this.code === undefined) this.#toServer.push(frame?.slice())
  }

  /** The client is gone, as when its network is cut; frames under way are lost. */
  cut(): void {
    if (this.code !== undefined) return
    this.code = 1006
    this.#toServer = []
    this.#toClient = []
    this.#listener?.closed()
  }

  /** Moves what was sent so far, in both directions; false where there was nothing. */
  flush(): boolean {
    const served = this.isCrowded ? [] : this.#waiting
    if (!this.isCrowded) this.#waiting = []
    for (const task of served) task()
    const up = this.#toServer
    const down = this.isStuck ? [] : this.#toClient
    this.#toServer = []
    if (!this.isStuck) this.#toClient = []
    for (const frame of up) this.#listener?.heard(frame)
    for (const frame of down) this.hear(frame)
    if (down.length > 0) this.#listener?.drained()
    return served.length + up.length + down.length > 0
  }

  get buffered(): number {
    return this.#toClient.reduce((sum, { length }) => sum + length, 0)
  }

  send(...parcels: readonly Parcel[]): void {
    if (this.code !== undefined) return
    for (const { messages } of parcels) this.#toClient.push(...messages.map(encode))
  }

  together(task: () => void): void {
    task()
  }

  inTurn(task: () => void): void {
    if (this.isCrowded) this.#waiting.push(task)
    else task()
  }

  close(code: number): void {
    this.code ??= code
  }

  listen(listener: SocketListener): void {
    this.#listener = listener
  }
}
