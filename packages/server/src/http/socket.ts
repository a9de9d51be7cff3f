import type { Socket as NetSocket } from 'node:net'

import type { WebSocket } from 'ws'

import type { Parcel } from '../room/parcel.ts'
import type { Socket } from '../room/socket.ts'
import { layOut } from './frame.ts'

/**
 * A websocket as the room wants it. What is sent is laid out once for all who get it, and written to `network` directly: ws
 * would frame it for each of them. A frame at which the server itself fails is reported and ends its connection: a mistake of
 * ours that one connection meets must not end those of everybody.
 */
export function toSocket(websocket: WebSocket, network: NetSocket, report: (error: unknown) => void): Socket {
  const write = (parcel: Parcel): void => void network.write(parcel.wire(layOut))
  return {
    get buffered() {
      return network.writableLength
    },
    send: (...parcels) => {
      if (websocket.readyState !== websocket.OPEN) return
      const [first] = parcels
      if (parcels.length === 1 && first !== undefined) return write(first)
      // As one packet, where they are small.
      network.cork()
      for (const parcel of parcels) if (parcel.frames.length > 0) write(parcel)
      network.uncork()
    },
    close: (code, reason) => websocket.close(code, reason),
    listen: ({ heard, drained, closed }) => {
      websocket.on('message', (data, isBinary) => {
        try {
          heard(isBinary ? (data as Buffer) : undefined)
        } catch (error) {
          report(error)
          websocket.close(1011, 'internal')
        }
      })
      network.on('drain', drained)
      websocket.on('close', closed)
    },
  }
}
