import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join as joinPath } from 'node:path'

import * as Y from 'yjs'

import { join } from './load/connection.mjs'
import { wireOf } from './load/wire/wire.mjs'
import { PEER } from './peer.mjs'

const SERVER = joinPath(PEER, 'node_modules/@y/websocket-server/src/server.js')

/**
 * The server of y-websocket, as its README starts it: a process that keeps the notes in memory.
 *
 * @returns {Promise<import('./peer.mjs').PeerServer>}
 */
export async function startYWebsocket() {
  const port = await freePort()
  const child = spawn(process.execPath, [SERVER], {
    env: { ...process.env, NODE_ENV: 'production', HOST: '127.0.0.1', PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  const failed = ended.then(([code]) => {
    throw new Error(`the server of y-websocket ended with code ${code}`)
  })
  // It is ended at the end; only somebody who waits for it to be ready minds.
  failed.catch(() => undefined)
  await Promise.race([once(child.stdout, 'data'), failed])
  child.stdout.resume()

  let count = 0
  return {
    home: `http://127.0.0.1:${port}`,
    addNote: async (state) => {
      const name = `note-${++count}`
      /** @type {import('./load/wire/wire.mjs').Entrance} */
      const entrance = { product: 'y-websocket', address: `ws://127.0.0.1:${port}/${name}`, name }
      await copyIn(state, entrance)
      return entrance
    },
    close: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}

/**
 * As a page would that has the note already: this server takes one in no other way.
 *
 * @param {Uint8Array} state
 * @param {import('./load/wire/wire.mjs').Entrance} entrance
 */
async function copyIn(state, entrance) {
  const wire = wireOf(entrance)
  const note = new Y.Doc()
  Y.applyUpdate(note, state)
  const writer = await join(entrance.address, wire, note)
  // It does not say when it has the note; it has it when another one gets it there.
  for (let found = 0; found < sizeOf(note);) {
    const copy = new Y.Doc()
    const reader = await join(entrance.address, wire, copy)
    reader.close()
    found = sizeOf(copy)
  }
  writer.close()
}

/** @param {Y.Doc} note */
function sizeOf(note) {
  return Y.encodeStateAsUpdate(note).length
}

/** @returns {Promise<number>} a port on which nothing listens: the server does not tell which one it took */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
  server.close()
  await once(server, 'close')
  return port
}
