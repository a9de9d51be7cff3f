import { type Meeting, type MeetingId, type Person, type Role, stronger } from '@plenary/shared/meeting'
import type { FastifyRequest } from 'fastify'

/** Where a role holds: in one meeting, in all of a group, or everywhere. */
export type Scope =
  | { readonly of: 'meeting'; readonly id: MeetingId }
  | { readonly of: 'group'; readonly group: string }
  | { readonly of: 'server' }

/** A role that somebody was given outside of a meeting's ledger: by an invitation, a token, or because they created the meeting. */
export interface Grant {
  readonly scope: Scope
  readonly role: Role
}

/** Whether strangers may come in (`open`), or only whom somebody has given a role (`invited`). */
export type Access = 'open' | 'invited'

/** Whoever is at the other end of a request or a connection, as far as the server knows. */
export interface Visitor {
  /** Null for somebody who has not said who they are. */
  readonly person: Person | null
  readonly grants: readonly Grant[]
  /** The hash of the secret by which they are known; null for nobody. Connections end with it. */
  readonly credential: string | null
}

export const NOBODY: Visitor = { person: null, grants: [], credential: null }

declare module 'fastify' {
  interface FastifyRequest {
    visitor: Visitor | null
  }
}

/** Who asks; found out once for each request, before anything else is done (`visitors.ts`). */
export function visitorOf(request: FastifyRequest): Visitor {
  return request.visitor ?? NOBODY
}

/** Who has the role of a chair on the whole server. */
export function isAdministrator({ grants }: Pick<Visitor, 'grants'>): boolean {
  return grants.some(({ scope, role }) => scope.of === 'server' && role === 'chair')
}

/** The strongest role that somebody was given for a meeting, by name, by its group or for the whole server. */
export function grantedRole({ grants }: Pick<Visitor, 'grants'>, meeting: Pick<Meeting, 'id' | 'group'>): Role | null {
  return grants
    .filter(({ scope }) => holdsIn(scope, meeting))
    .reduce<Role | null>((strongest, { role }) => stronger(strongest, role), null)
}

function holdsIn(scope: Scope, { id, group }: Pick<Meeting, 'id' | 'group'>): boolean {
  switch (scope.of) {
    case 'meeting':
      return scope.id === id
    case 'group':
      return scope.group === group
    case 'server':
      return true
  }
}
