import { SHIPPED } from '@plenary/shared/style'
import type { FastifyInstance } from 'fastify'

import type { Permissions } from '../auth/permissions.ts'
import type { Lens } from '../markdown/lens.ts'
import { chosenStyle, styleOf } from '../meeting/style.ts'
import type { Store } from '../store/store.ts'
import { findMeeting, ID } from './meetings.ts'
import { styleChoice } from './style-choice.ts'

const BODY = {
  type: 'object',
  additionalProperties: false,
  required: ['style'],
  properties: { style: {} },
} as const

export interface StylesOptions {
  readonly permissions: Permissions
  readonly store: Store
  readonly lens: Lens
}

/** How minutes are written: the styles that come with Plenary, and that of a meeting. */
export function styles(app: FastifyInstance, { store, lens, permissions }: StylesOptions): void {
  app.get('/api/styles', { config: { asks: 'entry' }, schema: {} }, async () => ({
    styles: Object.entries(SHIPPED).map(([id, style]) => ({ id, style })),
  }))

  app.get<{ Params: { id: string } }>(
    '/api/meetings/:id/style',
    { config: { asks: 'read' }, schema: { params: ID } },
    async (request, reply) => {
      reply.header('cache-control', 'no-store')
      return styleOf(store, lens, await findMeeting(store, request.params.id))
    },
  )

  app.put<{ Params: { id: string }; Body: { style: unknown } }>(
    '/api/meetings/:id/style',
    { config: { asks: 'set-style' }, schema: { params: ID, body: BODY } },
    async (request, reply) => {
      reply.header('cache-control', 'no-store')
      const { id } = await findMeeting(store, request.params.id)
      const { style } = request.body
      // Without one of its own a meeting has the style of its file again.
      const chosen =
        style === null ? undefined : await chosenStyle(store, lens, await styleChoice(request, permissions, style))
      await store.restyle(id, chosen)
      return styleOf(store, lens, await findMeeting(store, id))
    },
  )
}
