import * as client from 'openid-client'

import { isLoopback } from '../environment.ts'
import { lineIn } from './line.ts'
import { type Flow, type Identity, PATIENCE, redirectUri, type SignInProvider } from './provider.ts'

export interface GithubSettings {
  readonly clientId: string
  readonly clientSecret: string
  /** `https://github.com`, or that of an own GitHub Enterprise. */
  readonly url: string
}

export const GITHUB = 'https://github.com'

const ID = 'github'

/** GitHub, which speaks OAuth 2 and no OpenID Connect: who somebody is, is asked of its API. No right to anything is asked for. */
export class GithubProvider implements SignInProvider {
  readonly id = ID
  readonly name = 'GitHub'
  readonly #issuer: string
  readonly #api: string
  readonly #redirect: string
  readonly #configuration: client.Configuration

  constructor({ clientId, clientSecret, url: github }: GithubSettings, url: string) {
    this.#issuer = github
    this.#api = github === GITHUB ? 'https://api.github.com' : `${github}/api/v3`
    this.#redirect = redirectUri(url, ID)
    this.#configuration = new client.Configuration(
      {
        issuer: github,
        authorization_endpoint: `${github}/login/oauth/authorize`,
        token_endpoint: `${github}/login/oauth/access_token`,
      },
      clientId,
      undefined,
      client.ClientSecretPost(clientSecret),
    )
    this.#configuration.timeout = PATIENCE
    const { protocol, hostname } = new URL(github)
    if (protocol === 'http:' && isLoopback(hostname)) client.allowInsecureRequests(this.#configuration)
  }

  async begin({ state, verifier }: Flow): Promise<URL> {
    return client.buildAuthorizationUrl(this.#configuration, {
      redirect_uri: this.#redirect,
      state,
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    })
  }

  async finish(query: string, { state, verifier }: Flow): Promise<Identity> {
    const address = new URL(`${this.#redirect}${query}`)
    const tokens = await client.authorizationCodeGrant(this.#configuration, address, {
      expectedState: state,
      pkceCodeVerifier: verifier,
    })
    const { id, login, name, company } = await this.#user(tokens.access_token)
    // A company may be named by its own handle there.
    const affiliation = lineIn(company?.replace(/^@/, ''))
    return {
      kind: 'github',
      issuer: this.#issuer,
      subject: String(id),
      name: lineIn(name) ?? login,
      ...(affiliation !== undefined && { affiliation }),
      handle: login,
    }
  }

  async #user(token: string): Promise<User> {
    const answer = await client.fetchProtectedResource(
      this.#configuration,
      token,
      new URL(`${this.#api}/user`),
      'GET',
      null,
      new Headers({ accept: 'application/vnd.github+json', 'user-agent': 'Plenary' }),
    )
    const user: unknown = await answer.json()
    if (!answer.ok || !isUser(user)) throw new Error('GitHub did not say who it is')
    return user
  }
}

interface User {
  readonly id: number
  readonly login: string
  readonly name?: string | null
  readonly company?: string | null
}

function isUser(value: unknown): value is User {
  if (typeof value !== 'object' || value === null) return false
  const { id, login, name = null, company = null } = value as Partial<Record<keyof User, unknown>>
  return (
    Number.isSafeInteger(id) &&
    typeof login === 'string' &&
    /^[a-z\d](?:[a-z\d_-]{0,98})$/i.test(login) &&
    [name, company].every((text) => text === null || typeof text === 'string')
  )
}
