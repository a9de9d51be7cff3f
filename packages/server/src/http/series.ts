import type { PastNoteTaking } from '@plenary/shared/ledger'
import type { FastifyInstance, FastifyRequest } from 'fastify'

import type { Permissions } from '../auth/permissions.ts'
import { visitorOf } from '../auth/who.ts'
import { noteTakingBeside } from '../meeting/note-taking.ts'
import { type RosterEntry, rosterOf } from '../meeting/roster.ts'
import { seriesOf } from '../meeting/series.ts'
import type { Structures } from '../meeting/structures.ts'
import type { Rooms } from '../room/rooms.ts'
import type { MeetingRecord, Store } from '../store/store.ts'
import { findMeeting, ID } from './meetings.ts'

export interface SeriesOptions {
  readonly store: Store
  readonly rooms: Rooms
  readonly structures: Structures
  readonly permissions: Permissions
}

type Asked = FastifyRequest<{ Params: { id: string } }>

/** What earlier meetings of the same group tell: who its people are, and who took notes. Of those only that whoever asks may read. */
export function series(app: FastifyInstance, { store, rooms, structures, permissions }: SeriesOptions): void {
  const route = { config: { asks: 'read' }, schema: { params: ID } } as const

  app.get(
    '/api/meetings/:id/roster',
    route,
    async (request: Asked, reply): Promise<{ people: readonly RosterEntry[] }> => {
      reply.header('cache-control', 'no-store')
      const record = await findMeeting(store, request.params.id)
      return { people: rosterOf(await seriesOf(record, await readable(request), structures)) }
    },
  )

  app.get(
    '/api/meetings/:id/rotation',
    route,
    async (request: Asked, reply): Promise<{ past: readonly PastNoteTaking[] }> => {
      reply.header('cache-control', 'no-store')
      const record = await findMeeting(store, request.params.id)
      return { past: await noteTakingBeside(record, await readable(request), { structures, rooms }) }
    },
  )

  async function readable(request: Asked): Promise<readonly MeetingRecord[]> {
    return permissions.readable(visitorOf(request), await store.meetings())
  }
}
