import { join } from 'node:path'
import { Readable } from 'node:stream'

import type { Role } from '@plenary/shared/meeting'
import type { FastifyInstance } from 'fastify'
import { describe, expect, test } from 'vitest'

import { temporaryFolder } from '../testing/folder.ts'
import { writePage } from '../testing/page.ts'
import { newMeeting, testServer } from '../testing/server.ts'
import { ADMINISTRATOR, asked, comeIn, introduce, TOKEN } from '../testing/visitor.ts'
import type { AuthSettings } from './settings.ts'

const INVITED = { access: 'invited', token: TOKEN } as const

/** Everything that anybody can ask for, with what a request needs to get as far as its handler. */
const ROUTES = (id: string): readonly (readonly ['GET' | 'POST' | 'PUT' | 'DELETE', string, object?])[] => [
  ['GET', '/api/meetings'],
  ['POST', '/api/meetings', {}],
  ['GET', `/api/meetings/${id}`],
  ['GET', `/api/meetings/${id}/minutes.md`],
  ['GET', `/api/meetings/${id}/base.md`],
  ['GET', `/api/meetings/${id}/record`],
  ['GET', `/api/meetings/${id}/roster`],
  ['GET', `/api/meetings/${id}/rotation`],
  ['GET', `/api/meetings/${id}/style`],
  ['PUT', `/api/meetings/${id}/style`, { style: null }],
  ['GET', '/api/styles'],
  ['GET', `/api/meetings/${id}/invitations`],
  ['POST', `/api/meetings/${id}/invitations`, { role: 'chair' }],
  ['DELETE', `/api/meetings/${id}/invitations/abc`],
  ['POST', '/api/tickets'],
  ['GET', `/sync/${id}`],
]

/** What somebody sends who lets something happen before; it is not asked for before they may send it. */
async function* bodyAfter(meanwhile: () => Promise<unknown>): AsyncGenerator<string, void, undefined> {
  await meanwhile()
  yield '{"role":"chair"}'
}

/** What whoever may read gets of a meeting itself. */
const READS = Array<number>(7).fill(200)

async function statuses(app: FastifyInstance, id: string, headers: Record<string, string>): Promise<number[]> {
  const answers = ROUTES(id).map(([method, url, body]) => asked(app, method, url, { headers, ...(body && { body }) }))
  return (await Promise.all(answers)).map(({ statusCode }) => statusCode)
}

/** Somebody with this role in a meeting. */
async function member(app: FastifyInstance, id: string, role: Role): Promise<Record<string, string>> {
  const url = `/api/meetings/${id}/invitations`
  const answer = await asked(app, 'POST', url, { body: { role }, headers: ADMINISTRATOR })
  const { headers } = await comeIn(app, answer.json<{ url: string }>().url.split('=')[1] ?? '', role)
  return { ...headers }
}

