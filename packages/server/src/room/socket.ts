/** One connection, as the room sees it: whole binary frames in both directions. `http/socket.ts` makes one of a websocket. */
export interface Socket {
  /** `sent` is called once the frame has left for the network. */
  send(frame: Uint8Array, sent: () => void): void

  /** Bytes that were sent and have not left yet, because the other side reads slowly. */
  readonly buffered: number

  /** Says goodbye; nothing is sent after it. */
  close(code: number, reason: string): void

  /** Called once, before any frame is delivered. `frame` is undefined where a text frame came, which nobody should send. */
  listen(frame: (frame: Uint8Array | undefined) => void, closed: () => void): void
}
