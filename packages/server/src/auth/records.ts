import type { MeetingId, Person, PersonId, Role } from '@plenary/shared/meeting'

import type { Register } from '../store/register.ts'
import type { Scope } from './who.ts'

/**
 * What lies in the register. Secrets are there as their SHA-256 only.
 *
 *   person!<id>                             a person
 *   session!<hash>                          a browser in which a person is signed in
 *   token!<hash>                            a program's
 *   identity!<hash>                         whom a provider knows under this issuer and subject: a person's id
 *   grant!<person>!<scope>!<source>         a role; the source is the invitation or token that gave it, or `creation`
 *   chair!<scope>!<person>!<source>         who was given the role of a chair there
 *   invitation!<scope>!<id>                 an invitation
 *   invited!<hash>                          the key of the invitation with this token
 *
 * A scope is `server`, `group-<name>` or `meeting-<id>`.
 */
export interface PersonRecord extends Person {
  /** ISO 8601 in UTC, as all times here. */
  readonly createdAt: string
}

export interface SessionRecord {
  readonly person: PersonId
  readonly until: string
}

export interface TokenRecord {
  readonly person: PersonId
  readonly createdAt: string
}

export interface GrantRecord {
  readonly scope: Scope
  readonly role: Role
}

export interface InvitationRecord {
  readonly id: string
  /** Of its token. */
  readonly hash: string
  readonly scope: Scope
  /** Whereto its link leads. */
  readonly meeting: MeetingId | null
  readonly role: Role
  /** Who made it; null for the operator. */
  readonly by: PersonId | null
  readonly createdAt: string
  /** Null where it holds until it is revoked. */
  readonly until: string | null
  /** How many may come in by it; null for any number. */
  readonly uses: number | null
  readonly usedBy: readonly PersonId[]
}

interface Records {
  readonly person: PersonRecord
  readonly session: SessionRecord
  readonly token: TokenRecord
  readonly identity: PersonId
  readonly grant: GrantRecord
  readonly chair: PersonId
  readonly invitation: InvitationRecord
  readonly invited: string
}

export type Kind = keyof Records

/** The value under a key that begins with its kind. What lies there was written by this server. */
export async function read<K extends Kind>(
  register: Register,
  kind: K,
  ...rest: readonly string[]
): Promise<Records[K] | undefined> {
  return (await register.get(keyOf(kind, ...rest))) as Records[K] | undefined
}

/** All values whose keys begin so, and then go on. */
export async function readAll<K extends Kind>(
  register: Register,
  kind: K,
  ...rest: readonly string[]
): Promise<ReadonlyMap<string, Records[K]>> {
  return (await register.under(`${keyOf(kind, ...rest)}!`)) as ReadonlyMap<string, Records[K]>
}

/** A change of one value, for `Register.put`. */
export function change<K extends Kind>(
  kind: K,
  rest: readonly string[],
  value: Records[K] | undefined,
): [key: string, value: unknown] {
  return [keyOf(kind, ...rest), value]
}

/** A role that somebody is given by an invitation, a token or a creation, or that is taken away again. */
export function grantChange(
  person: PersonId,
  { scope, role }: GrantRecord,
  source: string,
  isGiven = true,
): [key: string, value: unknown][] {
  const grant = change('grant', [person, nameOf(scope), source], isGiven ? { scope, role } : undefined)
  const chair = change('chair', [nameOf(scope), person, source], isGiven ? person : undefined)
  return role === 'chair' ? [grant, chair] : [grant]
}

export function keyOf(kind: Kind, ...rest: readonly string[]): string {
  return [kind, ...rest].join('!')
}

export function nameOf(scope: Scope): string {
  switch (scope.of) {
    case 'server':
      return 'server'
    case 'group':
      return `group-${scope.group}`
    case 'meeting':
      return `meeting-${scope.id}`
  }
}
