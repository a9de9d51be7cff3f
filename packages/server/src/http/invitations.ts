import { type Meeting, type PersonId, type Role, ROLES } from '@plenary/shared/meeting'
import type { FastifyInstance, FastifyRequest } from 'fastify'

import type { Entrance } from '../auth/entrance.ts'
import { invitationLink, sentenceOf } from '../auth/invitations.ts'
import type { InvitationRecord } from '../auth/records.ts'
import { grantedRole, type Scope, visitorOf } from '../auth/who.ts'
import { AppError } from '../error.ts'
import type { Addresses } from '../limit/addresses.ts'
import { SENTENCES } from '../limit/limits.ts'
import type { Store } from '../store/store.ts'
import { readIntroduction } from './me.ts'
import { findMeeting, ID } from './meetings.ts'

export interface InvitationsOptions extends Pick<Entrance, 'invitations' | 'cookie' | 'url'> {
  readonly store: Store
  readonly addresses: Addresses
}

const TEXT = { type: 'string' } as const

const ACCEPT = {
  body: {
    type: 'object',
    additionalProperties: false,
    required: ['token'],
    properties: { token: { type: 'string', maxLength: 200 }, name: TEXT, affiliation: TEXT },
  },
} as const

const LONGEST_HOURS = 10 * 366 * 24

const MAKE = {
  params: ID,
  body: {
    type: 'object',
    additionalProperties: false,
    required: ['role'],
    properties: {
      role: { enum: ROLES },
      hours: { type: 'number', exclusiveMinimum: 0, maximum: LONGEST_HOURS },
      uses: { type: 'integer', minimum: 1, maximum: 5_000 },
      group: { type: 'boolean' },
    },
  },
} as const

interface Making {
  readonly role: Role
  readonly hours?: number
  readonly uses?: number
  readonly group?: boolean
}

/** An invitation as those see it who may make one; its token is nobody's any more. */
interface Shown {
  readonly id: string
  readonly role: Role
  readonly group: boolean
  readonly by: PersonId | null
  readonly createdAt: string
  readonly until: string | null
  readonly uses: number | null
  readonly used: number
}

/** Coming in by an invitation, and making, listing and revoking those for a meeting or its group. */
export function invitations(app: FastifyInstance, options: InvitationsOptions): void {
  const { store, cookie, addresses, url } = options

  app.post<{ Body: { token: string; name?: string; affiliation?: string } }>(
    '/api/invitations/accept',
    { config: { asks: 'nothing' }, schema: ACCEPT },
    async (request, reply) => {
      reply.header('cache-control', 'no-store')
      if (!addresses.mayCome(request.ip)) throw new AppError('too-many', SENTENCES.tooManyGuests)
      const { token, name, ...more } = request.body
      const introduction = name === undefined ? undefined : readIntroduction({ name, ...more })
      const accepted = await options.invitations.accept(token, visitorOf(request).person, introduction)
      if (typeof accepted === 'string') {
        throw new AppError(accepted === 'nameless' ? 'bad-request' : 'forbidden', sentenceOf(accepted))
      }
      const { secret, ...answer } = accepted
      if (secret !== undefined) cookie.write(request, reply, secret)
      return answer
    },
  )

  app.post<{ Params: { id: string }; Body: Making }>(
    '/api/meetings/:id/invitations',
    { config: { asks: 'invite' }, schema: MAKE },
    async (request, reply) => {
      const meeting = await findMeeting(store, request.params.id)
      const { role, hours, uses = null, group = false } = request.body
      const { id, token } = await options.invitations.make({
        scope: group ? groupScope(request, meeting) : { of: 'meeting', id: meeting.id },
        meeting: meeting.id,
        role,
        by: visitorOf(request).person?.id ?? null,
        until: hours === undefined ? null : new Date(Date.now() + hours * 3_600_000).toISOString(),
        uses,
      })
      reply.header('cache-control', 'no-store').code(201)
      return { id, url: invitationLink(url ?? ownAddress(request), meeting.id, token) }
    },
  )

  app.get<{ Params: { id: string } }>(
    '/api/meetings/:id/invitations',
    { config: { asks: 'invite' }, schema: { params: ID } },
    async (request, reply) => {
      reply.header('cache-control', 'no-store')
      const scopes = scopesFor(request, await findMeeting(store, request.params.id))
      const all = await Promise.all(scopes.map((scope) => options.invitations.of(scope)))
      return { invitations: all.flat().map(toShown) }
    },
  )

  app.delete<{ Params: { id: string; invitation: string } }>(
    '/api/meetings/:id/invitations/:invitation',
    { config: { asks: 'invite' }, schema: { params: { type: 'object', properties: { id: TEXT, invitation: TEXT } } } },
    async (request, reply) => {
      const { id, invitation } = request.params
      for (const scope of scopesFor(request, await findMeeting(store, id))) {
        if (await options.invitations.revoke(scope, invitation)) return reply.code(204).send()
      }
      throw new AppError('not-found', 'There is no such invitation for this meeting.')
    },
  )
}

/** Whose invitations somebody may see and revoke here: the meeting's, and those of its group if they are a chair of that. */
function scopesFor(request: FastifyRequest, meeting: Meeting): Scope[] {
  const own: Scope = { of: 'meeting', id: meeting.id }
  return isChairOfGroup(request, meeting) ? [own, groupOf(meeting)].filter((scope) => scope !== undefined) : [own]
}

function groupScope(request: FastifyRequest, meeting: Meeting): Scope {
  const scope = groupOf(meeting)
  if (scope === undefined)
    throw new AppError('bad-request', 'This meeting belongs to no group: invite to the meeting alone, without "group".')
  if (!isChairOfGroup(request, meeting)) throw new AppError('forbidden', 'Only a chair of the group may do this.')
  return scope
}

function groupOf({ group }: Meeting): Scope | undefined {
  return group === undefined ? undefined : { of: 'group', group }
}

/** Of the group itself, and not of this meeting only. */
function isChairOfGroup(request: FastifyRequest, { group }: Meeting): boolean {
  const grants = visitorOf(request).grants.filter(({ scope }) => scope.of !== 'meeting')
  return group !== undefined && grantedRole({ grants }, { id: '', group }) === 'chair'
}

function toShown({ id, role, scope, by, createdAt, until, uses, usedBy }: InvitationRecord): Shown {
  return { id, role, group: scope.of === 'group', by, createdAt, until, uses, used: usedBy.length }
}

function ownAddress({ protocol, host }: FastifyRequest): string {
  return `${protocol}://${host}`
}
