import { once } from 'node:events'
import { request } from 'node:http'

import { beforeAll, describe, expect, test } from 'vitest'

import { rawConnection, UPGRADE } from '../testing/raw-connection.ts'
import { RealServer } from '../testing/real-server.ts'
import { ADMINISTRATOR } from '../testing/visitor.ts'

let server: RealServer
let id: string
let path: string

beforeAll(async () => {
  server = await RealServer.begin()
  id = await server.newMeeting('# Weekly\n')
  path = new URL(server.socketOf(id)).pathname
  return () => server.end()
})

const JSON_BODY = { ...ADMINISTRATOR, 'content-type': 'application/json' }

describe('a websocket', () => {
  const ORIGINS = [
    'https://evil.example',
    'null',
    'http://127.0.0.1.evil.example',
    'http://evil.example#127.0.0.1',
    'file://',
    'http://127.0.0.1:1',
  ]

  test.each(ORIGINS)('[AT1] [WS5] B27 is not opened by a page of %s', async (origin) => {
    expect(await refusal(path, { ...ADMINISTRATOR, origin })).toBe(403)
  })

  const NAMES = [
    '..', '.', '%2e%2e', '..%2f..%2fmeetings', '%00', 'a%00b', '__proto__', 'constructor', 'toString', 'CON', 'nul',
    '%0d%0aset-cookie:%20x=y', '%e2%80%aeabc', '%ff', '%', 'a/b', '.git', '%5c..%5c', 'A'.repeat(26), 'a'.repeat(25),
    'a'.repeat(27), 'a'.repeat(5_000), '%F0%9F%98%80', '*', '-',
  ] // prettier-ignore

  test.each(NAMES)('[AT1] [WS4] B27 is not opened at a meeting called %j', async (name) => {
    expect(await refusal(`/sync/${name}`, ADMINISTRATOR)).toBeOneOf([400, 404])
  })

  const BENT: readonly (readonly [string, readonly string[]])[] = [
    ['whose key is none', UPGRADE.map((line) => line.replace(/Key: .*/, 'Key: x'))],
    ['of version 12', UPGRADE.map((line) => line.replace('13', '12'))],
    ['with a protocol of 12 kB', [...UPGRADE, `Sec-WebSocket-Protocol: ${'x'.repeat(12_000)}`]],
    ['that wants frames deflated', [...UPGRADE, 'Sec-WebSocket-Extensions: permessage-deflate']],
  ]

  test.each(BENT)('[AT1] B28 asked for by a request %s holds nothing up', async (_what, lines) => {
    const connection = await rawConnection(server.address)
    const token = `Authorization: ${ADMINISTRATOR.authorization}`
    connection.say([`GET ${path} HTTP/1.1`, ...lines, token, '', ''].join('\r\n'))
    const answer = await connection.begun
    expect(answer).toMatch(/^HTTP\/1\.1 (?:101|400|426) /)
    // Frames that are deflated could be bombs.
    expect(answer).not.toContain('permessage-deflate')
  })
})

