import { SCHEMA_VERSION } from '@plenary/shared/document'
import { isMeetingId } from '@plenary/shared/meeting'
import type { Structure } from '@plenary/shared/structure'
import type { FastifyInstance } from 'fastify'

import { AppError } from '../error.ts'
import type { Addresses } from '../limit/addresses.ts'
import { SENTENCES } from '../limit/limits.ts'
import { type Lens, LensError } from '../markdown/lens.ts'
import { createMeeting, type CreateOptions, toMeeting } from '../meeting/create.ts'
import { Structures } from '../meeting/structures.ts'
import { chosenStyle } from '../meeting/style.ts'
import type { Rooms } from '../room/rooms.ts'
import type { MeetingRecord, Store } from '../store/store.ts'
import { $defs, properties } from './meeting-schema.ts'
import { styleChoice } from './style-choice.ts'

const TEXT = { type: 'string' } as const

export const ID = { type: 'object', properties: { id: TEXT } } as const

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

/** One meeting: what the list shows of it, and all that its minutes say. */
const WHOLE = {
  params: ID,
  querystring: { type: 'object', properties: { structure: { enum: ['true', 'false'] } } },
  response: { 200: { type: 'object', properties: { ...properties, ...MEETING.properties }, $defs } },
} as const

const CREATE = {
  body: {
    type: 'object',
    additionalProperties: false,
    properties: {
      title: { type: 'string', maxLength: 300 },
      markdown: TEXT,
      // What it may be takes more than a schema to say well.
      style: {},
      date: { type: 'string', pattern: String.raw`^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$` },
      time: { type: 'string', pattern: String.raw`^\d\d:\d\d(?:-\d\d:\d\d)?$` },
    },
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
  readonly rooms: Rooms
  readonly addresses: Addresses
}

/** The meetings: all, one, and a new one. */
export function meetings(app: FastifyInstance, { store, lens, rooms, addresses }: MeetingsOptions): void {
  const structures = new Structures({ store, lens, rooms })

  app.post<{ Body: Omit<CreateOptions, 'style'> & { readonly style?: unknown } }>(
    '/api/meetings',
    { schema: CREATE, bodyLimit: BODY_LIMIT },
    async (request, reply) => {
      if (!addresses.mayCreate(request.ip)) throw new AppError('too-many', SENTENCES.tooManyMeetings)
      const { style: asked, ...options } = request.body
      const style = asked === undefined ? undefined : await chosenStyle(store, lens, styleChoice(request, asked))
      const { id } = await createMeeting(store, lens, { ...options, ...(style && { style }) })
      const url = `/meetings/${id}`
      return reply.code(201).header('location', url).send({ id, url })
    },
  )

  app.get('/api/meetings', { schema: LIST }, async (_request, reply) => {
    reply.header('cache-control', 'no-store')
    return { meetings: (await store.meetings()).map(toMeeting) }
  })

  app.get<{ Params: { id: string }; Querystring: { structure?: 'true' | 'false' } }>(
    '/api/meetings/:id',
    { schema: WHOLE },
    async (request, reply) => {
      reply.header('cache-control', 'no-store')
      const record = await findMeeting(store, request.params.id)
      const meeting = { ...toMeeting(record), schema: SCHEMA_VERSION }
      if (request.query.structure === 'false') return meeting
      return { ...meeting, ...(await structureOf(record)) }
    },
  )

  async function structureOf(record: MeetingRecord): Promise<Structure | undefined> {
    try {
      return await structures.of(record)
    } catch (error) {
      if (!(error instanceof LensError)) throw error
      throw new AppError('internal', `The minutes could not be read: ${error.message}.`, { cause: error })
    }
  }
}

/** The record behind an id from an address. Throws `AppError` where there is none. */
export async function findMeeting(store: Store, id: string): Promise<MeetingRecord> {
  const record = isMeetingId(id) ? await store.meeting(id) : undefined
  if (record === undefined) throw new AppError('not-found', 'There is no such meeting.')
  return record
}
