import type { FastifyReply, FastifyRequest } from 'fastify'

import { Cookie } from '../cookie.ts'
import { type Begun, HOME, ownPath } from './flows.ts'

/** So long a browser remembers whereto a sign-in was to lead, in milliseconds; that is longer than it may take. */
const MEMORY = 60 * 60 * 1000

/** A browser keeps no more of them: what it sends with each request must not grow too long for a server. */
const MOST = 5

const NAME = 'plenary-sign-in-'
const NAMES = /plenary-sign-in-([\w-]{12})$/
const STATE = /^[\w-]{20,200}$/
const SECRET = /^[\w-]{43}/

/** What came back of a sign-in that this browser has begun, if it has. */
export interface Taken {
  readonly secret: string | undefined
  readonly back: string
}

/**
 * Binds a sign-in to the browser that began it. Each has a cookie of its own, so that two windows can sign in at once, and whoever
 * comes back too late, or to a server that was restarted meanwhile, still ends where they began.
 */
export class FlowCookie {
  readonly #url: string | undefined

  constructor(url: string | undefined) {
    this.#url = url
  }

  write(request: FastifyRequest, reply: FastifyReply, { state, back }: Begun, secret: string): void {
    const before = Object.keys(request.cookies).flatMap((name) => NAMES.exec(name)?.[1] ?? [])
    // Whoever begins so often has left the others.
    if (before.length >= MOST) for (const other of before) this.#of(other).clear(request, reply)
    this.#of(state).write(request, reply, secret + back, MEMORY)
  }

  /** Reads it and takes it away: it is of no use a second time. */
  take(request: FastifyRequest, reply: FastifyReply, state: string | undefined): Taken {
    if (state === undefined || !STATE.test(state)) return { secret: undefined, back: HOME }
    const cookie = this.#of(state)
    const kept = cookie.read(request)
    if (kept === undefined) return { secret: undefined, back: HOME }
    cookie.clear(request, reply)
    const [secret] = SECRET.exec(kept) ?? []
    return { secret, back: ownPath(kept.slice(secret?.length ?? 0)) }
  }

  #of(state: string): Cookie {
    return new Cookie(NAME + state.slice(0, 12), this.#url)
  }
}
