import { decode, encode } from '@plenary/shared/protocol'
import { WebSocket } from 'ws'
import * as Y from 'yjs'

/** @typedef {{ readonly send: (frame: Uint8Array) => void, readonly close: () => void }} Connection */

/**
 * Joins a meeting as a stock client does and reads the minutes once; what comes afterwards is taken from the socket and
 * dropped, so that the load costs next to nothing.
 *
 * @param {string} address such as `ws://127.0.0.1:3000/sync/<id>`
 * @param {Y.Doc} doc filled with the minutes
 * @returns {Promise<Connection>} once the minutes are there
 * @throws when the server ends the connection, whenever that is: the load would be less than it says
 */
export function join(address, doc) {
  const socket = new WebSocket(address)
  const onClose = (/** @type {number} */ code) => {
    throw new Error(`the server closed the connection of one of the others with code ${code}`)
  }
  socket.on('close', onClose)
  socket.on('open', () => socket.send(encode({ kind: 'sync-step-1', stateVector: Y.encodeStateVector(doc) })))

  return new Promise((resolve) => {
    const read = (/** @type {Buffer} */ frame) => {
      const message = decode(new Uint8Array(frame))
      if (message === undefined || message === 'malformed') return
      if (message.kind === 'sync-step-1') {
        socket.send(encode({ kind: 'sync-step-2', update: Y.encodeStateAsUpdate(doc, message.stateVector) }))
      }
      if (message.kind !== 'sync-step-2') return
      socket.off('message', read)
      // Without a listener the frames are still read and dropped.
      Y.applyUpdate(doc, message.update)
      resolve({ send: (bytes) => socket.send(bytes), close: () => socket.off('close', onClose).terminate() })
    }
    socket.on('message', read)
  })
}