describe('a request', () => {
  const LINES: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['of 1,990 headers', Array.from({ length: 1_990 }, (_, index) => `x-${index}: y`), /^HTTP\/1\.1 (?:200|431) /],
    ['of 200 kB of headers', [`x-long: ${'y'.repeat(200_000)}`], /^HTTP\/1\.1 431 /],
    ['to two hosts', ['Host: evil.example'], /^HTTP\/1\.1 (?:200|400) /],
    ['of two lengths', ['Content-Length: 3', 'Transfer-Encoding: chunked'], /^HTTP\/1\.1 400 /],
    ['of a length that is none', ['Content-Length: -3'], /^HTTP\/1\.1 400 /],
    ['with a header that is none', ['no header'], /^HTTP\/1\.1 400 /],
  ]

  test.each(LINES)('[AT1] B28 %s is answered, or ended', async (_what, lines, wanted) => {
    const connection = await rawConnection(server.address)
    connection.say(['GET /healthz HTTP/1.1', 'Host: localhost', ...lines, '', ''].join('\r\n'))
    expect(await connection.begun).toMatch(wanted)
  })

  test('[AT1] [LI5] B28 that never ends is given up, also if forty come at once', { timeout: 60_000 }, async () => {
    const slow = await Promise.all(Array.from({ length: 40 }, () => rawConnection(server.address)))
    for (const connection of slow) connection.say('GET /healthz HTTP/1.1\r\nHost: localhost\r\nx-slow')
    for (const { ended } of slow) expect(await ended).toMatch(/^HTTP\/1\.1 408 /)
  })

  const DEEP = 100_000
  const BODIES: readonly (readonly [string, string, string, number])[] = [
    ['as plain text', 'text/plain', '{"title":"x"}', 415],
    ['as a form', 'application/x-www-form-urlencoded', 'title=x', 415],
    ['as parts of a form', 'multipart/form-data; boundary=x', '--x--', 415],
    ['of no kind', '', '{}', 415],
    ['with a prototype', 'application/json', '{"__proto__":{"administrator":true},"title":"x"}', 400],
    ['a hundred thousand deep', 'application/json', '['.repeat(DEEP) + ']'.repeat(DEEP), 400],
    ['cut short', 'application/json', '{"title":"x', 400],
    ['of wrong types', 'application/json', '{"title":{"length":1},"markdown":[1]}', 400],
  ]

  test.each(BODIES)('[AT1] [HT5] B29 %s creates nothing', async (_what, type, body, status) => {
    const before = await listed()
    expect(await statusOf('POST', '/api/meetings', { ...ADMINISTRATOR, 'content-type': type }, body)).toBe(status)
    expect(await listed()).toBe(before)
  })

  test('[AT1] [HT5] B29 of 24 MiB is not waited for', async () => {
    const connection = await rawConnection(server.address)
    const lines = ['Host: localhost', ...Object.entries(JSON_BODY).map((header) => header.join(': '))]
    connection.say(
      ['POST /api/meetings HTTP/1.1', ...lines, `Content-Length: ${24 * 1024 * 1024}`, '', '{"'].join('\r\n'),
    )
    expect(await connection.begun).toMatch(/^HTTP\/1\.1 413 /)
  })

  test('[AT1] [HT9] B29 of a page of another site changes nothing', async () => {
    const before = await listed()
    for (const origin of ['https://evil.example', 'null']) {
      expect(await statusOf('POST', '/api/meetings', { ...JSON_BODY, origin }, '{}')).toBe(403)
    }
    expect(await listed()).toBe(before)
  })

  const TRAVERSALS = [
    '/../../../../etc/passwd', '/..%2f..%2f..%2fetc/passwd', '/%2e%2e/%2e%2e/etc/passwd', '/assets/../../../package.json',
    '/assets/..%2f..%2f..%2fpackage.json', '/assets/%2e%2e%2f%2e%2e%2fpackage.json', '/..%5c..%5cpackage.json',
    '//etc/passwd', '/assets/....//....//package.json', '/%00/etc/passwd', '/assets/%c0%ae%c0%ae/package.json',
  ] // prettier-ignore

  test.each(TRAVERSALS)('[AT1] [HT7] B29 for %s leads to no file of the disk', async (target) => {
    const { status, body } = await ask('GET', target, ADMINISTRATOR)
    expect(status).toBeOneOf([400, 403, 404])
    expect(body).not.toMatch(/root:|"dependencies"/)
  })

  test.each(['TRACE', 'CONNECT', 'PROPFIND'])('[AT1] [HT6] B29 by %s is refused', async (method) => {
    const connection = await rawConnection(server.address)
    connection.say(`${method} /api/meetings HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nCookie: secret\r\n\r\n`)
    const answer = await connection.ended
    expect(answer).not.toMatch(/^HTTP\/1\.1 2|secret/)
  })

  test('[AT1] [HT8] B29 is not believed to come to a host that it names beside its own', async () => {
    const { body, headers } = await ask('GET', '/', { 'x-forwarded-host': 'evil.example' })
    expect(body + JSON.stringify(headers)).not.toContain('evil')
  })

  test('[AT1] [HT8] B29 is answered without a word of where the code lies', async () => {
    for (const target of [
      '/%',
      '/api/meetings/%ff',
      `/api/meetings/${'a'.repeat(12_000)}`,
      '/api/nothing',
      '/sync/x',
    ]) {
      const { body, headers } = await ask('GET', target, ADMINISTRATOR)
      expect(body).not.toMatch(/\bat .+:\d+|node_modules|\.[jt]s\b/)
      expect(headers['x-powered-by'] ?? headers['server']).toBeUndefined()
      expect(headers['content-security-policy']).toContain("default-src 'none'")
    }
  })
})

interface Answer {
  readonly status: number | undefined
  readonly headers: NodeJS.Dict<string | string[]>
  readonly body: string
}

/** By a target as it is: `fetch` would tidy it up. */
async function ask(method: string, target: string, headers: object, body = ''): Promise<Answer> {
  const { hostname, port } = new URL(server.address)
  const asking = request({ method, hostname, port, path: target, headers: { ...headers } })
  // A server that has refused the headers need not hear all of the body.
  asking.on('error', () => {})
  asking.end(body)
  const [answer] = await once(asking, 'response')
  let text = ''
  for await (const piece of answer) text += String(piece)
  return { status: answer.statusCode, headers: answer.headers, body: text }
}

async function statusOf(method: string, target: string, headers: object, body: string): Promise<number | undefined> {
  return (await ask(method, target, headers, body)).status
}

async function listed(): Promise<number> {
  const { body } = await ask('GET', '/api/meetings', ADMINISTRATOR)
  return (JSON.parse(body) as { meetings: unknown[] }).meetings.length
}

/** The status with which a websocket is refused. */
async function refusal(target: string, headers: Record<string, string>): Promise<number | undefined> {
  const connection = await rawConnection(server.address)
  const more = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  connection.say([`GET ${target} HTTP/1.1`, ...UPGRADE, ...more, '', ''].join('\r\n'))
  return Number(/^HTTP\/1\.1 (\d+)/.exec(await connection.begun)?.[1])
}
