import { SCHEMA_VERSION } from '@plenary/shared/document'
import { isMeetingId } from '@plenary/shared/meeting'
import type { FastifyInstance } from 'fastify'

import { AppError } from '../error.ts'
import type { Lens } from '../markdown/lens.ts'
import { createMeeting, type CreateOptions, toMeeting } from '../meeting/create.ts'
import type { MeetingRecord, Store } from '../store/store.ts'

const TEXT = { type: 'string' } as const

const MEETING = {
  type: 'object',
  properties: {
    id: TEXT,
    title: TEXT,
    createdAt: TEXT,
    updatedAt: TEXT,
    epoch: TEXT,
    base: { type: ['string', 'null'] },
    schema: { type: 'integer' },
  },
} as const

const CREATE = {
  body: {
    type: 'object',
    additionalProperties: false,
    properties: { title: { type: 'string', maxLength: 300 }, markdown: TEXT },
  },
  response: { 201: { type: 'object', properties: { id: TEXT, url: TEXT } } },
} as const

const LIST = {
  response: { 200: { type: 'object', properties: { meetings: { type: 'array', items: MEETING } } } },
} as const

/** JSON escapes may make a text of 2 MiB up to six times as long. */
const BODY_LIMIT = 14 * 1024 * 1024

export interface MeetingsOptions {
  readonly store: Store
  readonly lens: Lens
}

/** The meetings: all, one, and a new one. */
export function meetings(app: FastifyInstance, { store, lens }: MeetingsOptions): void {
  app.post<{ Body: CreateOptions }>(
    '/api/meetings',
    { schema: CREATE, bodyLimit: BODY_LIMIT },
    async (request, reply) => {
      const { id } = await createMeeting(store, lens, request.body)
      const url = `/meetings/${id}`
      return reply.code(201).header('location', url).send({ id, url })
    },
  )

  app.get('/api/meetings', { schema: LIST }, async (_request, reply) => {
    reply.header('cache-control', 'no-store')
    return { meetings: (await store.meetings()).map(toMeeting) }
  })

  app.get<{ Params: { id: string } }>(
    '/api/meetings/:id',
    { schema: { params: ID, response: { 200: MEETING } } },
    async (request, reply) => {
      reply.header('cache-control', 'no-store')
      return { ...toMeeting(await findMeeting(store, request.params.id)), schema: SCHEMA_VERSION }
    },
  )
}

export const ID = { type: 'object', properties: { id: TEXT } } as const

/** The record behind an id from an address. Throws `AppError` where there is none. */
export async function findMeeting(store: Store, id: string): Promise<MeetingRecord> {
  const record = isMeetingId(id) ? await store.meeting(id) : undefined
  if (record === undefined) throw new AppError('not-found', 'There is no such meeting.')
  return record
}
