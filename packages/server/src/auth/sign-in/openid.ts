import * as client from 'openid-client'

import { isLoopback } from '../environment.ts'
import { lineIn } from './line.ts'
import { type Flow, type Identity, PATIENCE, redirectUri, type SignInProvider } from './provider.ts'

export interface OpenidSettings {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** What people call it. */
  readonly name: string
  /** The claim that says for whom somebody is here: none of the standard ones does. */
  readonly affiliation: string
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
    const isAll = nameIn(claims) !== undefined && this.#affiliationIn(claims) !== undefined
    const more = isAll ? {} : await this.#userInfo(configuration, tokens.access_token, subject)
    const affiliation = this.#affiliationIn(claims) ?? this.#affiliationIn(more)
    return {
      kind: 'openid',
      issuer,
      subject,
      name: nameIn(claims) ?? nameIn(more) ?? 'Somebody',
      ...(affiliation !== undefined && { affiliation }),
    }
  }

  /** Where somebody is of several, the first one. */
  #affiliationIn(claims: Claims): string | undefined {
    const value = claims[this.#settings.affiliation]
    return lineIn(Array.isArray(value) ? value[0] : value)
  }

  async #userInfo(configuration: client.Configuration, token: string, subject: string): Promise<Claims> {
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

type Claims = Readonly<Record<string, unknown>>

/** A name for people; the short one where there is no other. */
function nameIn({ name, preferred_username: username, nickname }: Claims): string | undefined {
  return lineIn(name) ?? lineIn(username) ?? lineIn(nickname)
}
