import type { FastifyReply, FastifyRequest } from 'fastify'

import { STAY } from './people.ts'

/**
 * Cookies that no script can read, that no other site can use to change anything, and, where the site is https, that no other
 * host can set (`__Host-`, https://www.rfc-editor.org/rfc/rfc6265#section-4.1.1 and its successor's §4.1.3).
 */
export class Cookie {
  readonly #name: string
  readonly #path = '/'
  readonly #isHttps: boolean

  /** `url` is the public address, where the operator has said it. */
  constructor(name: string, url: string | undefined) {
    this.#name = name
    this.#isHttps = url?.startsWith('https:') ?? false
  }

  read(request: FastifyRequest): string | undefined {
    return request.cookies[this.#nameFor(request)]
  }

  /** For so many milliseconds, or as long as browsers keep any. */
  write(request: FastifyRequest, reply: FastifyReply, secret: string, milliseconds = STAY): void {
    reply.setCookie(this.#nameFor(request), secret, {
      ...this.#manner(request),
      maxAge: Math.floor(milliseconds / 1000),
    })
  }

  clear(request: FastifyRequest, reply: FastifyReply): void {
    reply.clearCookie(this.#nameFor(request), this.#manner(request))
  }

  #manner(request: FastifyRequest): { path: string; httpOnly: true; sameSite: 'lax'; secure: boolean } {
    return { path: this.#path, httpOnly: true, sameSite: 'lax', secure: this.#isSecure(request) }
  }

  #nameFor(request: FastifyRequest): string {
    return this.#isSecure(request) ? `__Host-${this.#name}` : this.#name
  }

  #isSecure(request: FastifyRequest): boolean {
    return this.#isHttps || request.protocol === 'https'
  }
}
