import { PassThrough } from 'node:stream'

import type { Person } from '@plenary/shared/meeting'
import type { FastifyInstance } from 'fastify'
import { describe, expect, test } from 'vitest'

import type { Entrance } from '../auth/entrance.ts'
import type { AuthSettings } from '../auth/settings.ts'
import { Flows, ownPath } from '../auth/sign-in/flows.ts'
import { MemoryStore } from '../store/memory.ts'
import { Browser } from '../testing/browser.ts'
import { agree, CLIENT, freeAddress, githubDouble, type GithubUser, openidProvider } from '../testing/providers.ts'
import { newMeeting, testServer } from '../testing/server.ts'
import { ADMINISTRATOR, asked, TOKEN } from '../testing/visitor.ts'

interface Site {
  readonly app: FastifyInstance
  readonly entrance: Entrance
  readonly store: MemoryStore
  readonly url: string
  /** Everything that was logged. */
  log(): string
}

async function site(settings: (url: string) => Promise<Partial<AuthSettings>>): Promise<Site> {
  const url = await freeAddress()
  const stream = new PassThrough()
  const store = new MemoryStore()
  const auth = { access: 'invited', token: TOKEN, url, ...(await settings(url)) } as const
  const { app, entrance } = await testServer({ auth, log: stream, store })
  await app.listen({ host: '127.0.0.1', port: Number(new URL(url).port) })
  return { app, entrance, store, url, log: () => String(stream.read() ?? '') }
}

const withOpenid = (): Promise<Site> =>
  site(async (url) => {
    const issuer = await openidProvider(`${url}/api/sign-in/openid/callback`)
    return { openid: { ...CLIENT, issuer, name: 'Example' } }
  })

const withGithub = (user: GithubUser): Promise<Site> =>
  site(async () => ({ github: { ...CLIENT, url: await githubDouble(user) } }))

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
    expect(person).toEqual({ id: person?.id, kind: 'openid', name: 'ann of the provider' })
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

  test('[WH11] is refused where it comes back with another state, another code, another browser, or twice', async () => {
    const here = await withOpenid()
    const attempt = async (spoil: (url: URL, browser: Browser) => Browser | void): Promise<Response> => {
      const browser = new Browser()
      const off = await browser.ask(`${here.url}/api/sign-in/openid`)
      const back = await agree(browser, off, 'ann', `${here.url}/api/sign-in`)
      return (spoil(back, browser) ?? browser).ask(back)
    }
    const refused = [
      await attempt((url) => url.searchParams.set('state', 'forged')),
      await attempt((url) => url.searchParams.delete('state')),
      await attempt((url) => url.searchParams.set('code', 'forged')),
      await attempt((url) => url.searchParams.set('iss', 'https://evil.example')),
      await attempt(() => new Browser()),
      await attempt((_, browser) => browser.set(new URL(here.url), 'plenary-sign-in', 'forged')),
    ]
    for (const answer of refused) {
      expect(answer.status).toBe(403)
      expect(answer.headers.get('content-type')).toContain('text/plain')
      expect(answer.headers.getSetCookie().filter((cookie) => cookie.startsWith('plenary='))).toEqual([])
    }
    const browser = new Browser()
    const off = await browser.ask(`${here.url}/api/sign-in/openid`)
    const flow = browser.cookiesFor(new URL(here.url)).split('=')[1] ?? ''
    const back = await agree(browser, off, 'ann', `${here.url}/api/sign-in`)
    expect((await browser.ask(back)).status).toBe(302)
    browser.set(new URL(here.url), 'plenary-sign-in', flow)
    expect((await browser.ask(back)).status).toBe(403)
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
    expect((await ann.ask(swapped)).status).toBe(403)
    expect((await whoIs(ann, here)).person).toBeNull()
    const off = new URL((await mallory.ask(`${here.url}/api/sign-in/openid`)).headers.get('location') ?? '')
    expect(Object.fromEntries(off.searchParams)).toMatchObject({ code_challenge_method: 'S256', response_type: 'code' })
    off.searchParams.set('nonce', 'forged')
    const back = await agree(mallory, await mallory.ask(off), 'mallory', `${here.url}/api/sign-in`)
    expect((await mallory.ask(back)).status).toBe(403)
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

  test('[WH13] what a provider does wrong is one sentence, and no secret gets into the log', async () => {
    const nobody = await freeAddress()
    const here = await site(async () => ({
      openid: { ...CLIENT, issuer: nobody, name: 'Example' },
      github: { ...CLIENT, clientSecret: 'a-wrong-secret-xyzzy', url: await githubDouble(ANN) },
    }))
    const browser = new Browser()
    const unreachable = await browser.ask(`${here.url}/api/sign-in/openid`)
    expect([unreachable.status, await unreachable.text()]).toEqual([
      403,
      expect.stringMatching(/^Signing in with Example [^\n]+\n$/),
    ])
    const wrong = await signInWithGithub(browser, here)
    expect([wrong.status, await wrong.text()]).toEqual([
      403,
      expect.stringMatching(/^Signing in with GitHub [^\n]+\n$/),
    ])
    expect((await browser.ask(`${here.url}/api/sign-in/nobody`)).status).toBe(404)
    const log = here.log()
    expect(log.match(/somebody could not sign in/g)).toHaveLength(2)
    for (const secret of [CLIENT.clientSecret, 'xyzzy', 'code0', 'gho_double']) expect(log).not.toContain(secret)
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
