import type { FastifyInstance } from 'fastify'
import { describe, expect, test } from 'vitest'

import { MemoryStore } from '../store/memory.ts'
import { newMeeting, testServer } from '../testing/server.ts'
import { ADMINISTRATOR, asked, comeIn, TOKEN } from '../testing/visitor.ts'

async function make(app: FastifyInstance, id: string, body: object): Promise<{ id: string; token: string }> {
  const answer = await asked(app, 'POST', `/api/meetings/${id}/invitations`, { body, headers: ADMINISTRATOR })
  const made = answer.json<{ id: string; url: string }>()
  expect(answer.statusCode).toBe(201)
  expect(made.url).toMatch(new RegExp(`^http://localhost:80/meetings/${id}#invitation=[\\w-]{43}$`))
  return { id: made.id, token: made.url.split('=')[1] ?? '' }
}

const listed = async (app: FastifyInstance, id: string): Promise<object[]> => {
  const answer = await asked(app, 'GET', `/api/meetings/${id}/invitations`, { headers: ADMINISTRATOR })
  return answer.json<{ invitations: object[] }>().invitations
}

const accept = async (app: FastifyInstance, body: object, headers: Record<string, string> = {}): Promise<number> =>
  (await asked(app, 'POST', '/api/invitations/accept', { body, headers })).statusCode

const SOME = { access: 'invited', token: TOKEN } as const

