import { PassThrough } from 'node:stream'

import type { Person } from '@plenary/shared/meeting'
import type { FastifyInstance } from 'fastify'

import type { Entrance } from '../auth/entrance.ts'
import type { AuthSettings } from '../auth/settings.ts'
import { MemoryStore } from '../store/memory.ts'
import type { Browser } from './browser.ts'
import type { FaultyStore } from './faulty-store.ts'
import type { GithubUser } from './providers/github.ts'
import { CLIENT, freeAddress } from './providers/provider.ts'
import { agree, githubDouble, openidProvider } from './providers/within-test.ts'
import { testServer } from './server.ts'
import { TOKEN } from './visitor.ts'

/** A server on a port, at which people sign in with a provider. */
interface Site {
  readonly app: FastifyInstance
  readonly entrance: Entrance
  readonly store: FaultyStore
  readonly url: string
  /** Everything that was logged. */
  log(): string
}

export async function site(
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

export const openidOf = (issuer: string): AuthSettings['openid'] => ({
  ...CLIENT,
  issuer,
  name: 'Example',
  affiliation: 'organization',
})

export const withOpenid = (): Promise<Site> =>
  site(async (url) => ({ openid: openidOf((await openidProvider(callbackOf(url))).address) }))

export const callbackOf = (url: string): string => `${url}/api/sign-in/openid/callback`

export const withGithub = (user: GithubUser, kept?: MemoryStore): Promise<Site> =>
  site(async () => ({ github: { ...CLIENT, url: (await githubDouble(user)).address } }), kept)

/** The address of a meeting. */
export const MEETING = `/meetings/${'a'.repeat(26)}`

export const ANN: GithubUser = { id: 7, login: 'ann-lee', name: 'Ann Lee' }

export async function whoIs(browser: Browser, { url }: Site): Promise<{ person: Person | null; providers: object[] }> {
  return (await (await browser.ask(`${url}/api/me`)).json()) as { person: Person | null; providers: object[] }
}

/** Signs in with the provider and gives the answer of the way back. */
export async function signInAs(login: string, browser: Browser, { url }: Site, back = '/'): Promise<Response> {
  const off = await browser.ask(`${url}/api/sign-in/openid?back=${encodeURIComponent(back)}`)
  return browser.ask(await agree(browser, off, login, `${url}/api/sign-in`))
}

export async function signInWithGithub(browser: Browser, { url }: Site): Promise<Response> {
  const off = await browser.ask(`${url}/api/sign-in/github`)
  const back = await browser.follow(off, (address) => address.href.startsWith(url))
  if (!(back instanceof URL)) throw new Error(await back.text())
  return browser.ask(back)
}
