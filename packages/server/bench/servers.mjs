import { fileURLToPath } from 'node:url'

import { SCHEMA_VERSION } from '@plenary/shared/document'
import { PROTOCOL_VERSION } from '@plenary/shared/protocol'

import { SERVER } from '../../../scripts/build.mjs'

/**
 * @typedef {'plenary' | 'hocuspocus' | 'hocuspocus-20' | 'y-websocket' | 'y-websocket-level' | 'relay'} ServerName
 * @typedef {{
 *   readonly title: string,
 *   readonly script: string,
 *   readonly environment: (data: string) => Record<string, string>,
 *   readonly framing: 'y-websocket' | 'hocuspocus',
 *   readonly keeps: Keeps,
 * }} ServerUnderTest keeps: what it has of the minutes for whoever comes later
 * @typedef {'nothing' | 'in-memory' | 'on-disk'} Keeps
 */

const inPeers = (/** @type {string} */ path) => fileURLToPath(new URL(`./peers/${path}`, import.meta.url))
const Y_WEBSOCKET = inPeers('node_modules/@y/websocket-server/src/server.js')
const HOST = { HOST: '127.0.0.1' }

/** @type {Record<ServerName, ServerUnderTest>} */
export const SERVERS = {
  plenary: {
    title: 'Plenary',
    script: SERVER,
    environment: (data) => ({ ...HOST, PLENARY_DATA: data }),
    framing: 'y-websocket',
    keeps: 'on-disk',
  },
  hocuspocus: {
    title: 'Hocuspocus',
    script: inPeers('hocuspocus.mjs'),
    environment: (data) => ({ DATA: data }),
    framing: 'hocuspocus',
    keeps: 'on-disk',
  },
  'hocuspocus-20': {
    title: 'Hocuspocus, flush 20 ms',
    script: inPeers('hocuspocus.mjs'),
    environment: (data) => ({ DATA: data, FLUSH: '20' }),
    framing: 'hocuspocus',
    keeps: 'on-disk',
  },
  'y-websocket': {
    title: 'y-websocket',
    script: Y_WEBSOCKET,
    environment: () => HOST,
    framing: 'y-websocket',
    keeps: 'in-memory',
  },
  'y-websocket-level': {
    title: 'y-websocket with LevelDB',
    script: Y_WEBSOCKET,
    environment: (data) => ({ ...HOST, YPERSISTENCE: `${data}/level` }),
    framing: 'y-websocket',
    keeps: 'on-disk',
  },
  relay: {
    title: 'bare relay',
    script: inPeers('relay.mjs'),
    environment: () => ({}),
    framing: 'y-websocket',
    keeps: 'nothing',
  },
}

/**
 * A room of this name on a running server, made if it has to be: the address for its websocket, as a page would open it.
 *
 * @param {ServerName} name
 * @param {number} port
 * @param {string} room
 * @returns {Promise<string>}
 */
export async function makeRoom(name, port, room) {
  const origin = `ws://127.0.0.1:${port}`
  // Hocuspocus says the room in each frame, see `load/wire.mjs`; others take any name.
  if (name !== 'plenary') return `${origin}/${room}`
  const response = await fetch(`http://127.0.0.1:${port}/api/meetings`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
  if (response.status !== 201) throw new Error(`the server did not make a meeting: ${await response.text()}`)
  const { id } = /** @type {{ id: string }} */ (await response.json())
  const meeting = await fetch(`http://127.0.0.1:${port}/api/meetings/${id}?structure=false`)
  const { epoch } = /** @type {{ epoch: string }} */ (await meeting.json())
  const query = new URLSearchParams({ protocol: String(PROTOCOL_VERSION), schema: String(SCHEMA_VERSION), epoch })
  return `${origin}/sync/${id}?${query.toString()}`
}
