import { PassThrough } from 'node:stream'

import type { Person } from '@plenary/shared/meeting'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { describe, expect, test, vi } from 'vitest'

import type { Entrance } from '../auth/entrance.ts'
import type { AuthSettings } from '../auth/settings.ts'
import { Flows, ownPath } from '../auth/sign-in/flows.ts'
import { MemoryStore } from '../store/memory.ts'
import { Browser } from '../testing/browser.ts'
import type { FaultyStore } from '../testing/faulty-store.ts'
import type { GithubUser } from '../testing/providers/github.ts'
import { ORGANIZATION } from '../testing/providers/openid.ts'
import { CLIENT, freeAddress, type RunningProvider } from '../testing/providers/provider.ts'
import { agree, githubDouble, openidProvider } from '../testing/providers/within-test.ts'
import { newMeeting, testServer } from '../testing/server.ts'
import { ADMINISTRATOR, asked, TOKEN } from '../testing/visitor.ts'

interface Site {
  readonly app: FastifyInstance
  readonly entrance: Entrance
  readonly store: FaultyStore
  readonly url: string
  /** Everything that was logged. */
  log(): string
}

async function site(
  settings: (url: string) => Promise<Partial<AuthSettings>>,
  kept = new MemoryStore(),
): Promise<Site> {
  const url = await freeAddress()
  const stream = new PassThrough()
  const auth = { access: 'invited', token: TOKEN, url, ...(await settings(url)) } as const
  const { app, entrance, store } = await testServer({ auth, log: stream, store: kept })
  await app.listen({ host: '127.0.0.1', port: Number(new URL(url).port) })
  return { app, entrance, store, url, log: () => String(stream.read() ?? '') }
}

const openidOf = (issuer: string): AuthSettings['openid'] => ({
  ...CLIENT,
  issuer,
  name: 'Example',
  affiliation: 'organization',
})

const withOpenid = (): Promise<Site> =>
  site(async (url) => ({ openid: openidOf((await openidProvider(callbackOf(url))).address) }))

const callbackOf = (url: string): string => `${url}/api/sign-in/openid/callback`

const withGithub = (user: GithubUser, kept?: MemoryStore): Promise<Site> =>
  site(async () => ({ github: { ...CLIENT, url: (await githubDouble(user)).address } }), kept)

const MEETING = `/meetings/${'a'.repeat(26)}`

/** The cookie by which a browser is known that comes back by this address. */
const flowCookieOf = (back: URL): string => `plenary-sign-in-${back.searchParams.get('state')?.slice(0, 12)}`

const ANN: GithubUser = { id: 7, login: 'ann-lee', name: 'Ann Lee' }

async function whoIs(browser: Browser, { url }: Site): Promise<{ person: Person | null; providers: object[] }> {
  return (await (await browser.ask(`${url}/api/me`)).json()) as { person: Person | null; providers: object[] }
}

/** Signs in with the provider and gives the answer of the way back. */
async function signInAs(login: string, browser: Browser, { url }: Site, back = '/'): Promise<Response> {
  const off = await browser.ask(`${url}/api/sign-in/openid?back=${encodeURIComponent(back)}`)
  return browser.ask(await agree(browser, off, login, `${url}/api/sign-in`))
}

async function signInWithGithub(browser: Browser, { url }: Site): Promise<Response> {
  const off = await browser.ask(`${url}/api/sign-in/github`)
  const back = await browser.follow(off, (address) => address.href.startsWith(url))
  if (!(back instanceof URL)) throw new Error(await back.text())
  return browser.ask(back)
}

