import { readName } from '@plenary/shared/meeting'
import * as client from 'openid-client'

import { isLoopback } from '../environment.ts'
import { type Flow, type Identity, PATIENCE, redirectUri, type SignInProvider } from './provider.ts'

export interface OpenidSettings {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** What people call it. */
  readonly name: string
}

const ID = 'openid'

/** Any provider of OpenID Connect: the code flow with PKCE, `state` and `nonce`. What it can do is asked when it is first needed. */
export class OpenidProvider implements SignInProvider {
  readonly id = ID
  readonly name: string
  readonly #settings: OpenidSettings
  readonly #redirect: string
  #known: Promise<client.Configuration> | undefined

  constructor(settings: OpenidSettings, url: string) {
    this.name = settings.name
    this.#settings = settings
    this.#redirect = redirectUri(url, ID)
  }

  async begin({ state, nonce, verifier }: Flow): Promise<URL> {
    return client.buildAuthorizationUrl(await this.#configuration(), {
      redirect_uri: this.#redirect,
      scope: 'openid profile',
      state,
      nonce,
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    })
  }

  async finish(query: string, { state, nonce, verifier }: Flow): Promise<Identity> {
    const configuration = await this.#configuration()
    const tokens = await client.authorizationCodeGrant(configuration, new URL(`${this.#redirect}${query}`), {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    })
    const claims = tokens.claims()
    if (claims === undefined) throw new Error('the provider said nothing of who it is')
    const { iss: issuer, sub: subject } = claims
    const name = nameIn(claims) ?? nameIn(await this.#userInfo(configuration, tokens.access_token, subject))
    return { kind: 'openid', issuer, subject, name: name ?? 'Somebody' }
  }

  async #userInfo(
    configuration: client.Configuration,
    token: string,
    subject: string,
  ): Promise<Readonly<Record<string, unknown>>> {
    if (configuration.serverMetadata().userinfo_endpoint === undefined) return {}
    return client.fetchUserInfo(configuration, token, subject)
  }

  /** A provider that cannot be reached is asked again the next time. */
  #configuration(): Promise<client.Configuration> {
    this.#known ??= this.#discover().catch((error: unknown) => {
      this.#known = undefined
      throw error
    })
    return this.#known
  }

  async #discover(): Promise<client.Configuration> {
    const { issuer, clientId, clientSecret } = this.#settings
    const url = new URL(issuer)
    // By http only to this machine: there, nobody listens between.
    const execute = url.protocol === 'http:' && isLoopback(url.hostname) ? [client.allowInsecureRequests] : []
    return client.discovery(url, clientId, undefined, client.ClientSecretBasic(clientSecret), {
      execute,
      timeout: PATIENCE,
    })
  }
}

/** A name for people; the short one where there is no other. */
function nameIn(claims: Readonly<Record<string, unknown>>): string | undefined {
  for (const claim of ['name', 'preferred_username', 'nickname']) {
    const value = claims[claim]
    const name = typeof value === 'string' && value.isWellFormed() ? readName(value) : undefined
    if (name !== undefined) return name
  }
  return undefined
}
