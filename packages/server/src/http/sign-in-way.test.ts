import type { LightMyRequestResponse } from 'fastify'
import { describe, expect, test } from 'vitest'

import { Browser } from '../testing/browser.ts'
import { CLIENT, freeAddress, type RunningProvider } from '../testing/providers/provider.ts'
import { agree, githubDouble, openidProvider } from '../testing/providers/within-test.ts'
import { testServer } from '../testing/server.ts'
import {
  ANN,
  callbackOf,
  MEETING,
  openidOf,
  signInWithGithub,
  site,
  whoIs,
  withGithub,
  withOpenid,
} from '../testing/sign-in-site.ts'
import { asked } from '../testing/visitor.ts'

/** The cookie by which a browser is known that comes back by this address. */
const flowCookieOf = (back: URL): string => `plenary-sign-in-${back.searchParams.get('state')?.slice(0, 12)}`

describe('the way to a provider and back', () => {
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
})
