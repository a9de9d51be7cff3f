import type { WebSocket } from 'ws'

import type { Socket } from '../room/socket.ts'

/**
 * A websocket as the room wants it. A frame at which the server itself fails is reported and ends its connection: a mistake
 * of ours that one connection meets must not end those of everybody.
 */
export function toSocket(websocket: WebSocket, report: (error: unknown) => void): Socket {
  return {
    get buffered() {
      return websocket.bufferedAmount
    },
    send: (frame, sent) => {
      if (websocket.readyState === websocket.OPEN) websocket.send(frame, { binary: true }, () => sent())
    },
    close: (code, reason) => websocket.close(code, reason),
    listen: (frame, closed) => {
      websocket.on('message', (data, isBinary) => {
        try {
          frame(isBinary ? (data as Buffer) : undefined)
        } catch (error) {
          report(error)
          websocket.close(1011, 'internal')
        }
      })
      websocket.on('close', closed)
    },
  }
}
