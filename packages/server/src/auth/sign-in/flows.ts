import * as client from 'openid-client'

import { hashOf, newSecret } from '../secret.ts'
import type { Flow } from './provider.ts'

/** A sign-in that was begun in one browser. */
export interface Begun extends Flow {
  readonly provider: string
  /** Whereto the browser goes in the end: an address of ours, see `ownPath`. */
  readonly back: string
}

/** So long somebody may take at the provider, in milliseconds. */
const FLOW_LIFETIME = 10 * 60 * 1000

const MOST = 1_000

/**
 * The sign-ins that are under way, each bound to the browser that began it by a secret in a cookie of its own, and good for one
 * return. They are in memory alone: whoever is at a provider while the server restarts begins again.
 */
export class Flows {
  readonly #flows = new Map<string, { readonly begun: Begun; readonly until: number }>()
  readonly #now: () => number

  constructor(now: () => number = Date.now) {
    this.#now = now
  }

  begin(provider: string, back: string): { readonly begun: Begun; readonly secret: string } {
    const begun: Begun = {
      provider,
      back,
      state: client.randomState(),
      nonce: client.randomNonce(),
      verifier: client.randomPKCECodeVerifier(),
    }
    const secret = newSecret()
    this.#tidy()
    this.#flows.set(hashOf(secret), { begun, until: this.#now() + FLOW_LIFETIME })
    return { begun, secret }
  }

  /** What was begun with this provider by the browser with this secret; once. */
  take(provider: string, secret: string): Begun | undefined {
    const hash = hashOf(secret)
    const flow = this.#flows.get(hash)
    this.#flows.delete(hash)
    return flow !== undefined && flow.until > this.#now() && flow.begun.provider === provider ? flow.begun : undefined
  }

  #tidy(): void {
    const now = this.#now()
    for (const [hash, { until }] of this.#flows) {
      if (until > now && this.#flows.size < MOST) return
      this.#flows.delete(hash)
    }
  }
}

/** The list of meetings. */
export const HOME = '/'

/** An address of the page itself; the list of meetings for everything else. */
export function ownPath(text: string | undefined): string {
  return text !== undefined && /^\/(?:invitation|meetings\/[a-z0-9]{26}(?:\/projector)?)?$/.test(text) ? text : HOME
}
