import type { WebSocket } from 'ws'

import type { Socket } from '../room/socket.ts'

/** A websocket as the room wants it. Listens at once, so that no frame is lost while the room is being read. */
export function toSocket(websocket: WebSocket): Socket {
  return {
    get buffered() {
      return websocket.bufferedAmount
    },
    send: (frame, sent) => {
      if (websocket.readyState === websocket.OPEN) websocket.send(frame, { binary: true }, () => sent())
    },
    close: (code, reason) => websocket.close(code, reason),
    listen: (frame, closed) => {
      websocket.on('message', (data, isBinary) => frame(isBinary ? (data as Buffer) : undefined))
      websocket.on('close', closed)
    },
  }
}
