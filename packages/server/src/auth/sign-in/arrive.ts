import { createHash } from 'node:crypto'

import type { Person } from '@plenary/shared/meeting'

import type { Changes, Register } from '../../store/register.ts'
import type { People, SignedIn } from '../people.ts'
import { change, grantChange, read, readAll } from '../records.ts'
import type { Visitor } from '../who.ts'
import type { Identity } from './provider.ts'

/**
 * Who somebody is here whom a provider vouches for. Whoever came before is the same person again; a guest who signs in stays who
 * they are, with what they may; of a guest who turns out to be somebody known, that one gets what the guest was given.
 */
export async function arrive(
  register: Register,
  people: People,
  identity: Identity,
  visitor: Visitor,
): Promise<SignedIn> {
  const guest = visitor.person?.kind === 'guest' ? visitor.person : undefined
  const key = keyOf(identity)
  const id = await read(register, 'identity', key)
  const before = id === undefined ? undefined : await people.person(id)
  const person = vouched(before ?? guest ?? people.nobodyYet(), identity)
  const changes: Changes = new Map([
    change('identity', [key], person.id),
    ...(await people.known(person)),
    ...(guest === undefined || guest.id === person.id ? [] : await inherited(register, guest, person)),
  ])
  const signedIn = people.signIn(person)
  return { ...signedIn, changes: new Map([...changes, ...signedIn.changes]) }
}

/** Name and handle are the provider's word. For whom somebody is here, they say themselves; where they have not, the provider does. */
function vouched({ handle: _before, ...rest }: Person, { kind, name, affiliation, handle }: Identity): Person {
  return {
    ...(affiliation !== undefined && { affiliation }),
    ...rest,
    kind,
    name,
    ...(handle !== undefined && { handle }),
  }
}

async function inherited(register: Register, from: Person, to: Person): Promise<Changes> {
  const grants = await readAll(register, 'grant', from.id)
  return new Map(
    [...grants].flatMap(([key, grant]) => {
      const source = key.slice(key.lastIndexOf('!') + 1)
      return [...grantChange(from.id, grant, source, false), ...grantChange(to.id, grant, source)]
    }),
  )
}

/** A name for a key, as issuers and subjects may hold anything. */
function keyOf({ issuer, subject }: Identity): string {
  return createHash('sha256')
    .update(JSON.stringify([issuer, subject]))
    .digest('hex')
}
