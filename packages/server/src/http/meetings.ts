import { SCHEMA_VERSION } from '@plenary/shared/document'
import { isGroup, isMeetingId } from '@plenary/shared/meeting'
import type { Structure } from '@plenary/shared/structure'
import type { FastifyInstance, FastifyRequest } from 'fastify'

import type { Entrance } from '../auth/entrance.ts'
import type { Permissions } from '../auth/permissions.ts'
import { type Visitor, visitorOf } from '../auth/who.ts'
import { AppError } from '../error.ts'
import type { Addresses } from '../limit/addresses.ts'
import { SENTENCES } from '../limit/limits.ts'
import { type Lens, LensError } from '../markdown/lens.ts'
import { createMeeting, type CreateOptions, toMeeting } from '../meeting/create.ts'
import type { Structures } from '../meeting/structures.ts'
import { chosenStyle } from '../meeting/style.ts'
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
    group: TEXT,
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
      group: TEXT,
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

export interface MeetingsOptions extends Pick<Entrance, 'people'> {
  readonly permissions: Permissions
  readonly store: Store
  readonly lens: Lens
  readonly structures: Structures
  readonly addresses: Addresses
}

/** The meetings: all, one, and a new one. */
export function meetings(app: FastifyInstance, options: MeetingsOptions): void {
  const { store, lens, structures, addresses, permissions, people } = options

  app.post<{ Body: Omit<CreateOptions, 'style'> & { readonly style?: unknown } }>(
    '/api/meetings',
    { config: { asks: 'begin' }, schema: CREATE, bodyLimit: BODY_LIMIT, onRequest: askAddress },
    async (request, reply) => {
      const { style: asked, ...wanted } = request.body
      const visitor = visitorOf(request)
      askForGroup(visitor, wanted.group)
      const choice = asked === undefined ? undefined : await styleChoice(request, permissions, asked)
      const style = choice && (await chosenStyle(store, lens, choice))
      const { id } = await createMeeting(store, lens, {
        ...wanted,
        ...(style && { style }),
        // Before there is anything to be chair of; nobody else knows the id yet.
        begins: async (meeting) => people.makeChair(visitor, meeting),
      })
      const url = `/meetings/${id}`
      return reply.code(201).header('location', url).send({ id, url })
    },
  )

  app.get('/api/meetings', { config: { asks: 'entry' }, schema: LIST }, async (request, reply) => {
    reply.header('cache-control', 'no-store')
    return { meetings: permissions.readable(visitorOf(request), await store.meetings()).map(toMeeting) }
  })

  app.get<{ Params: { id: string }; Querystring: { structure?: 'true' | 'false' } }>(
    '/api/meetings/:id',
    { config: { asks: 'read' }, schema: WHOLE },
    async (request, reply) => {
      reply.header('cache-control', 'no-store')
      const record = await findMeeting(store, request.params.id)
      const meeting = { ...toMeeting(record), schema: SCHEMA_VERSION }
      if (request.query.structure === 'false') return meeting
      return { ...meeting, ...(await structureOf(record)) }
    },
  )

  /** Before the text is read, which costs more than to refuse it. */
  async function askAddress({ ip }: Pick<FastifyRequest, 'ip'>): Promise<void> {
    if (!addresses.mayCreate(ip)) throw new AppError('too-many', SENTENCES.tooManyMeetings)
  }

  function askForGroup(visitor: Visitor, group: string | undefined): void {
    if (group !== undefined && !isGroup(group)) {
      throw new AppError('bad-request', 'The name of a group has small letters, digits and hyphens.')
    }
    if (permissions.mayBegin(visitor, group)) return
    throw new AppError('forbidden', 'Say for which group the meeting is; it must be one that you were invited to.')
  }

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