describe('invitations', () => {
  test('[RL1] give whoever follows them a name, a role, and the way into the meeting', async () => {
    const { app } = await testServer({ auth: SOME })
    const id = await newMeeting(app, {}, ADMINISTRATOR)
    const { token } = await make(app, id, { role: 'participant' })
    expect(await accept(app, { token })).toBe(400)
    const ann = await comeIn(app, token, 'Ann')
    expect(ann.answer).toEqual({
      person: expect.objectContaining({ name: 'Ann' }) as object,
      meeting: id,
      role: 'participant',
    })
    const me = await asked(app, 'GET', '/api/me', { headers: ann.headers })
    expect(me.json()).toMatchObject({ person: { name: 'Ann', kind: 'guest' }, administrator: false })
    expect((await asked(app, 'GET', `/api/meetings/${id}`, { headers: ann.headers })).statusCode).toBe(200)
  })

  test('[RL2] are good for so many people, and the same person may come again', async () => {
    const { app } = await testServer({ auth: SOME })
    const id = await newMeeting(app, {}, ADMINISTRATOR)
    const { token } = await make(app, id, { role: 'reader', uses: 2 })
    const ann = await comeIn(app, token, 'Ann')
    expect(await accept(app, { token }, ann.headers)).toBe(200)
    const rest = await Promise.all(['Bob', 'Cem', 'Dee'].map((name) => accept(app, { token, name })))
    expect(rest.toSorted((a, b) => a - b)).toEqual([200, 403, 403])
    expect(await accept(app, { token }, ann.headers)).toBe(200)
    expect(await listed(app, id)).toEqual([expect.objectContaining({ role: 'reader', uses: 2, used: 2, until: null })])
  })

  test('[RL3] end when they say, and can be revoked: who came by one loses what it gave', async () => {
    const { app } = await testServer({ auth: SOME })
    const id = await newMeeting(app, {}, ADMINISTRATOR)
    const over = await make(app, id, { role: 'participant', hours: 0.000_000_1 })
    expect(await accept(app, { token: over.token, name: 'Ann' })).toBe(403)
    const { id: invitation, token } = await make(app, id, { role: 'participant', hours: 1 })
    const bob = await comeIn(app, token, 'Bob')
    const url = `/api/meetings/${id}/invitations/${invitation}`
    expect((await asked(app, 'DELETE', url, { headers: ADMINISTRATOR })).statusCode).toBe(204)
    expect((await asked(app, 'DELETE', url, { headers: ADMINISTRATOR })).statusCode).toBe(404)
    expect(await accept(app, { token, name: 'Cem' })).toBe(403)
    expect((await asked(app, 'GET', `/api/meetings/${id}`, { headers: bob.headers })).statusCode).toBe(403)
    expect(await listed(app, id)).toHaveLength(1)
  })

  test('[RL3] of another meeting open nothing here, and cannot be revoked from here', async () => {
    const { app } = await testServer({ auth: SOME })
    const [one, other] = [await newMeeting(app, {}, ADMINISTRATOR), await newMeeting(app, {}, ADMINISTRATOR)]
    const { id: invitation, token } = await make(app, one, { role: 'chair' })
    const ann = await comeIn(app, token, 'Ann')
    expect((await asked(app, 'GET', `/api/meetings/${other}`, { headers: ann.headers })).statusCode).toBe(403)
    for (const by of [ann.headers, ADMINISTRATOR]) {
      const url = `/api/meetings/${other}/invitations/${invitation}`
      expect((await asked(app, 'DELETE', url, { headers: by })).statusCode).toBe(by === ADMINISTRATOR ? 404 : 403)
    }
    expect(await accept(app, { token, name: 'Bob' })).toBe(200)
  })

  test('[RL4] are stored as hashes, and shown to nobody again', async () => {
    const store = new MemoryStore()
    const { app } = await testServer({ auth: SOME, store })
    const id = await newMeeting(app, {}, ADMINISTRATOR)
    const { token } = await make(app, id, { role: 'participant' })
    await comeIn(app, token, 'Ann')
    const stored = await Promise.all(
      ['invitation', 'invited', 'grant', 'person'].map((kind) => store.register.under(kind)),
    )
    expect(stored.map(({ size }) => size)).toEqual([1, 1, 1, 1])
    expect(JSON.stringify(stored.map((each) => [...each]))).not.toContain(token)
    expect(JSON.stringify(await listed(app, id))).not.toContain(token)
  })

  test('[RL5] cannot be guessed for long from one address', async () => {
    const { app } = await testServer({ auth: SOME, proxies: ['loopback'] })
    const from = { 'x-forwarded-for': '192.0.2.1' }
    const answers: number[] = []
    for (let guess = 0; guess < 320; guess++)
      answers.push(await accept(app, { token: `guess${guess}`, name: 'X' }, from))
    expect(answers.slice(0, 300).every((status) => status === 403)).toBe(true)
    expect(answers.slice(-15).every((status) => status === 429)).toBe(true)
    expect(await accept(app, { token: 'guess' }, { 'x-forwarded-for': '192.0.2.2' })).toBe(403)
  })

  test.each([
    { role: 'administrator' },
    { role: 'chair', hours: 0 },
    { role: 'chair', uses: 0 },
    { role: 'chair', uses: 1.5 },
    { role: 'chair', group: true },
    { role: 'chair', person: 'x' },
    {},
  ])('[RL1] %j is none', async (body) => {
    const { app } = await testServer({ auth: SOME })
    const id = await newMeeting(app, {}, ADMINISTRATOR)
    const answer = await asked(app, 'POST', `/api/meetings/${id}/invitations`, { body, headers: ADMINISTRATOR })
    expect(answer.statusCode).toBe(400)
    expect(await listed(app, id)).toEqual([])
  })

  test('[RL6] the link of the first start makes its opener the administrator, once, and is another one at each start until then', async () => {
    const store = new MemoryStore()
    const { app, entrance } = await testServer({ auth: SOME, store })
    const [first = '', second = ''] = [await entrance.invitations.firstToken(), await entrance.invitations.firstToken()]
    expect(await accept(app, { token: first, name: 'Ann' })).toBe(403)
    const bob = await comeIn(app, second, 'Bob')
    expect((await asked(app, 'GET', '/api/me', { headers: bob.headers })).json()).toMatchObject({ administrator: true })
    expect(await accept(app, { token: second, name: 'Cem' })).toBe(403)
    expect(await entrance.invitations.firstToken()).toBeUndefined()
  })

  test('[RL6] and opens nothing once somebody has become administrator in another way', async () => {
    const { app, entrance } = await testServer({ auth: SOME })
    const first = await entrance.invitations.firstToken()
    const offer = { scope: { of: 'server' }, meeting: null, role: 'chair', by: null, until: null, uses: 1 } as const
    const { token } = await entrance.invitations.make(offer)
    await comeIn(app, token, 'Ann')
    expect(await accept(app, { token: first, name: 'Bob' })).toBe(403)
    expect(await entrance.invitations.firstToken()).toBeUndefined()
  })
})
