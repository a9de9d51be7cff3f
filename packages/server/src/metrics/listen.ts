import { once } from 'node:events'
import { createServer, type Server } from 'node:http'

import type { Metrics } from './metrics.ts'

/**
 * Answers `GET /metrics`, and nothing else, at an address of its own. At the address of the page, anybody who may write minutes
 * could read them; and behind a reverse proxy every request comes from this machine, so asking where it comes from keeps nobody out.
 */
export async function listenForMetrics(metrics: Metrics, address: { host: string; port: number }): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('There is only GET /metrics here.\n')
      return
    }
    metrics.text().then(
      (text) => response.writeHead(200, { 'content-type': metrics.contentType }).end(text),
      () => response.writeHead(500).end(),
    )
  })
  server.listen(address)
  await once(server, 'listening')
  return server
}
