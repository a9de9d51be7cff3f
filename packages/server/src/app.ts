import cookies from '@fastify/cookie'
import type { PersonId } from '@plenary/shared/meeting'
import fastify, { type FastifyInstance, LogController } from 'fastify'

import { askEverybody, expectAsks } from './auth/ask.ts'
import { type Entrance, openEntrance } from './auth/entrance.ts'
import { Permissions } from './auth/permissions.ts'
import { knowVisitors } from './auth/visitors.ts'
import { errors, refuseAddress } from './http/errors.ts'
import { health } from './http/health.ts'
import { invitations } from './http/invitations.ts'
import { jsonBody } from './http/json-body.ts'
import { me } from './http/me.ts'
import { meetings } from './http/meetings.ts'
import { minutes } from './http/minutes.ts'
import { page } from './http/page.ts'
import { record } from './http/record.ts'
import { security } from './http/security.ts'
import { series } from './http/series.ts'
import { signIn } from './http/sign-in.ts'
import { styles } from './http/styles.ts'
import { sync } from './http/sync.ts'
import { tickets } from './http/tickets.ts'
import { refuseOtherUpgrades } from './http/upgrade.ts'
import { Addresses, addressLimits } from './limit/addresses.ts'
import { type Limits, LIMITS } from './limit/settings.ts'
import { logTo } from './log/options.ts'
import type { Lens } from './markdown/lens.ts'
import { describeMeeting } from './meeting/describe.ts'
import { Exports } from './meeting/export.ts'
import { inscribeMinutes } from './meeting/inscribe.ts'
import { noteTakingBeside } from './meeting/note-taking.ts'
import { Structures } from './meeting/structures.ts'
import type { Metrics } from './metrics/metrics.ts'
import { UNCOUNTED } from './room/meter.ts'
import { Rooms, type RoomsOptions } from './room/rooms.ts'
import type { Store } from './store/store.ts'
import { Thrift } from './thrift.ts'

export interface Dependencies {
  readonly store: Store
  readonly lens: Lens
  /** The folder with the built page. */
  readonly page: string
  /** Where warnings and errors are written; nowhere by default. */
  readonly log?: NodeJS.WritableStream
  /** Counts and shows what happens; nobody does by default. */
  readonly metrics?: Metrics
  /** Whether memory that nobody needs is given back; for a process of its own. */
  readonly isThrifty?: boolean
  /** Milliseconds between two signs of life on each connection. */
  readonly heartbeat?: number
  /** Within so many milliseconds a request has to arrive, with all that it brings. */
  readonly patience?: number
  /** How much each address and each meeting may have. */
  readonly limits?: Partial<Limits>
  /** The proxies that may say for whom they ask, see Fastify's `trustProxy`; nobody may by default. */
  readonly proxies?: readonly string[]
  /** Who may come in; everybody by default. */
  readonly entrance?: Entrance
  readonly rooms?: Pick<RoomsOptions, 'idle' | 'describeAfter' | 'defer' | 'pause' | 'ledgers'>
}

/** The largest text, over a slow line. */
const PATIENCE = 120_000

/** What comes before a body is short, so it need not take as long (ms). */
const PATIENCE_FOR_HEADERS = 15_000

/** Everything that answers requests, put together by name. Closing it stores and closes all rooms, but not the store. */
export async function buildApp({
  store,
  lens,
  page: folder,
  log,
  metrics,
  isThrifty = false,
  heartbeat = 3_000,
  patience = PATIENCE,
  limits: chosen = {},
  proxies = [],
  entrance = openEntrance(store.register),
  ...options
}: Dependencies): Promise<FastifyInstance> {
  const app = fastify({
    logger: log === undefined ? false : logTo(log),
    logController: new LogController({ disableRequestLogging: true }),
    // What is logged of a request names it; a logger for each is work that every connection would pay for.
    childLoggerFactory: (logger) => logger,
    // A wrong type is refused and an unknown property too; nothing is bent until it fits.
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false } },
    // While it stops, who comes back too early is refused by our own rules; Fastify would answer and leave the socket open.
    return503OnClosing: false,
    frameworkErrors: refuseAddress,
    // Fastify would wait for ever.
    requestTimeout: patience,
    http: {
      requestTimeout: patience,
      headersTimeout: Math.min(PATIENCE_FOR_HEADERS, patience),
      connectionsCheckingInterval: Math.ceil(Math.min(PATIENCE_FOR_HEADERS, patience) / 3),
    },
    trustProxy: proxies.length > 0 ? [...proxies] : false,
    routerOptions: { maxParamLength: 10_000 },
  })
  const meter = metrics ?? UNCOUNTED
  const limits = { ...LIMITS, ...chosen }
  const addresses = new Addresses(addressLimits(limits.connectionsPerAddress, limits.meetingsPerHour))
  let isDraining = false
  const chairs = async (id: string): Promise<readonly PersonId[]> => {
    const meeting = await store.meeting(id)
    return meeting === undefined ? [] : entrance.people.chairs(meeting)
  }
  const rooms = new Rooms({
    store,
    describe: (id, state) => describeMeeting(store, lens, id, state),
    tidy: (state) => lens.tidy(state),
    report: (problem, error) => app.log.error({ err: error }, problem),
    meter,
    people: limits.connectionsPerMeeting,
    ...options.rooms,
    ledgers: {
      isOpen: entrance.access === 'open',
      chairs,
      inscribe: (...args) => inscribeMinutes(store, lens, ...args),
      past: async (id) => {
        const meeting = await store.meeting(id)
        return meeting === undefined ? [] : noteTakingBeside(meeting, await store.meetings(), { structures, rooms })
      },
      ...options.rooms?.ledgers,
    },
  })
  const structures = new Structures({ store, lens, rooms })
  if (isThrifty) new Thrift({ quietFor: () => rooms.quietFor }).begin()
  app.addHook('preClose', async () => {
    isDraining = true
    await rooms.close()
  })

  const permissions = new Permissions({
    access: entrance.access,
    store,
    canSignIn: entrance.providers.length > 0,
    ledger: async (id) => (await rooms.book(id)).state,
  })
  expectAsks(app)
  // Nothing that is awaited may stand between the routes and what is set for all of them below.
  await app.register(cookies)
  // First, so that it knows of every upgrade and can end the connection when another plugin refuses it.
  await sync(app, { ...entrance, rooms, addresses, heartbeat, meter, permissions })
  security(app, entrance)
  refuseOtherUpgrades(app)
  knowVisitors(app, entrance.visitors)
  askEverybody(app, { ...entrance, permissions })
  errors(app, { meter })
  jsonBody(app)
  me(app, { ...entrance, addresses })
  signIn(app, { ...entrance, addresses })
  invitations(app, { ...entrance, store, addresses })
  tickets(app, entrance)
  meetings(app, { ...entrance, store, lens, structures, addresses, permissions })
  styles(app, { store, lens, permissions })
  minutes(app, { store, exports: new Exports({ store, rooms, lens }) })
  record(app, { store, rooms })
  series(app, { store, rooms, structures, permissions })
  health(app, { rooms, isDraining: () => isDraining })
  await page(app, { folder })
  metrics?.watch({
    rooms: () => rooms.size,
    connections: () => app.websocketServer.clients.size,
    isHealthy: () => rooms.isHealthy,
    unsavedFor: () => rooms.unsavedFor,
  })
  return app
}
