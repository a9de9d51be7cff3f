import { Server } from '@hocuspocus/server'
import * as Y from 'yjs'

// Hocuspocus as its documentation starts it, in a process of its own. The benchmark hands in the notes over the channel of
// `fork` before anybody opens them; nothing is stored.

/** @type {Map<string, Uint8Array>} */
const notes = new Map()

const server = new Server({
  address: '127.0.0.1',
  port: 0,
  quiet: true,
  onLoadDocument: async ({ document, documentName }) => {
    const note = notes.get(documentName)
    if (note === undefined) throw new Error(`there is no note ${documentName}`)
    Y.applyUpdate(document, note)
  },
})

process.on('message', ({ name, state }) => {
  notes.set(name, state)
  process.send({ kind: 'added' })
})
process.on('disconnect', () => process.exit())

await server.listen()
process.send({ kind: 'ready', home: `http://127.0.0.1:${server.address.port}` })
