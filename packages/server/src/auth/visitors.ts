import type { Person } from '@plenary/shared/meeting'
import type { FastifyInstance, FastifyRequest } from 'fastify'

import { AppError } from '../error.ts'
import type { Cookie } from './cookie.ts'
import type { People } from './people.ts'
import { hashOf, isSameSecret } from './secret.ts'
import type { Tickets } from './tickets.ts'
import { NOBODY, type Visitor } from './who.ts'

export interface VisitorsOptions {
  readonly people: People
  readonly cookie: Cookie
  readonly tickets: Tickets
  /** The administrator's own token, from the settings. */
  readonly token: string | undefined
}

/** Finds out who asks: by the token in `Authorization`, by a ticket where a websocket is asked for, else by the cookie. */
export class Visitors {
  readonly #options: VisitorsOptions
  readonly #operator: Visitor | undefined

  constructor(options: VisitorsOptions) {
    this.#options = options
    this.#operator = options.token === undefined ? undefined : operatorWith(options.token)
  }

  /** Throws `AppError` where a token is none of ours; an old cookie is no mistake of anybody. */
  async of(request: FastifyRequest): Promise<Visitor> {
    const { authorization } = request.headers
    if (authorization !== undefined) return this.#byToken(authorization)
    const ticket = ticketOf(request)
    if (ticket !== undefined) return this.#byTicket(ticket)
    const secret = this.#options.cookie.read(request)
    const person = secret === undefined ? undefined : await this.#options.people.bySession(secret)
    return secret === undefined || person === undefined ? NOBODY : this.#visitor(person, hashOf(secret))
  }

  /** The same visitor as they are known now: nobody, where the secret by which they were known is worth nothing any more. */
  async again(visitor: Visitor): Promise<Visitor> {
    if (visitor.person === null || visitor.credential === null || visitor === this.#operator) return visitor
    const { people } = this.#options
    const person = await people.byCredential(visitor.credential)
    return person === undefined ? NOBODY : this.#visitor(person, visitor.credential)
  }

  async #byToken(authorization: string): Promise<Visitor> {
    const [, token] = /^Bearer ([\w.~+/=-]{1,500})$/i.exec(authorization) ?? []
    if (token !== undefined) {
      if (this.#options.token !== undefined && isSameSecret(token, this.#options.token)) return this.#operator ?? NOBODY
      const person = await this.#options.people.byToken(token)
      if (person !== undefined) return this.#visitor(person, hashOf(token))
    }
    throw new AppError(
      'who-are-you',
      'This token is none of this server, or was revoked. Ask its operator for another one.',
    )
  }

  /** What they may counts as of now: much can have been revoked since they got the ticket. */
  async #byTicket(ticket: string): Promise<Visitor> {
    const issued = this.#options.tickets.redeem(ticket)
    const visitor = issued === undefined ? NOBODY : await this.again(issued)
    if (visitor.person === null) {
      throw new AppError('who-are-you', 'This ticket was used, or is too old; ask for a new one.')
    }
    return visitor
  }

  async #visitor(person: Person, credential: string): Promise<Visitor> {
    return { person, credential, grants: await this.#options.people.grants(person.id) }
  }
}

function ticketOf({ headers, query }: FastifyRequest): string | undefined {
  if (headers.upgrade === undefined || typeof query !== 'object' || query === null || !('ticket' in query))
    return undefined
  return String(query.ticket)
}

/** Gives every request its visitor, before anything else looks at it. */
export function knowVisitors(app: FastifyInstance, visitors: Pick<Visitors, 'of'>): void {
  app.decorateRequest('visitor', null)
  app.addHook('onRequest', async (request) => {
    request.visitor = await visitors.of(request)
  })
}

/** Everybody in a meeting learns the ids of the others: one made from the token would let them try what it may be. */
const OPERATOR: Person = { id: 'operator'.padEnd(26, '0'), kind: 'program', name: 'Administrator' }

/** Whoever has the token of the settings, whichever that is. */
function operatorWith(token: string): Visitor {
  return { person: OPERATOR, grants: [{ scope: { of: 'server' }, role: 'chair' }], credential: hashOf(token) }
}
