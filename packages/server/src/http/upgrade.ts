import type { ServerResponse } from 'node:http'
import type { Socket as NetSocket } from 'node:net'

import type { WebSocket } from 'ws'

/**
 * A websocket stays for hours, and what was asked for at its beginning is not kept in memory for so long: Node holds it by the answer,
 * which belongs to the network's socket, and @fastify/websocket by what it does when the websocket fails.
 */
export function forgetRequest(websocket: WebSocket, network: NetSocket, response: ServerResponse): void {
  response.detachSocket(network)
  websocket.removeAllListeners('error')
  websocket.on('error', endOf)
}

function endOf(this: WebSocket): void {
  this.terminate()
}
