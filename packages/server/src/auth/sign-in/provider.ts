/** Somebody as a provider vouches for them. */
export interface Identity {
  readonly kind: 'openid' | 'github'
  /** Together with the issuer this is theirs for ever; a name, a mail address or a login may be somebody else's tomorrow. */
  readonly issuer: string
  readonly subject: string
  readonly name: string
  /** For whom they are here, where the provider knows it. */
  readonly affiliation?: string
  /** Without `@`. */
  readonly handle?: string
}

/** What one sign-in has to remember between leaving for the provider and coming back. */
export interface Flow {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** A place where people have an account by which they may sign in here. */
export interface SignInProvider {
  readonly id: string
  readonly name: string

  /** The address at the provider at which somebody says yes. */
  begin(flow: Flow): Promise<URL>

  /** Who has come back with this query, which begins with `?`. Rejects where that is not what was begun, or the provider fails. */
  finish(query: string, flow: Flow): Promise<Identity>
}

/** A provider that does not answer is given up after so many seconds. */
export const PATIENCE = 10

/** The address to which a provider sends people back; exactly this one has to be registered there. */
export function redirectUri(url: string, id: string): string {
  return `${url}/api/sign-in/${id}/callback`
}
