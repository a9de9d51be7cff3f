import { invitationLink, type Invitations } from '../auth/invitations.ts'
import type { InvitationRecord } from '../auth/records.ts'
import type { Program, Tokens } from '../auth/tokens.ts'
import type { Scope } from '../auth/who.ts'
import type { Store } from '../store/store.ts'
import type { Outcome, Wish } from './wish.ts'

export interface Means {
  readonly store: Store
  readonly invitations: Invitations
  readonly tokens: Tokens
  /** The address of the server, where it knows it. */
  readonly url?: string | undefined
}

/** Does what the operator wants, and says what came of it. */
export async function carryOut(wish: Wish, means: Means): Promise<Outcome> {
  const { store, invitations, tokens } = means
  switch (wish.wish) {
    case 'invite':
      return invite(wish, means)
    case 'list-invitations':
      return { lines: (await invitations.all()).map(lineOfInvitation) }
    case 'revoke-invitation': {
      const found = (await invitations.all()).find(({ id }) => id === wish.id)
      const isRevoked = found !== undefined && (await invitations.revoke(found.scope, found.id))
      return isRevoked
        ? { lines: [`The invitation ${wish.id} is revoked.`] }
        : { problem: `There is no invitation ${wish.id}.` }
    }
    case 'make-token': {
      if (!(await exists(store, wish.scope))) return { problem: 'There is no such meeting.' }
      const token = await tokens.make(wish.name, wish.scope, wish.role)
      return token === undefined ? { problem: `There is a token called ${wish.name} already.` } : { lines: [token] }
    }
    case 'list-tokens':
      return { lines: (await tokens.all()).map(lineOfProgram) }
    case 'revoke-token': {
      const isRevoked = await tokens.revoke(wish.name)
      return isRevoked
        ? { lines: [`The token of ${wish.name} is revoked.`] }
        : { problem: `There is no token called ${wish.name}.` }
    }
  }
}

async function invite(wish: Extract<Wish, { wish: 'invite' }>, { store, invitations, url }: Means): Promise<Outcome> {
  const { scope, role, hours, uses } = wish
  if (!(await exists(store, scope))) return { problem: 'There is no such meeting.' }
  const meeting = scope.of === 'meeting' ? scope.id : null
  const until = hours === null ? null : new Date(Date.now() + hours * 3_600_000).toISOString()
  const { token } = await invitations.make({ scope, meeting, role, by: null, until, uses })
  return { lines: [invitationLink(url ?? wish.url, meeting, token)] }
}

async function exists(store: Store, scope: Scope): Promise<boolean> {
  return scope.of !== 'meeting' || (await store.meeting(scope.id)) !== undefined
}

function lineOfInvitation({ id, role, scope, until, uses, usedBy }: InvitationRecord): string {
  const used = `used ${usedBy.length} of ${uses ?? 'any number of'} times`
  return `${id}  ${role} ${placeOf(scope)}, ${used}, ${until === null ? 'without an end' : `until ${until}`}`
}

function lineOfProgram({ person, createdAt, grants }: Program): string {
  const roles = grants.map(({ role, scope }) => `${role} ${placeOf(scope)}`)
  return `${person.name}  ${roles.join(', ')}, since ${createdAt}`
}

function placeOf(scope: Scope): string {
  switch (scope.of) {
    case 'server':
      return 'everywhere'
    case 'group':
      return `in the group ${scope.group}`
    case 'meeting':
      return `in the meeting ${scope.id}`
  }
}