describe('signing in', () => {
  test('[WH9] with a provider of OpenID Connect makes a person of its name, the same one each time, and in every browser', async () => {
    const here = await withOpenid()
    const browser = new Browser()
    expect(await whoIs(browser, here)).toMatchObject({ person: null, providers: [{ id: 'openid', name: 'Example' }] })
    const answer = await signInAs('ann', browser, here, `/meetings/${'a'.repeat(26)}`)
    expect([answer.status, answer.headers.get('location')]).toEqual([302, `/meetings/${'a'.repeat(26)}`])
    const { person } = await whoIs(browser, here)
    expect(person).toEqual({
      id: person?.id,
      kind: 'openid',
      name: 'ann of the provider',
      affiliation: ORGANIZATION,
    })
    const [other, stranger] = [new Browser(), new Browser()]
    await signInAs('ann', other, here)
    await signInAs('bob', stranger, here)
    expect((await whoIs(other, here)).person).toEqual(person)
    expect((await whoIs(stranger, here)).person?.id).not.toBe(person?.id)
  })

  test('[WH9] with GitHub brings the handle too, and a new name at the next time', async () => {
    const user = { ...ANN }
    const here = await withGithub(user)
    const browser = new Browser()
    expect((await signInWithGithub(browser, here)).headers.get('location')).toBe('/')
    const { person } = await whoIs(browser, here)
    expect(person).toMatchObject({ kind: 'github', name: 'Ann Lee', handle: 'ann-lee' })
    Object.assign(user, { login: 'ann-l', name: null })
    await signInWithGithub(browser, here)
    expect((await whoIs(browser, here)).person).toEqual({
      id: person?.id,
      kind: 'github',
      name: 'ann-l',
      handle: 'ann-l',
    })
    Object.assign(user, { id: 8 })
    await signInWithGithub(browser, here)
    expect((await whoIs(browser, here)).person?.id).not.toBe(person?.id)
  })

  test('[WH9] brings an affiliation where somebody has said none', async () => {
    const user: GithubUser = { ...ANN, company: '@quayside' }
    const here = await withGithub(user)
    const browser = new Browser()
    await signInWithGithub(browser, here)
    expect((await whoIs(browser, here)).person).toMatchObject({ affiliation: 'quayside' })
    const headers = { cookie: browser.cookiesFor(new URL(here.url)) }
    await asked(here.app, 'POST', '/api/me', { body: { name: 'Ann Lee', affiliation: 'W3C' }, headers })
    await signInWithGithub(browser, here)
    expect((await whoIs(browser, here)).person).toMatchObject({ affiliation: 'W3C' })
  })

  test('[WH9] says who somebody is and gives no role; a name that a provider vouches for is changed there', async () => {
    const here = await withGithub(ANN)
    const browser = new Browser()
    await signInWithGithub(browser, here)
    expect((await browser.ask(`${here.url}/api/meetings`)).status).toBe(403)
    const headers = { cookie: browser.cookiesFor(new URL(here.url)) }
    const post = async (body: object): Promise<number> =>
      (await asked(here.app, 'POST', '/api/me', { body, headers })).statusCode
    expect(await post({ name: 'Somebody else' })).toBe(403)
    expect(await post({ name: 'Ann Lee', affiliation: 'W3C' })).toBe(200)
    expect((await whoIs(browser, here)).person).toMatchObject({
      name: 'Ann Lee',
      affiliation: 'W3C',
      handle: 'ann-lee',
    })
  })

  test('[WH10] a guest who signs in stays who they are, with their roles; their earlier cookie is that of nobody', async () => {
    const here = await withGithub(ANN)
    const id = await newMeeting(here.app, {}, ADMINISTRATOR)
    const offer = {
      scope: { of: 'meeting', id },
      meeting: id,
      role: 'chair',
      by: null,
      until: null,
      uses: null,
    } as const
    const made: string[] = []
    const invite = async (): Promise<string> => {
      const invitation = await here.entrance.invitations.make(offer)
      made.push(invitation.id)
      return invitation.token
    }
    const accept = async (browser: Browser): Promise<void> => {
      const body = { token: await invite(), name: 'Ann' }
      const [cookie] = (await asked(here.app, 'POST', '/api/invitations/accept', { body })).cookies
      browser.set(new URL(here.url), cookie?.name ?? '', cookie?.value ?? '')
    }
    const browser = new Browser()
    await accept(browser)
    const guest = (await whoIs(browser, here)).person
    const before = browser.cookiesFor(new URL(here.url))
    await signInWithGithub(browser, here)
    expect((await whoIs(browser, here)).person).toMatchObject({ id: guest?.id, kind: 'github', name: 'Ann Lee' })
    expect((await browser.ask(`${here.url}/api/meetings/${id}/invitations`)).status).toBe(200)
    const old = await asked(here.app, 'GET', '/api/me', { headers: { cookie: before } })
    expect(old.json()).toMatchObject({ person: null })

    const elsewhere = new Browser()
    await accept(elsewhere)
    const other = (await whoIs(elsewhere, here)).person
    await signInWithGithub(elsewhere, here)
    expect((await whoIs(elsewhere, here)).person?.id).toBe(guest?.id)
    expect((await here.store.register.under(`grant!${other?.id}!`)).size).toBe(0)
    expect((await here.store.register.under(`grant!${guest?.id}!`)).size).toBe(2)
    // Revoking takes away what an invitation gave, also from whoever has it now.
    for (const invitation of made) await here.entrance.invitations.revoke(offer.scope, invitation)
    expect((await here.store.register.under(`grant!${guest?.id}!`)).size).toBe(0)
  })

  test('[RL3] what is revoked while its holder signs in is gone, also where it was about to be somebody else’s', async () => {
    const store = new MemoryStore()
    const here = await withGithub(ANN, store)
    await signInWithGithub(new Browser(), here)
    const id = await newMeeting(here.app, {}, ADMINISTRATOR)
    const scope = { of: 'meeting', id } as const
    const invitation = await here.entrance.invitations.make({
      scope,
      meeting: id,
      role: 'chair',
      by: null,
      until: null,
      uses: null,
    })
    const browser = new Browser()
    const body = { token: invitation.token, name: 'Ann' }
    const [cookie] = (await asked(here.app, 'POST', '/api/invitations/accept', { body })).cookies
    browser.set(new URL(here.url), cookie?.name ?? '', cookie?.value ?? '')
    let revoked: Promise<boolean> | undefined
    const put = store.register.put.bind(store.register)
    vi.spyOn(store.register, 'put').mockImplementation(async (changes) => {
      if ([...changes.keys()].some((key) => key.startsWith('identity!'))) {
        revoked = here.entrance.invitations.revoke(scope, invitation.id)
        // As long as a disk may take.
        await new Promise((resolve) => setImmediate(resolve))
      }
      await put(changes)
    })
    await signInWithGithub(browser, here)
    expect(await revoked).toBe(true)
    expect((await store.register.under('grant!')).size).toBe(0)
  })

  test('[WH11] is refused where it comes back with another state, another code, another browser, or twice', async () => {
    const here = await withOpenid()
    const begin = async (browser: Browser): Promise<URL> => {
      const off = await browser.ask(`${here.url}/api/sign-in/openid?back=${MEETING}`)
      return agree(browser, off, 'ann', `${here.url}/api/sign-in`)
    }
    const attempt = async (spoil: (url: URL, browser: Browser) => Browser | void): Promise<string | null> => {
      const browser = new Browser()
      const back = await begin(browser)
      const answer = await (spoil(back, browser) ?? browser).ask(back)
      expect(answer.headers.getSetCookie().filter((cookie) => cookie.startsWith('plenary='))).toEqual([])
      return answer.headers.get('location')
    }
    const stranger = new Browser()
    expect(await attempt((url) => url.searchParams.set('state', 'forged'))).toBe('/#sign-in=over&by=openid')
    expect(await attempt((url) => url.searchParams.delete('state'))).toBe('/#sign-in=over&by=openid')
    expect(await attempt(() => stranger)).toBe('/#sign-in=over&by=openid')
    expect(await attempt((url, browser) => browser.set(url, flowCookieOf(url), 'forged'))).toBe(
      '/#sign-in=over&by=openid',
    )
    expect(await attempt((url) => url.searchParams.set('code', 'forged'))).toBe(`${MEETING}#sign-in=refused&by=openid`)
    expect(await attempt((url) => url.searchParams.set('iss', 'https://evil.example'))).toBe(
      `${MEETING}#sign-in=refused&by=openid`,
    )
    const browser = new Browser()
    const back = await begin(browser)
    const flow = browser.get(back, flowCookieOf(back)) ?? ''
    expect((await browser.ask(back)).headers.get('location')).toBe(MEETING)
    browser.set(back, flowCookieOf(back), flow)
    expect((await browser.ask(back)).headers.get('location')).toBe(`${MEETING}#sign-in=over&by=openid`)
  })

  test('[WH11] is refused with a sentence where a program asks, and the browser keeps no trace of it', async () => {
    const here = await withOpenid()
    const answer = await asked(here.app, 'GET', '/api/sign-in/openid/callback?code=forged&state=forged')
    expect(answer.statusCode).toBe(403)
    expect(answer.json()).toMatchObject({ error: { message: expect.stringContaining('within ten minutes') as string } })
    const browser = new Browser()
    const off = await browser.ask(`${here.url}/api/sign-in/openid`)
    const back = await agree(browser, off, 'ann', `${here.url}/api/sign-in`)
    await browser.ask(back)
    expect(browser.get(back, flowCookieOf(back))).toBeUndefined()
  })

  test('[WH11] two windows of one browser may sign in at once, each back to its own meeting', async () => {
    const here = await withOpenid()
    const browser = new Browser()
    const other = `/meetings/${'b'.repeat(26)}`
    const offs = [MEETING, other].map((back) => browser.ask(`${here.url}/api/sign-in/openid?back=${back}`))
    const ways: URL[] = []
    for (const off of offs) ways.push(await agree(browser, await off, 'ann', `${here.url}/api/sign-in`))
    const answers = [await browser.ask(ways[0] ?? ''), await browser.ask(ways[1] ?? '')]
    expect(answers.map(({ headers }) => headers.get('location'))).toEqual([MEETING, other])
  })

  test('[WH2] the cookie that binds it to its browser is as far out of reach, and they do not become many', async () => {
    const github = { ...CLIENT, url: 'https://github.com' }
    const { app } = await testServer({ auth: { url: 'https://notes.example.org', github } })
    const kept = new Map<string, string>()
    for (let attempt = 0; attempt < 12; attempt++) {
      const cookie = [...kept].map((pair) => pair.join('=')).join('; ')
      const { cookies } = await asked(app, 'GET', '/api/sign-in/github', { headers: { cookie } })
      for (const { name, value } of cookies) {
        if (value === '') kept.delete(name)
        else kept.set(name, value)
      }
      expect(cookies.at(-1)).toMatchObject({
        name: expect.stringMatching(/^__Host-plenary-sign-in-/) as string,
        secure: true,
        httpOnly: true,
        sameSite: 'Lax',
        path: '/',
      })
      expect(kept.size).toBeLessThanOrEqual(5)
    }
  })

  test.each(['cross-site', 'same-site'])('[HT9] is not begun by a page of another site (%s)', async (site) => {
    const { app } = await withGithub(ANN)
    const url = `/api/sign-in/github?back=${MEETING}`
    const begin = (from: string): Promise<LightMyRequestResponse> =>
      asked(app, 'GET', url, { headers: { 'sec-fetch-site': from } })
    const answer = await begin(site)
    expect([answer.statusCode, answer.headers.location, answer.cookies]).toEqual([302, MEETING, []])
    expect((await begin('same-origin')).headers.location).toContain('/login/oauth/authorize')
  })

  test('[WH11] is refused with the answer to the question of somebody else: a code, or a nonce', async () => {
    const here = await withOpenid()
    const [ann, mallory] = [new Browser(), new Browser()]
    const begin = async (browser: Browser, login: string): Promise<URL> => {
      const off = await browser.ask(`${here.url}/api/sign-in/openid`)
      return agree(browser, off, login, `${here.url}/api/sign-in`)
    }
    const [ofAnn, ofMallory] = [await begin(ann, 'ann'), await begin(mallory, 'mallory')]
    const swapped = new URL(ofAnn)
    swapped.searchParams.set('code', ofMallory.searchParams.get('code') ?? '')
    expect((await ann.ask(swapped)).headers.get('location')).toBe('/#sign-in=refused&by=openid')
    expect((await whoIs(ann, here)).person).toBeNull()
    const off = new URL((await mallory.ask(`${here.url}/api/sign-in/openid`)).headers.get('location') ?? '')
    expect(Object.fromEntries(off.searchParams)).toMatchObject({ code_challenge_method: 'S256', response_type: 'code' })
    off.searchParams.set('nonce', 'forged')
    const back = await agree(mallory, await mallory.ask(off), 'mallory', `${here.url}/api/sign-in`)
    expect((await mallory.ask(back)).headers.get('location')).toBe('/#sign-in=refused&by=openid')
    expect((await whoIs(mallory, here)).person).toBeNull()
  })

  test.each([
    '//evil.example',
    'https://evil.example',
    '/\\evil.example',
    '/%2f/evil.example',
    'javascript:alert(1)',
    '/meetings/../api/me',
    '/api/sign-in/openid',
    '/meetings/x',
    '/\n/evil.example',
  ])('[WH12] leads back to the page and never to %j', async (back) => {
    const here = await withGithub(ANN)
    const browser = new Browser()
    const off = await browser.ask(`${here.url}/api/sign-in/github?back=${encodeURIComponent(back)}`)
    const way = await browser.follow(off, (address) => address.href.startsWith(here.url))
    expect((await browser.ask(way as URL)).headers.get('location')).toBe('/')
  })

  test('[WH12] leads back to every address of the page', () => {
    const meeting = `/meetings/${'a'.repeat(26)}`
    for (const path of ['/', '/invitation', meeting, `${meeting}/projector`]) expect(ownPath(path)).toBe(path)
  })

  test('[WH13] what goes wrong at a provider leads back with a word that the page knows, and no secret gets into the log', async () => {
    const here = await site(async () => ({
      openid: openidOf(await freeAddress()),
      github: { ...CLIENT, clientSecret: 'a-wrong-secret-xyzzy', url: (await githubDouble(ANN)).address },
    }))
    const browser = new Browser()
    const unreachable = await browser.ask(`${here.url}/api/sign-in/openid?back=${MEETING}`)
    expect(unreachable.headers.get('location')).toBe(`${MEETING}#sign-in=unreachable&by=openid`)
    const wrong = await signInWithGithub(browser, here)
    expect(wrong.headers.get('location')).toBe('/#sign-in=refused&by=github')
    expect((await browser.ask(`${here.url}/api/sign-in/nobody`)).status).toBe(404)
    const log = here.log()
    expect(log.match(/somebody could not sign in/g)).toHaveLength(2)
    for (const secret of [CLIENT.clientSecret, 'xyzzy', 'code0', 'gho_double']) expect(log).not.toContain(secret)
  })

  test('[WH13] so does a provider that fails while somebody is there, and whoever thinks better of it', async () => {
    let provider: RunningProvider | undefined
    const here = await site(async (url) => {
      provider = await openidProvider(callbackOf(url))
      return { openid: openidOf(provider.address) }
    })
    const browser = new Browser()
    const begin = (): Promise<Response> => browser.ask(`${here.url}/api/sign-in/openid?back=${MEETING}`)
    const asking = await browser.follow(await begin())
    if (asking instanceof URL) throw new Error('the provider asks nothing')
    const way = await browser.follow(await browser.ask(`${asking.url}/abort`), ({ href }) => href.startsWith(here.url))
    expect((await browser.ask(way as URL)).headers.get('location')).toBe(`${MEETING}#sign-in=cancelled&by=openid`)
    expect(here.log()).toBe('')
    const back = await agree(browser, await begin(), 'ann', `${here.url}/api/sign-in`)
    await provider?.close()
    expect((await browser.ask(back)).headers.get('location')).toBe(`${MEETING}#sign-in=unreachable&by=openid`)
    expect((await whoIs(browser, here)).person).toBeNull()
  })

  test('[WH13] so does a full disk', async () => {
    const here = await withGithub(ANN)
    const browser = new Browser()
    here.store.fail(1)
    expect((await signInWithGithub(browser, here)).headers.get('location')).toBe('/#sign-in=storage&by=github')
    expect((await whoIs(browser, here)).person).toBeNull()
  })

  test('[WH13] so does a crowd from one address', async () => {
    const github = { ...CLIENT, url: 'http://localhost:1' }
    const { app } = await testServer({ auth: { url: 'http://127.0.0.1:1', github }, proxies: ['loopback'] })
    const begin = async (): Promise<string | undefined> => {
      const headers = { accept: 'text/html', 'x-forwarded-for': '192.0.2.1' }
      return (await asked(app, 'GET', `/api/sign-in/github?back=${MEETING}`, { headers })).headers.location
    }
    const led: (string | undefined)[] = []
    for (let attempt = 0; attempt < 320; attempt++) led.push(await begin())
    expect(led.at(299)).toContain('/login/oauth/authorize')
    expect(led.at(-1)).toBe(`${MEETING}#sign-in=crowded&by=github`)
  })

  test('[WH11] a sign-in has ten minutes, and others can end none but the oldest of very many', () => {
    let now = 0
    const flows = new Flows(() => now)
    const [one, other] = [flows.begin('github', '/'), flows.begin('github', '/')]
    now = 10 * 60 * 1000 - 1
    expect(flows.take('openid', one.secret)).toBeUndefined()
    expect(flows.take('github', one.secret)).toBeUndefined()
    now++
    expect(flows.take('github', other.secret)).toBeUndefined()
    const many = Array.from({ length: 1_100 }, () => flows.begin('github', '/').secret)
    expect(many.filter((secret) => flows.take('github', secret) !== undefined)).toHaveLength(1_000)
  })
})
