import type { FastifyInstance } from 'fastify'
import { describe, expect, test, vi } from 'vitest'

import { MemoryStore } from '../store/memory.ts'
import { Gate } from '../testing/gate.ts'
import { testServer } from '../testing/server.ts'

interface Cookie {
  readonly name: string
  readonly value: string
  readonly [attribute: string]: unknown
}

async function introduce(
  app: FastifyInstance,
  body: object,
  headers: Record<string, string> = {},
): Promise<{ status: number; person: { id: string; name: string }; cookie: Cookie | undefined }> {
  const answer = await app.inject({ method: 'POST', url: '/api/me', body, headers })
  const { person } = answer.json<{ person: { id: string; name: string } }>()
  return { status: answer.statusCode, person, cookie: answer.cookies[0] }
}

const sent = ({ name, value }: Cookie): { cookie: string } => ({ cookie: `${name}=${value}` })

describe('who somebody is', () => {
  test('[WH1] a guest says a name and is known by it from then on, in this browser alone', async () => {
    const { app } = await testServer()
    expect((await app.inject('/api/me')).json()).toEqual({
      person: null,
      administrator: false,
      access: 'open',
      providers: [],
    })
    const { person, cookie } = await introduce(app, { name: '  Ann\n Lee ', affiliation: 'W3C' })
    expect(person).toEqual({
      id: expect.stringMatching(/^[a-z0-9]{26}$/) as string,
      kind: 'guest',
      name: 'Ann Lee',
      affiliation: 'W3C',
    })
    if (cookie === undefined) throw new Error('no cookie was set')
    expect((await app.inject({ url: '/api/me', headers: sent(cookie) })).json()).toMatchObject({ person })
    expect((await app.inject('/api/me')).json()).toMatchObject({ person: null })
  })

  test('[WH1] and may say another one, and stays the same', async () => {
    const { app } = await testServer()
    const { person, cookie } = await introduce(app, { name: 'Ann', affiliation: 'W3C' })
    const headers = sent(cookie as Cookie)
    const again = await introduce(app, { name: 'Ann Lee' }, headers)
    expect(again.person).toEqual({ id: person.id, kind: 'guest', name: 'Ann Lee' })
    expect(again.cookie).toBeUndefined()
    expect((await app.inject({ url: '/api/me', headers })).json()).toMatchObject({ person: again.person })
  })

  test.each([{ name: '' }, { name: ' \u200b\n' }, { name: 'a'.repeat(81) }, { name: '\ud800' }, { name: 7 }, {}])(
    '[WH1] %j is no name',
    async (body) => {
      const { app } = await testServer()
      const answer = await app.inject({ method: 'POST', url: '/api/me', body })
      expect(answer.statusCode).toBe(400)
      expect(answer.cookies).toEqual([])
    },
  )

  test('[WH2] the cookie is out of reach for scripts, other sites and, by https, other hosts', async () => {
    const plain = await introduce((await testServer()).app, { name: 'Ann' })
    expect(plain.cookie).toEqual({
      name: 'plenary',
      value: expect.stringMatching(/^[\w-]{43}$/) as string,
      httpOnly: true,
      sameSite: 'Lax',
      path: '/',
      maxAge: 400 * 24 * 60 * 60,
    })
    const { app } = await testServer({ auth: { url: 'https://notes.example.org' } })
    const { cookie } = await introduce(app, { name: 'Ann' })
    expect(cookie).toMatchObject({ name: '__Host-plenary', secure: true, httpOnly: true, sameSite: 'Lax', path: '/' })
    const other = { cookie: `plenary=${cookie?.value}` }
    expect((await app.inject({ url: '/api/me', headers: other })).json()).toMatchObject({ person: null })
  })

  test('[WH2] what a proxy says of https is believed where the proxy is', async () => {
    const headers = { 'x-forwarded-proto': 'https' }
    const { app } = await testServer({ proxies: ['loopback'] })
    const { cookie } = await introduce(app, { name: 'Ann' }, headers)
    expect(cookie).toMatchObject({ name: '__Host-plenary', secure: true })
    const other = await introduce((await testServer()).app, { name: 'Ann' }, headers)
    expect(other.cookie).toMatchObject({ name: 'plenary' })
  })

  test('[WH3] nothing that is stored or answered holds a secret', async () => {
    const store = new MemoryStore()
    const { app } = await testServer({ store })
    const { cookie } = await introduce(app, { name: 'Ann' })
    const { value } = cookie as Cookie
    expect(JSON.stringify([...(await store.register.under('session'))])).not.toContain(value)
    expect((await store.register.under('session!')).size).toBe(1)
    const answer = await app.inject({ url: '/api/me', headers: sent(cookie as Cookie) })
    expect(answer.body + JSON.stringify(answer.headers)).not.toContain(value)
  })

  test('[WH4] a forged cookie is that of nobody', async () => {
    const store = new MemoryStore()
    const { app } = await testServer({ store })
    const { person, cookie } = await introduce(app, { name: 'Ann' })
    const { value } = cookie as Cookie
    const [[stored]] = [...(await store.register.under('session!'))] as [[string, unknown]]
    const forged = [person.id, stored, stored.slice('session!'.length), value.slice(1), `${value}A`, '', `"${value}x"`]
    for (const each of forged) {
      const answer = await app.inject({ url: '/api/me', headers: { cookie: `plenary=${each}` } })
      expect(answer.json()).toMatchObject({ person: null })
    }
  })

  test('[WH4] after signing out the same cookie is that of nobody', async () => {
    const { app } = await testServer()
    const { cookie } = await introduce(app, { name: 'Ann' })
    const headers = sent(cookie as Cookie)
    const answer = await app.inject({ method: 'DELETE', url: '/api/me', headers })
    expect(answer.statusCode).toBe(204)
    expect(answer.cookies).toEqual([expect.objectContaining({ name: 'plenary', value: '', path: '/' })])
    expect((await app.inject({ url: '/api/me', headers })).json()).toMatchObject({ person: null })
  })

  test('[WH4] also where it was about to be renewed: whoever signs out is not signed in again by that', async () => {
    const store = new MemoryStore()
    const { app } = await testServer({ store })
    const { cookie, person } = await introduce(app, { name: 'Ann' })
    const headers = sent(cookie as Cookie)
    const [[key]] = [...(await store.register.under('session!'))] as [[string, unknown]]
    const until = new Date(Date.now() + 86_400_000).toISOString()
    await store.register.put(new Map([[key, { person: person.id, until }]]))
    const disk = new Gate()
    const put = store.register.put.bind(store.register)
    vi.spyOn(store.register, 'put').mockImplementationOnce(async (changes) => {
      await disk.pass()
      return put(changes)
    })
    const used = app.inject({ url: '/api/me', headers })
    await disk.reached
    const left = app.inject({ method: 'DELETE', url: '/api/me', headers })
    for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate)
    disk.open()
    await Promise.all([used, left])
    expect((await app.inject({ url: '/api/me', headers })).json()).toMatchObject({ person: null })
  })

  test('[WH14] whoever signs out everywhere is known in none of their browsers, and everybody else still is', async () => {
    const { app, entrance } = await testServer()
    const [ann, bob] = [await introduce(app, { name: 'Ann' }), await introduce(app, { name: 'Bob' })]
    const elsewhere = entrance.people.signIn({ ...ann.person, kind: 'guest' })
    await entrance.register.put(elsewhere.changes)
    const cookies = [sent(ann.cookie as Cookie), { cookie: `plenary=${elsewhere.secret}` }, sent(bob.cookie as Cookie)]
    const names = async (): Promise<(string | undefined)[]> => {
      const answers = await Promise.all(cookies.map((headers) => app.inject({ url: '/api/me', headers })))
      return answers.map((answer) => answer.json<{ person: { name: string } | null }>().person?.name)
    }
    expect(await names()).toEqual(['Ann', 'Ann', 'Bob'])
    const [headers] = cookies
    const answer = await app.inject({ method: 'DELETE', url: '/api/me?everywhere=true', headers: headers ?? {} })
    expect(answer.statusCode).toBe(204)
    expect(answer.cookies).toEqual([expect.objectContaining({ name: 'plenary', value: '' })])
    expect(await names()).toEqual([undefined, undefined, 'Bob'])
    expect((await app.inject({ method: 'DELETE', url: '/api/me?everywhere=perhaps' })).statusCode).toBe(400)
    expect((await app.inject({ method: 'DELETE', url: '/api/me?everywhere=true' })).statusCode).toBe(204)
    expect(await names()).toEqual([undefined, undefined, 'Bob'])
  })

  test('[WH5] where only the invited come in, nobody becomes somebody by saying a name', async () => {
    const { app } = await testServer({ auth: { access: 'invited' } })
    const answer = await app.inject({ method: 'POST', url: '/api/me', body: { name: 'Ann' } })
    expect(answer.statusCode).toBe(401)
    expect(answer.json()).toMatchObject({ error: { code: 'who-are-you' } })
    expect(answer.cookies).toEqual([])
  })

  test('[WH6] the token of the settings is the administrator, and any other is refused', async () => {
    const token = 'a-token-of-the-operator-0123456789'
    const { app } = await testServer({ auth: { token } })
    const authorization = `Bearer ${token}`
    const answer = await app.inject({ url: '/api/me', headers: { authorization } })
    expect(answer.json()).toMatchObject({ person: { kind: 'program' }, administrator: true })
    for (const other of [`${authorization}x`, authorization.slice(0, -1), 'Bearer ', 'Basic YTpi', token]) {
      const refused = await app.inject({ url: '/api/meetings', headers: { authorization: other } })
      expect(refused.statusCode).toBe(401)
      expect(refused.json()).toMatchObject({ error: { code: 'who-are-you' } })
    }
    expect((await introduce(app, { name: 'Ann' }, { authorization })).status).toBe(403)
  })

  test('[WH3] whoever sees the person behind the token of the settings learns nothing by which it could be tried', async () => {
    const people = ['a-token-of-the-operator-0123456789', 'another-token-of-the-operator-0123'].map(async (token) => {
      const { app } = await testServer({ auth: { token } })
      return (await app.inject({ url: '/api/me', headers: { authorization: `Bearer ${token}` } })).json<object>()
    })
    const [one, other] = await Promise.all(people)
    expect(one).toEqual(other)
  })

  test('[WH7] a browser stays signed in as long as it is used, and not for ever', async () => {
    const store = new MemoryStore()
    const { app, entrance } = await testServer({ store })
    const { cookie, person } = await introduce(app, { name: 'Ann' })
    const headers = sent(cookie as Cookie)
    const [[key]] = [...(await store.register.under('session!'))] as [[string, unknown]]
    const until = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString()
    await store.register.put(new Map([[key, { person: person.id, until: until(300) }]]))
    const answer = await app.inject({ url: '/api/me', headers })
    expect(answer.cookies).toEqual([expect.objectContaining({ value: cookie?.value, maxAge: 400 * 24 * 60 * 60 })])
    expect((await app.inject({ url: '/api/me', headers })).cookies).toEqual([])
    await store.register.put(new Map([[key, { person: person.id, until: until(-1) }]]))
    const late = await app.inject({ url: '/api/me', headers })
    expect(late.json()).toMatchObject({ person: null })
    expect(late.cookies).toEqual([])
    await introduce(app, { name: 'Bob' })
    await entrance.people.forgetOld()
    expect([...(await store.register.under('session!')).keys()]).toEqual([expect.not.stringContaining(key)])
  })

  test('[WH7] also while the disk takes nothing', async () => {
    const { app, store } = await testServer()
    const { cookie, person } = await introduce(app, { name: 'Ann' })
    const [[key]] = [...(await store.register.under('session!'))] as [[string, unknown]]
    const until = new Date(Date.now() + 86_400_000).toISOString()
    await store.register.put(new Map([[key, { person: person.id, until }]]))
    store.fail(1)
    const answer = await app.inject({ url: '/api/me', headers: sent(cookie as Cookie) })
    expect(answer.json()).toMatchObject({ person })
    expect(answer.cookies).toEqual([])
  })
})
