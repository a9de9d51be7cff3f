import type { FastifyInstance } from 'fastify'

import type { Tickets } from '../auth/tickets.ts'
import { visitorOf } from '../auth/who.ts'
import { AppError } from '../error.ts'

export interface TicketsOptions {
  readonly tickets: Tickets
}

/** `POST /api/tickets`: for programs whose websockets cannot send a token, `/sync/<id>?ticket=…`. */
export function tickets(app: FastifyInstance, options: TicketsOptions): void {
  app.post('/api/tickets', { config: { asks: 'entry' }, schema: {} }, async (request, reply) => {
    const visitor = visitorOf(request)
    if (visitor.person === null)
      throw new AppError(
        'who-are-you',
        'Say who you are first, by a name or a token: a ticket is for somebody whom the server knows.',
      )
    reply.header('cache-control', 'no-store').code(201)
    return { ticket: options.tickets.issue(visitor) }
  })
}
