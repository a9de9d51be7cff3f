import { encode } from '@plenary/shared/protocol'
import type { WebSocket } from 'ws'

import { SILENCE } from '../room/presence.ts'

const FRAME = encode({ kind: 'awareness', update: SILENCE })

/**
 * Keeps silent connections alive and finds dead ones. Every `period` milliseconds each gets a frame that says nothing,
 * because a stock y-websocket client hangs up after 30 seconds without one and does not count pings; and a ping, whose
 * answer must have come before the next.
 */
export function startHeartbeat(clients: ReadonlySet<WebSocket>, period: number): () => void {
  const answered = new WeakSet<WebSocket>()
  const asked = new WeakSet<WebSocket>()
  const timer = setInterval(() => {
    for (const client of clients) {
      if (client.readyState !== client.OPEN) continue
      if (asked.has(client) && !answered.has(client)) {
        client.terminate()
        continue
      }
      if (!asked.has(client)) client.on('pong', () => answered.add(client))
      answered.delete(client)
      asked.add(client)
      client.ping()
      if (client.bufferedAmount === 0) client.send(FRAME)
    }
  }, period)
  timer.unref()
  return () => clearInterval(timer)
}
