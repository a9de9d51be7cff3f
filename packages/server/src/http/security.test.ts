import { describe, expect, test } from 'vitest'

import { newMeeting, testServer } from '../testing/server.ts'

/** Longer than any part of an address. */
const LONG = `/meetings/${'a'.repeat(10_001)}`

describe('requests from elsewhere', () => {
  test('[HT8] every answer carries the headers that keep a page from harm', async () => {
    const { app } = await testServer()
    for (const url of ['/', '/api/meetings', '/api/nothing', '/healthz', '/sync/nothing', '/%zz', LONG]) {
      const { headers } = await app.inject(url)
      expect(headers['content-security-policy']).toContain("default-src 'none'")
      expect(headers['content-security-policy']).toContain("script-src 'self';")
      expect(headers['content-security-policy']).toContain("style-src 'self';")
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['referrer-policy']).toBe('no-referrer')
      expect(headers['cross-origin-resource-policy']).toBe('same-origin')
      expect(headers['permissions-policy']).toContain('camera=()')
    }
  })

  test.each([
    ['notes.example:3000', "connect-src 'self' ws://notes.example:3000 wss://notes.example:3000"],
    ['[::1]:3000', "connect-src 'self' ws://[::1]:3000 wss://[::1]:3000"],
    ["x; script-src 'unsafe-inline'", "connect-src 'self'"],
  ])('[HT8] a page from %s may connect to that server only', async (host, wanted) => {
    const { app } = await testServer()
    const { headers } = await app.inject({ url: '/', headers: { host } })
    const directives = String(headers['content-security-policy']).split('; ')
    expect(directives.filter((directive) => /^(?:connect|script)-src/.test(directive))).toEqual([
      "script-src 'self'",
      wanted,
    ])
  })

  test.each(['https://evil.example', 'null', 'http://localhost:81', 'http://localhost.evil.example', 'file://'])(
    '[HT9] a page of %s can change nothing',
    async (origin) => {
      const { app } = await testServer()
      const answer = await app.inject({
        method: 'POST',
        url: '/api/meetings',
        headers: { origin, host: 'localhost:80' },
        body: {},
      })
      expect(answer.statusCode).toBe(403)
      expect(answer.json()).toMatchObject({ error: { code: 'forbidden' } })
      expect((await app.inject('/api/meetings')).json()).toEqual({ meetings: [] })
    },
  )

  test('[HT9] nor can one that says so itself by Sec-Fetch-Site', async () => {
    const { app } = await testServer()
    const headers = { 'sec-fetch-site': 'cross-site' }
    expect((await app.inject({ method: 'POST', url: '/api/meetings', headers, body: {} })).statusCode).toBe(403)
    expect((await app.inject({ url: '/api/meetings', headers })).statusCode).toBe(200)
  })

  test('[HT9] where the public address is known, nothing else is our own page, also if it has our name', async () => {
    const { app } = await testServer({ auth: { url: 'https://notes.example' } })
    const post = async (origin: string): Promise<number> => {
      const headers = { origin, host: 'notes.example' }
      return (await app.inject({ method: 'POST', url: '/api/meetings', headers, body: {} })).statusCode
    }
    expect(await Promise.all(['https://notes.example', 'http://notes.example'].map(post))).toEqual([201, 403])
  })

  test.each([
    ['localhost:3000', 200],
    ['127.0.0.1:3000', 200],
    ['[::1]:3000', 200],
    ['notes.example', 403],
    ['evil.example:3000', 403],
    ['127.0.0.1.evil.example', 403],
  ])('[RL14] a server that is open to its own machine alone answers %s with %i', async (host, status) => {
    const { app } = await testServer({ auth: { isLocal: true } })
    const answer = await app.inject({ url: '/api/meetings', headers: { host } })
    expect(answer.statusCode).toBe(status)
    expect(answer.body.includes('PLENARY_ACCESS')).toBe(status === 403)
  })

  test('[HT9] our own page can, and so can a script', async () => {
    const { app } = await testServer()
    const headers = { origin: 'http://notes.example:3000', host: 'notes.example:3000' }
    const answer = await app.inject({ method: 'POST', url: '/api/meetings', headers, body: {} })
    expect(answer.statusCode).toBe(201)
    await expect(newMeeting(app)).resolves.toHaveLength(26)
  })
})
