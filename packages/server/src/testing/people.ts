import type { Person, Role } from '@plenary/shared/meeting'
import type { FastifyRequest } from 'fastify'

import { type Member, NOBODY } from '../ledger/member.ts'

/** Somebody with a name; their id can be read. */
export function named(name: string, more: Partial<Person> = {}): Person {
  return { id: name.toLowerCase().padEnd(26, 'x'), kind: 'openid', name, ...more }
}

export function member(name: string, granted: Role | null = null): Member {
  return { person: named(name), granted }
}

const HEADER = 'x-member'

/** What a test's websocket says of who it is; only tests believe that. */
export function saying(member: Member): Readonly<Record<string, string>> {
  return { [HEADER]: encodeURIComponent(JSON.stringify(member)) }
}

export function memberOf({ headers }: FastifyRequest): Member {
  const said = headers[HEADER]
  return typeof said === 'string' ? (JSON.parse(decodeURIComponent(said)) as Member) : NOBODY
}
