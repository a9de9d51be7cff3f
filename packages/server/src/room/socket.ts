import type { Parcel } from './parcel.ts'

/** One connection, as the room sees it: whole binary frames in both directions. `http/socket.ts` makes one of a websocket. */
export interface Socket {
  send(parcel: Parcel, ...more: readonly Parcel[]): void

  /** Whatever is sent by the task leaves in one piece. */
  together(task: () => void): void

  /** Runs what is much work when its turn has come: at once, unless many ask for as much in the same moment. */
  inTurn(task: () => void): void

  /** Bytes that were sent and have not left yet, because the other side reads slowly. */
  readonly buffered: number

  /** Says goodbye; nothing is sent after it. */
  close(code: number, reason: string): void

  /** Called once, before any frame is delivered. */
  listen(listener: SocketListener): void
}

export interface SocketListener {
  /** Undefined where a text frame came, which nobody should send. */
  heard(frame: Uint8Array | undefined): void
  /** The other side asked whether this one is there; that is answered already. */
  pinged(): void
  /** Everything that was sent has left for the network, after it had piled up. */
  drained(): void
  closed(): void
}
