import { createHash } from 'node:crypto'
import type { RequestListener } from 'node:http'

import { CLIENT, freeAddress, provideAt, type RunningProvider } from './provider.ts'

export interface GithubUser {
  readonly id: number
  readonly login: string
  readonly name: string | null
  readonly company?: string | null
}

/** A double of GitHub, at which this user is signed in and has said yes. */
export async function runGithubDouble(user: GithubUser): Promise<RunningProvider> {
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
  return provideAt(await freeAddress('localhost'), respond)
}
