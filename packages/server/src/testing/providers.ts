import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'

import { Provider } from 'oidc-provider'
import { onTestFinished, vi } from 'vitest'

import type { Browser } from './browser.ts'

export const CLIENT = { clientId: 'plenary', clientSecret: 'the-secret-of-the-client' } as const

/** An address of this machine at which nobody listens, yet. */
export async function freeAddress(): Promise<string> {
  const server = createServer()
  const address = await open(server, 0)
  server.close()
  await once(server, 'close')
  return address
}

/** A real provider of OpenID Connect, at which everybody has an account; ends with the test. Gives its address. */
export async function openidProvider(redirectUri: string): Promise<string> {
  const issuer = await freeAddress()
  // It says at length that it is not set up for production.
  for (const way of ['info', 'warn'] as const) vi.spyOn(console, way).mockImplementation(() => {})
  onTestFinished(() => void vi.restoreAllMocks())
  const provider = new Provider(issuer, {
    clients: [{ client_id: CLIENT.clientId, client_secret: CLIENT.clientSecret, redirect_uris: [redirectUri] }],
    pkce: { required: () => true },
    claims: { profile: ['name'] },
    cookies: { keys: ['of tests'] },
    findAccount: (_context: unknown, id: string) => ({
      accountId: id,
      claims: async () => ({ sub: id, name: `${id} of the provider` }),
    }),
  })
  await listening(provider.callback(), issuer)
  return issuer
}

/** Somebody signs in at that provider and says yes; gives the address to which it then sends them. */
export async function agree(browser: Browser, answer: Response, login: string, back: string): Promise<URL> {
  const isBack = (url: URL): boolean => url.href.startsWith(back)
  let now = await browser.follow(answer, isBack)
  for (const form of [{ prompt: 'login', login, password: 'any' }, { prompt: 'consent' }]) {
    if (now instanceof URL) return now
    now = await browser.follow(await browser.ask(now.url, form), isBack)
  }
  if (now instanceof URL) return now
  throw new Error(await now.text())
}

export interface GithubUser {
  readonly id: number
  readonly login: string
  readonly name: string | null
}

/** A double of GitHub, at which this user is signed in and has said yes; ends with the test. Gives its address. */
export async function githubDouble(user: GithubUser): Promise<string> {
  const challenges = new Map<string, string>()
  const respond: RequestListener = (request, response) => {
    const url = new URL(request.url ?? '', 'http://double')
    const json = (body: object): void => {
      response.setHeader('content-type', 'application/json').end(JSON.stringify(body))
    }
    if (url.pathname === '/login/oauth/authorize') {
      const code = `code${challenges.size}`
      challenges.set(code, url.searchParams.get('code_challenge') ?? '')
      const back = new URL(url.searchParams.get('redirect_uri') ?? '')
      back.search = String(new URLSearchParams({ code, state: url.searchParams.get('state') ?? '' }))
      response.writeHead(302, { location: back.href }).end()
    } else if (url.pathname === '/login/oauth/access_token') {
      request.setEncoding('utf8').on('data', (body: string) => {
        const form = new URLSearchParams(body)
        const challenge = createHash('sha256')
          .update(form.get('code_verifier') ?? '')
          .digest('base64url')
        const isRight =
          form.get('client_id') === CLIENT.clientId &&
          form.get('client_secret') === CLIENT.clientSecret &&
          challenges.get(form.get('code') ?? '') === challenge
        // GitHub says also with 200 that something is wrong.
        json(
          isRight
            ? { access_token: 'gho_double', token_type: 'bearer', scope: '' }
            : { error: 'bad_verification_code' },
        )
      })
    } else if (url.pathname === '/api/v3/user' && request.headers.authorization === 'Bearer gho_double') {
      json(user)
    } else response.writeHead(404).end()
  }
  return listening(respond, await freeAddress())
}

async function listening(listener: RequestListener, address: string): Promise<string> {
  const server = createServer(listener)
  onTestFinished(() => void server.close())
  return open(server, Number(new URL(address).port))
}

async function open(server: Server, port: number): Promise<string> {
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : port}`
}
