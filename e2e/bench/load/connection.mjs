import { WebSocket } from 'ws'
import * as Y from 'yjs'

/**
 * @typedef {{
 *   readonly send: (frame: Uint8Array) => void,
 *   readonly listen: (hear: (heard: import('./wire/wire.mjs').Heard) => void) => void,
 *   readonly close: () => void,
 * }} Connection listen: from now on gives all that the server tells
 */

/**
 * Joins a note as a page does and reads it once. What comes afterwards is taken from the socket and dropped unless somebody
 * listens, so that the load costs next to nothing.
 *
 * @param {string} address of the websocket
 * @param {import('./wire/wire.mjs').Wire} wire
 * @param {Y.Doc} doc filled with the note
 * @returns {Promise<Connection>} once the note is there
 * @throws when the server ends the connection, whenever that is: the load would be less than it says
 */
export function join(address, wire, doc) {
  const socket = new WebSocket(address)
  const onClose = (/** @type {number} */ code) => {
    throw new Error(`the server closed the connection of one of the others with code ${code}`)
  }
  socket.on('close', onClose)
  socket.on('open', () => wire.hello(Y.encodeStateVector(doc)).forEach((frame) => socket.send(frame)))

  /** @param {(heard: import('./wire/wire.mjs').Heard) => void} hear */
  const listen = (hear) => {
    socket.on('message', (/** @type {Buffer} */ frame) => {
      const heard = wire.read(frame)
      if (heard?.kind === 'ping') socket.send(wire.pong())
      else if (heard !== undefined) hear(heard)
    })
  }
  const close = () => socket.off('close', onClose).terminate()

  return new Promise((resolve) => {
    const read = (/** @type {Buffer} */ frame) => {
      const heard = wire.read(frame)
      if (heard?.kind === 'lacks') socket.send(wire.whole(Y.encodeStateAsUpdate(doc, heard.stateVector)))
      // Ours sends a long note as it is stored, as an update, before the rest of it.
      if (heard?.kind === 'minutes' || heard?.kind === 'change') Y.applyUpdate(doc, heard.update)
      if (heard?.kind !== 'minutes') return
      socket.off('message', read)
      // Without a listener the frames are still read and dropped.
      resolve({ send: (bytes) => socket.send(bytes), listen, close })
    }
    socket.on('message', read)
  })
}
