import type { Socket as NetSocket } from 'node:net'

import type { WebSocket } from 'ws'

import type { Socket } from '../room/socket.ts'
import { layOut } from './frame.ts'

/** Pieces of fewer bytes are put together before they are written: copying them costs less than a second call. */
const SMALL = 16 * 1024

/**
 * A websocket as the room wants it. What is sent is laid out once for all who get it, and written to `network` directly: ws
 * would frame it for each of them. A frame at which the server itself fails is reported and ends its connection: a mistake of
 * ours that one connection meets must not end those of everybody.
 */
export function toSocket(websocket: WebSocket, network: NetSocket, report: (error: unknown) => void): Socket {
  return {
    get buffered() {
      return network.writableLength
    },
    send: (...parcels) => {
      if (websocket.readyState !== websocket.OPEN) return
      const wires = parcels.map((parcel) => parcel.wire(layOut))
      const [first] = wires
      if (wires.length === 1 && first !== undefined) network.write(first)
      else if (wires.every(({ length }) => length < SMALL)) network.write(Buffer.concat(wires))
      else for (const wire of wires) network.write(wire)
    },
    close: (code, reason) => websocket.close(code, reason),
    listen: (listener) => {
      websocket.on('message', (data, isBinary) => {
        try {
          listener.heard(isBinary ? (data as Buffer) : undefined)
        } catch (error) {
          report(error)
          websocket.close(1011, 'internal')
        }
      })
      websocket.on('ping', (data) => {
        listener.pinged()
        // ws would answer whoever does not read, too, and keep the answers in memory.
        if (websocket.readyState === websocket.OPEN && network.writableLength < SMALL) websocket.pong(data)
      })
      network.on('drain', () => listener.drained())
      websocket.on('close', () => listener.closed())
    },
  }
}
