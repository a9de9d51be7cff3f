import websocket from '@fastify/websocket'
import { SCHEMA_VERSION } from '@plenary/shared/document'
import type { FastifyInstance, FastifyRequest } from 'fastify'

import type { Permissions } from '../auth/permissions.ts'
import { grantedRole, visitorOf } from '../auth/who.ts'
import { AppError } from '../error.ts'
import type { Member } from '../ledger/member.ts'
import type { Addresses } from '../limit/addresses.ts'
import { SENTENCES } from '../limit/limits.ts'
import type { Meter } from '../room/meter.ts'
import type { Rooms } from '../room/rooms.ts'
import { Session } from '../room/session.ts'
import type { MeetingRecord } from '../store/store.ts'
import { Heartbeat } from './heartbeat.ts'
import { ID } from './meetings.ts'
import { NetworkSocket } from './socket.ts'

export interface SyncOptions {
  readonly rooms: Rooms
  readonly addresses: Addresses
  /** Milliseconds between two signs of life on each connection. */
  readonly heartbeat: number
  readonly meter: Meter
  readonly permissions: Permissions
}

/** A frame may be this large, in bytes; an update in it may be smaller still, see `room/guard.ts`. */
const MAX_FRAME = 4 * 1024 * 1024

/** When the server stops, whoever has not said goodbye by then (ms) reads nothing and is not waited for. */
const GOODBYE = 2_000

const QUERY = {
  type: 'object',
  properties: {
    protocol: { type: 'string' },
    schema: { type: 'string', pattern: '^[0-9]{1,6}$' },
    epoch: { type: 'string' },
    deflate: { type: 'string' },
  },
} as const

interface Query {
  readonly protocol?: string
  readonly schema?: string
  readonly epoch?: string
  readonly deflate?: string
}

/** `GET /sync/<meeting id>`: the minutes, live. The frames are described in shared/protocol/PROTOCOL.md. */
export async function sync(
  app: FastifyInstance,
  { rooms, addresses, heartbeat, meter, permissions }: SyncOptions,
): Promise<void> {
  await app.register(websocket, {
    options: {
      maxPayload: MAX_FRAME,
      perMessageDeflate: false,
      autoPong: false,
      maxFragments: 1024,
      maxBufferedChunks: 16 * 1024,
    },
    // Sessions are closed by their rooms, with a code that says why; this only stops listening.
    preClose(done) {
      this.websocketServer.close()
      done()
    },
    errorHandler: (_error, socket) => socket.terminate(),
  })
  // Runs after all rooms are closed, so everybody has been told.
  app.addHook('preClose', async () => {
    setTimeout(() => app.websocketServer.clients.forEach((client) => client.terminate()), GOODBYE).unref()
  })
  /** Those that are asked for, as they were then; while the server runs, none begins a new epoch. */
  const meetings = new WeakMap<FastifyRequest, MeetingRecord>()
  const beating = new Heartbeat(heartbeat)
  app.addHook('onClose', async () => beating.stop())

  app.route<{ Params: { id: string }; Querystring: Query }>({
    method: 'GET',
    url: '/sync/:id',
    config: { asks: 'itself' },
    schema: { params: ID, querystring: QUERY },
    // Whatever is not known, or not theirs, is answered before the upgrade.
    preHandler: async (request) => {
      meetings.set(request, await permissions.meeting(visitorOf(request), 'read', request.params.id))
    },
    handler: () => {
      throw new AppError('bad-request', 'Open this address as a websocket.')
    },
    wsHandler: (socket, request) => {
      beating.watch(socket, request.raw.socket)
      const { id } = request.params
      const { protocol, schema, epoch, deflate } = request.query
      const report = (error: unknown): void => {
        meter.failed('frame')
        app.log.error({ err: error }, 'a frame could not be handled')
      }
      const session = new Session(new NetworkSocket(socket, request.raw.socket, report), {
        plenary: protocol === '1',
        deflates: deflate === '1',
        member: memberOf(request),
        now: () => performance.now(),
      })
      const leave = addresses.arrive(request.ip)
      if (leave === undefined) return session.close('try-later', SENTENCES.addressFull)
      socket.on('close', leave)
      if (schema !== undefined && Number(schema) < SCHEMA_VERSION) return session.close('outdated')
      if (epoch !== undefined && epoch !== meetings.get(request)?.epoch) return session.close('other-epoch')
      void rooms.admit(id, session)
    },
  })

  /** Who somebody is in the meeting that they have been let into. */
  function memberOf(request: FastifyRequest): Member {
    const visitor = visitorOf(request)
    const meeting = meetings.get(request)
    return { person: visitor.person, granted: meeting === undefined ? null : grantedRole(visitor, meeting) }
  }
}
