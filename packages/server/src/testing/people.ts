import type { Person, Role } from '@plenary/shared/meeting'
import type { FastifyRequest } from 'fastify'

import { Admissions } from '../auth/admissions.ts'
import { type Entrance, openEntrance } from '../auth/entrance.ts'
import { NOBODY, type Visitor } from '../auth/who.ts'
import type { Member } from '../ledger/member.ts'
import { MemoryStore } from '../store/memory.ts'

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

/** A server's entrance that believes it: whoever is granted a role has it everywhere. */
export function believing(): Entrance {
  const visitors = {
    of: async (request: FastifyRequest) => visitorOf(request),
    again: async (visitor: Visitor) => visitor,
  }
  return { ...openEntrance(new MemoryStore().register), visitors, admissions: new Admissions(visitors) }
}

function visitorOf({ headers }: FastifyRequest): Visitor {
  const said = headers[HEADER]
  if (typeof said !== 'string') return NOBODY
  const { person, granted } = JSON.parse(decodeURIComponent(said)) as Member
  return { person, credential: '', grants: granted === null ? [] : [{ scope: { of: 'server' }, role: granted }] }
}
