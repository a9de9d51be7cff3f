import type { LedgerState } from '@plenary/shared/ledger'
import type { FastifyInstance } from 'fastify'

import type { Rooms } from '../room/rooms.ts'
import type { Store } from '../store/store.ts'
import { findMeeting, ID } from './meetings.ts'

const RECORD = {
  params: ID,
  querystring: { type: 'object', properties: { entries: { enum: ['true', 'false'] } } },
} as const

export interface RecordOptions {
  readonly store: Store
  readonly rooms: Rooms
}

/** What the server vouches for in a meeting: what its ledger comes to, and every entry of it for who asks. */
export function record(app: FastifyInstance, { store, rooms }: RecordOptions): void {
  app.get<{ Params: { id: string }; Querystring: { entries?: 'true' | 'false' } }>(
    '/api/meetings/:id/record',
    { config: { asks: 'read' }, schema: RECORD },
    async (request, reply) => {
      const { id } = await findMeeting(store, request.params.id)
      const { state, entries } = await rooms.book(id)
      const body = { ...state, ...(request.query.entries === 'true' && { entries }) }
      return reply.header('cache-control', 'no-store').type('application/json; charset=utf-8').send(json(body))
    },
  )
}

/** People by their id, and sets as lists. */
function json(body: LedgerState): string {
  return JSON.stringify(body, (_name, value: unknown) => {
    if (value instanceof Map) return Object.fromEntries(value) as unknown
    return value instanceof Set ? [...value] : value
  })
}
