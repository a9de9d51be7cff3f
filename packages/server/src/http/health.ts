import type { FastifyInstance } from 'fastify'

import type { Rooms } from '../room/rooms.ts'

export interface HealthOptions {
  readonly rooms: Rooms
  /** Whether the server is on its way out. */
  readonly isDraining: () => boolean
}

/** For whoever watches the server: whether it lives, and whether to send people to it. */
export function health(app: FastifyInstance, { rooms, isDraining }: HealthOptions): void {
  app.get('/healthz', { config: { asks: 'nothing' }, schema: {} }, async (_request, reply) =>
    reply.send({ status: 'ok' }),
  )

  app.get('/readyz', { config: { asks: 'nothing' }, schema: {} }, async (_request, reply) => {
    if (isDraining()) return reply.code(503).send({ status: 'stopping' })
    if (!rooms.isHealthy) return reply.code(503).send({ status: 'storage-unavailable' })
    return reply.send({ status: 'ok' })
  })
}