describe('what routes ask of whoever calls them', () => {
  test('[RL8] every route says it, also those of the page', async () => {
    const { app } = await testServer({ page: await writePage() })
    await app.ready()
    const silent = await testServer({ page: join(await temporaryFolder(), 'none') })
    silent.app.get('/secret', async () => 'everything')
    await expect(silent.app.ready()).rejects.toThrow('the route /secret does not say what it asks')
  })

  test('[RL9] on an invited server strangers get nothing', async () => {
    const { app } = await testServer({ auth: INVITED })
    const id = await newMeeting(app, { markdown: '# Minutes\n' }, ADMINISTRATOR)
    expect(new Set(await statuses(app, id, {}))).toEqual(new Set([401]))
    expect(new Set(await statuses(app, 'a'.repeat(26), {}))).toEqual(new Set([401]))
    expect(new Set(await statuses(app, id, { cookie: 'plenary=forged' }))).toEqual(new Set([401]))
  })

  test('[RL9] and are told of signing in only where they can', async () => {
    const url = 'https://notes.example.org'
    const github = { clientId: 'a', clientSecret: 'b', url: 'https://github.com' }
    const told = async (auth: Partial<AuthSettings>): Promise<string> => {
      const { app } = await testServer({ auth: { ...INVITED, ...auth } })
      return (await asked(app, 'GET', '/api/meetings')).body
    }
    expect(await told({ url, github })).toContain('follow your invitation, or sign in.')
    expect(await told({})).toContain('follow your invitation.')
  })

  test('[RL9] but the page, signs of life and the ways to become somebody', async () => {
    const { app } = await testServer({ auth: INVITED, page: await writePage() })
    for (const url of ['/', '/invitation', `/meetings/${'a'.repeat(26)}`, '/healthz', '/readyz', '/api/me']) {
      expect((await asked(app, 'GET', url)).statusCode).toBe(200)
    }
    const accepted = await asked(app, 'POST', '/api/invitations/accept', { body: { token: 'x', name: 'Ann' } })
    expect(accepted.json()).toMatchObject({ error: { message: expect.stringContaining('invitation') as string } })
  })

  test.each([
    ['reader', [200, 403, ...READS, 403, 200, 403, 403, 403, 201, 400]],
    ['participant', [200, 403, ...READS, 200, 200, 403, 403, 403, 201, 400]],
    ['note-taker', [200, 403, ...READS, 200, 200, 403, 403, 403, 201, 400]],
    ['chair', [200, 403, ...READS, 200, 200, 200, 201, 404, 201, 400]],
  ] as const)('[RL10] a %s may what the table says', async (role, expected) => {
    const { app } = await testServer({ auth: INVITED })
    const id = await newMeeting(app, { markdown: '# Minutes\n' }, ADMINISTRATOR)
    expect(await statuses(app, id, await member(app, id, role))).toEqual(expected)
  })

  test('[RL10] which is asked again when all that they send has come: it may have been revoked meanwhile', async () => {
    const { app, entrance } = await testServer({ auth: INVITED })
    const id = await newMeeting(app, {}, ADMINISTRATOR)
    const scope = { of: 'meeting', id } as const
    const offer = { scope, meeting: id, by: null, until: null, uses: null, role: 'chair' } as const
    const { id: invitation, token } = await entrance.invitations.make(offer)
    const { headers } = await comeIn(app, token, 'Ann')
    const send = async (meanwhile: () => Promise<unknown>): Promise<number> => {
      const payload = Readable.from(bodyAfter(meanwhile))
      const url = `/api/meetings/${id}/invitations`
      const all = { ...headers, 'content-type': 'application/json' }
      return (await app.inject({ method: 'POST', url, payload, headers: all })).statusCode
    }
    expect(await send(async () => undefined)).toBe(201)
    expect(await send(() => entrance.invitations.revoke(scope, invitation))).toBe(403)
    expect(await entrance.invitations.of(scope)).toHaveLength(1)
  })

  test('[RL10] and nothing in another meeting, which their list does not show', async () => {
    const { app } = await testServer({ auth: INVITED })
    const [id, other] = [await newMeeting(app, {}, ADMINISTRATOR), await newMeeting(app, {}, ADMINISTRATOR)]
    const headers = await member(app, id, 'chair')
    expect(await statuses(app, other, headers)).toEqual([
      200,
      403,
      ...Array<number>(8).fill(403),
      200,
      403,
      403,
      403,
      201,
      403,
    ])
    const list = (await asked(app, 'GET', '/api/meetings', { headers })).json<{ meetings: { id: string }[] }>()
    expect(list.meetings.map((meeting) => meeting.id)).toEqual([id])
    expect((await asked(app, 'GET', `/api/meetings/${'a'.repeat(26)}`, { headers })).statusCode).toBe(404)
  })

  test('[RL10] nor take the style of a meeting that they may not read', async () => {
    const { app } = await testServer({ auth: INVITED })
    const [id, other] = [await newMeeting(app, {}, ADMINISTRATOR), await newMeeting(app, {}, ADMINISTRATOR)]
    const headers = await member(app, id, 'chair')
    const like = async (whose: string): Promise<number> =>
      (await asked(app, 'PUT', `/api/meetings/${id}/style`, { headers, body: { style: { like: whose } } })).statusCode
    expect([await like(id), await like(other), await like('x')]).toEqual([200, 403, 400])
  })

  test('[RL10] whoever begins a meeting is its chair, on an open server too; nobody else is', async () => {
    const { app } = await testServer()
    const [ann, bob] = [await introduce(app, 'Ann'), await introduce(app, 'Bob')]
    const id = await newMeeting(app, {}, { ...ann.headers })
    const url = `/api/meetings/${id}/invitations`
    expect((await asked(app, 'GET', url, { headers: ann.headers })).statusCode).toBe(200)
    expect((await asked(app, 'GET', url, { headers: bob.headers })).statusCode).toBe(403)
    expect((await asked(app, 'GET', url)).statusCode).toBe(401)
    expect((await asked(app, 'PUT', `/api/meetings/${id}/style`, { body: { style: null } })).statusCode).toBe(200)
  })

  test('[RL10] a role in a group holds in its meetings, and lets people begin more of them', async () => {
    const { app, entrance } = await testServer({ auth: INVITED })
    const scope = { of: 'group', group: 'wg-docs' } as const
    const offer = { scope, meeting: null, by: null, until: null, uses: null }
    const begin = async (headers: Record<string, string>, group: string): Promise<number> =>
      (await asked(app, 'POST', '/api/meetings', { body: { group }, headers })).statusCode
    expect(await begin(ADMINISTRATOR, 'WG Docs')).toBe(400)
    const id = await newMeeting(app, { group: 'wg-docs' }, ADMINISTRATOR)
    const [chair, reader] = await Promise.all(
      (['chair', 'reader'] as const).map(async (role) => {
        const { token } = await entrance.invitations.make({ ...offer, role })
        return { ...(await comeIn(app, token, role)).headers }
      }),
    )
    if (chair === undefined || reader === undefined) throw new Error('nobody came')
    expect((await asked(app, 'GET', `/api/meetings/${id}`, { headers: reader })).json()).toMatchObject({
      group: 'wg-docs',
    })
    expect([await begin(chair, 'wg-docs'), await begin(chair, 'wg-other'), await begin(reader, 'wg-docs')]).toEqual([
      201, 403, 403,
    ])
    const invite = async (headers: Record<string, string>): Promise<number> =>
      (await asked(app, 'POST', `/api/meetings/${id}/invitations`, { body: { role: 'reader', group: true }, headers }))
        .statusCode
    expect([await invite(chair), await invite(reader), await invite(await member(app, id, 'chair'))]).toEqual([
      201, 403, 403,
    ])
  })

  test('[RL10] a token has its role and no more', async () => {
    const { app, entrance } = await testServer({ auth: INVITED })
    const id = await newMeeting(app, { markdown: '# Minutes\n' }, ADMINISTRATOR)
    const token = await entrance.tokens.make('mirror', { of: 'server' }, 'reader')
    const headers = { authorization: `Bearer ${token}` }
    expect(await statuses(app, id, headers)).toEqual([200, 403, ...READS, 403, 200, 403, 403, 403, 201, 400])
  })
})
