import type { ServerResponse } from 'node:http'

import websocket from '@fastify/websocket'
import { SCHEMA_VERSION } from '@plenary/shared/document'
import type { ErrorCode } from '@plenary/shared/meeting'
import type { FastifyInstance, FastifyRequest } from 'fastify'

import { type Admissions, memberOf } from '../auth/admissions.ts'
import type { Permissions } from '../auth/permissions.ts'
import { type Visitor, visitorOf } from '../auth/who.ts'
import { AppError } from '../error.ts'
import type { Addresses } from '../limit/addresses.ts'
import { SENTENCES } from '../limit/limits.ts'
import { Persons } from '../limit/persons.ts'
import { Turnstile } from '../limit/turnstile.ts'
import type { Meter } from '../room/meter.ts'
import type { Rooms } from '../room/rooms.ts'
import { Session } from '../room/session.ts'
import type { MeetingRecord } from '../store/store.ts'
import { Heartbeat } from './heartbeat.ts'
import { ID } from './meetings.ts'
import { elsewhere } from './security.ts'
import { NetworkSocket } from './socket.ts'
import { forgetRequest, SYNC } from './upgrade.ts'

export interface SyncOptions {
  readonly rooms: Rooms
  readonly addresses: Addresses
  /** Milliseconds between two signs of life on each connection. */
  readonly heartbeat: number
  readonly meter: Meter
  readonly permissions: Permissions
  readonly admissions: Admissions
  /** The public address, where it is known. */
  readonly url?: string | undefined
}

/** Whoever asks for a websocket: the meeting in which they may read, or why they do not get in. */
type Arrival =
  | MeetingRecord
  | { readonly refusal: 'who-are-you' | 'not-allowed' | 'elsewhere'; readonly sentence: string }

interface Arrived {
  readonly arrival: Arrival
  readonly response: ServerResponse
}

/** A frame may be this large, in bytes; an update in it may be smaller still, see `room/guard.ts`. */
const MAX_FRAME = 4 * 1024 * 1024

/** When the server stops, or an address has too many, whoever has not said goodbye by then (ms) is not waited for. */
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

const REFUSALS: Readonly<Partial<Record<ErrorCode, 'who-are-you' | 'not-allowed'>>> = {
  'who-are-you': 'who-are-you',
  forbidden: 'not-allowed',
}

/** `GET /sync/<meeting id>`: the minutes, live. The frames are described in shared/protocol/PROTOCOL.md. */
export async function sync(
  app: FastifyInstance,
  { rooms, addresses, heartbeat, meter, permissions, admissions, url }: SyncOptions,
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
  const [entrance, desk] = [new Turnstile(), new Turnstile()]
  // Before anything is asked about it: what comes afterwards takes the server longer than to hear that somebody is there.
  app.addHook('onRequest', (request, _reply, done) => (request.ws ? entrance.pass(done) : done()))
  const arrivals = new WeakMap<FastifyRequest, Arrived>()
  const persons = new Persons()
  const beating = new Heartbeat(heartbeat)
  app.addHook('onClose', async () => beating.stop())

  const now = (): number => performance.now()
  const report = (error: unknown): void => {
    meter.failed('frame')
    app.log.error({ err: error }, 'a frame could not be handled')
  }

  app.route<{ Params: { id: string }; Querystring: Query }>({
    method: 'GET',
    url: SYNC,
    config: { asks: 'itself' },
    schema: { params: ID, querystring: QUERY },
    // Whatever is not known, or not theirs, is answered before the upgrade.
    preHandler: async (request, reply) => {
      arrivals.set(request, { arrival: await arrivalOf(request), response: reply.raw })
    },
    handler: () => {
      throw new AppError('bad-request', 'Open this address as a websocket.')
    },
    wsHandler: (socket, request) => {
      const network = request.raw.socket
      beating.watch(socket, network)
      const { protocol, schema, epoch, deflate } = request.query
      const [visitor, arrived] = [visitorOf(request), arrivals.get(request)]
      if (arrived === undefined) throw new Error('a websocket was opened before anybody asked whether it may be')
      const { arrival, response } = arrived
      forgetRequest(socket, network, response)
      const person = visitor.person && persons.arrive(visitor.person.id)
      if (person != null) socket.on('close', person.leave)
      const session = new Session(new NetworkSocket(socket, network, { report, desk }), {
        plenary: protocol === '1',
        deflates: deflate === '1',
        ...('id' in arrival && { member: memberOf(visitor, arrival) }),
        ...(person != null && { allowance: person.allowance }),
        now,
      })
      const leave = addresses.arrive(request.ip)
      if (leave === undefined || person === undefined) {
        session.close('try-later', leave === undefined ? SENTENCES.addressFull : SENTENCES.personFull)
        // It is not counted, and must not stay for long.
        setTimeout(() => socket.terminate(), GOODBYE).unref()
        if (leave !== undefined) socket.on('close', leave)
        return
      }
      socket.on('close', leave)
      if (schema !== undefined && Number(schema) < SCHEMA_VERSION) return session.close('outdated')
      if ('refusal' in arrival) return session.close(arrival.refusal, arrival.sentence)
      if (epoch !== undefined && arrival.epoch !== epoch) return session.close('other-epoch')
      letIn(session, visitor, arrival).catch((error: unknown) => {
        // The disk may take again in a moment; whoever asked comes back by itself.
        meter.failed('unreadable')
        app.log.error({ err: error, meeting: arrival.id }, 'a meeting could not be opened')
        session.close('try-later')
      })
    },
  })

  /** Who it is comes first: of the meeting nothing is sent to anybody of whom that is not known. */
  async function letIn(session: Session, visitor: Visitor, meeting: MeetingRecord): Promise<void> {
    await admissions.admit(session, visitor, meeting)
    await rooms.admit(meeting.id, session)
  }

  /** Throws `AppError` where the connection is to be refused; a page gets it, and hears why by a close code. */
  async function arrivalOf(request: FastifyRequest<{ Params: { id: string }; Querystring: Query }>): Promise<Arrival> {
    // Not even whether there is such a meeting is anything for a page from elsewhere.
    if (request.isElsewhere) return { refusal: 'elsewhere', sentence: elsewhere(url) }
    try {
      return await permissions.meeting(visitorOf(request), 'read', request.params.id)
    } catch (error) {
      const refusal = error instanceof AppError ? REFUSALS[error.code] : undefined
      if (refusal === undefined || request.query.protocol !== '1' || !(error instanceof AppError)) throw error
      return { refusal, sentence: error.message }
    }
  }
}
