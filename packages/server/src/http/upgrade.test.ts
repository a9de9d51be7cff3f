import { describe, expect, test } from 'vitest'

import { rawConnection, UPGRADE } from '../testing/raw-connection.ts'
import { listen, testServer } from '../testing/server.ts'

describe('whoever asks for a websocket where there is none', () => {
  test.each([
    ['GET /healthz', 404],
    ['GET /', 404],
    ['GET /api/me', 404],
    ['GET /api/nothing', 404],
    ['GET /api/%zz', 400],
    ['GET /LONG', 404],
    // Nobody passes on the rest of what they send: to wait for it would be to wait for ever.
    ['POST /api/me', 404],
    ['POST /api/nothing', 404],
  ])('[WS4] gets an answer to %s, and the connection ends', async (line, status) => {
    const { app } = await testServer()
    const connection = await rawConnection(await listen(app))
    const request = line.replace('LONG', `meetings/${'a'.repeat(10_001)}`)
    const more = line.startsWith('POST') ? ['Content-Type: application/json', 'Content-Length: 20'] : []
    connection.say([`${request} HTTP/1.1`, ...UPGRADE, ...more, '', ''].join('\r\n'))
    const answer = await connection.ended
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    expect(answer).toContain('"error":{"code"')
    expect(app.websocketServer.clients.size).toBe(0)
  })
})
