import type { ServerResponse } from 'node:http'
import type { Socket as NetSocket } from 'node:net'

import type { FastifyInstance } from 'fastify'
import type { WebSocket } from 'ws'

import { AppError } from '../error.ts'

/** Where the websockets are; see `sync.ts`. */
export const SYNC = '/sync/:id'

/**
 * @fastify/websocket opens a websocket at every address, if only to close it, and waits there for bodies that never come: by that,
 * whoever likes would hold connections that nobody counts. Nothing is upgraded but where the websockets are.
 */
export function refuseOtherUpgrades(app: FastifyInstance): void {
  app.addHook('onRequest', async ({ ws, routeOptions }) => {
    if (!ws || routeOptions.url === SYNC) return
    throw new AppError('not-found', 'There is no websocket at this address; they are at /sync/<meeting id>.')
  })
}

/**
 * A websocket stays for hours, and what was asked for at its beginning is not kept in memory for so long: Node holds it by the answer,
 * which belongs to the network's socket, and @fastify/websocket by what it does when the websocket fails.
 */
export function forgetRequest(websocket: WebSocket, network: NetSocket, response: ServerResponse): void {
  response.detachSocket(network)
  websocket.removeAllListeners('error')
  websocket.on('error', endOf)
}

/** So long (ms) may somebody take to hear why, whose frame was none or too large. */
const GOODBYE = 2_000

/**
 * ws has said why by a close code. What is still on its way here is read and thrown away meanwhile: else the network would take
 * that for a failure, and a page would come back with the same frame for ever.
 */
function endOf(this: WebSocket): void {
  setTimeout(() => this.terminate(), GOODBYE).unref()
}
