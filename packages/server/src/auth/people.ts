import type { Meeting, Person, PersonId } from '@plenary/shared/meeting'

import { letters } from '../meeting/id.ts'
import type { Changes, Register } from '../store/register.ts'
import { change, grantChange, nameOf, type PersonRecord, read, readAll, type SessionRecord } from './records.ts'
import { hashOf, newSecret } from './secret.ts'
import { type Grant, isAdministrator, type Scope, type Visitor } from './who.ts'

/** What somebody says of themselves. */
export interface Introduction {
  readonly name: string
  readonly affiliation?: string
}

/** So long a browser stays signed in after it was last used, in milliseconds; browsers keep no cookie longer than 400 days. */
export const STAY = 400 * 24 * 60 * 60 * 1000

/** A session is renewed when so much of that has gone by: not each request has to write. */
const RENEW_AFTER = 24 * 60 * 60 * 1000

export interface SignedIn {
  readonly person: Person
  /** What the browser keeps; nobody else ever learns it. */
  readonly secret: string
  /** To be written, before the secret is handed out. */
  readonly changes: Changes
}

/** Everybody whom the server knows, by the secrets that they hold. */
export class People {
  readonly #register: Register
  readonly #now: () => number

  constructor(register: Register, now: () => number = Date.now) {
    this.#register = register
    this.#now = now
  }

  async person(id: PersonId): Promise<Person | undefined> {
    const record = await read(this.#register, 'person', id)
    return record && toPerson(record)
  }

  /** Who is signed in with this secret. */
  async bySession(secret: string): Promise<Person | undefined> {
    const session = await this.#session(hashOf(secret))
    return session && this.person(session.person)
  }

  /** The program to which this token was given. */
  async byToken(token: string): Promise<Person | undefined> {
    const record = await read(this.#register, 'token', hashOf(token))
    return record && this.person(record.person)
  }

  /** Who is known by a secret with this hash, of a browser or a program. */
  async byCredential(hash: string): Promise<Person | undefined> {
    const token = await read(this.#register, 'token', hash)
    const session = token === undefined ? await this.#session(hash) : undefined
    const id = token?.person ?? session?.person
    return id === undefined ? undefined : this.person(id)
  }

  /** The roles that somebody was given outside of ledgers. */
  async grants(id: PersonId): Promise<readonly Grant[]> {
    return [...(await readAll(this.#register, 'grant', id)).values()]
  }

  /** Whoever begins a meeting is its chair; nobody is where nobody said a name. */
  async makeChair({ person, grants }: Visitor, { id }: Pick<Meeting, 'id'>): Promise<void> {
    if (person === null || isAdministrator({ grants })) return
    const grant: Grant = { scope: { of: 'meeting', id }, role: 'chair' }
    await this.#register.put(new Map(grantChange(person.id, grant, 'creation')))
  }

  /** Whom grants make chair of a meeting: by name, by its group or for the whole server. */
  async chairs({ id, group }: Pick<Meeting, 'id' | 'group'>): Promise<readonly PersonId[]> {
    const scopes: Scope[] = [{ of: 'meeting', id }, { of: 'server' }]
    if (group !== undefined) scopes.push({ of: 'group', group })
    const found = await Promise.all(scopes.map((scope) => readAll(this.#register, 'chair', nameOf(scope))))
    return [...new Set(found.flatMap((chairs) => [...chairs.values()]))]
  }

  /** A guest of this name, in one browser. */
  guest(introduction: Introduction): SignedIn {
    const person: Person = { id: newPersonId(), kind: 'guest', ...introduction }
    const signedIn = this.signIn(person)
    return { ...signedIn, changes: new Map([...this.#known(person), ...signedIn.changes]) }
  }

  /** Somebody of whom nothing is known yet. */
  nobodyYet(): Person {
    return { id: newPersonId(), kind: 'guest', name: '' }
  }

  /** What is to be written of somebody, whether they were known before or not. */
  async known(person: Person): Promise<Changes> {
    return this.#known(person, (await read(this.#register, 'person', person.id))?.createdAt)
  }

  /** One more browser in which somebody is signed in. */
  signIn(person: Person): SignedIn {
    const secret = newSecret()
    const until = new Date(this.#now() + STAY).toISOString()
    return { person, secret, changes: new Map([change('session', [hashOf(secret)], { person: person.id, until })]) }
  }

  /** Whether a session that is used is old enough to be renewed. */
  async isToBeRenewed(secret: string): Promise<boolean> {
    const session = await this.#session(hashOf(secret))
    return session !== undefined && Date.parse(session.until) <= this.#now() + STAY - RENEW_AFTER
  }

  /** Puts off the end of a session; false where there is none any more. */
  async renew(secret: string): Promise<boolean> {
    const session = await this.#session(hashOf(secret))
    if (session === undefined) return false
    const until = new Date(this.#now() + STAY).toISOString()
    await this.#register.put(new Map([change('session', [hashOf(secret)], { ...session, until })]))
    return true
  }

  /** Takes away what is over, which nobody will ask for again. */
  async forgetOld(): Promise<void> {
    const sessions = await readAll(this.#register, 'session')
    const old = [...sessions].filter(([, { until }]) => Date.parse(until) <= this.#now())
    await this.#register.put(new Map(old.map(([key]) => [key, undefined])))
  }

  async signOut(secret: string): Promise<void> {
    await this.#register.put(new Map([change('session', [hashOf(secret)], undefined)]))
  }

  /** In every browser. */
  async signOutEverywhere(id: PersonId): Promise<void> {
    const sessions = await readAll(this.#register, 'session')
    const theirs = [...sessions].filter(([, { person }]) => person === id)
    await this.#register.put(new Map(theirs.map(([key]) => [key, undefined])))
  }

  /** Puts what somebody now says of themselves in the place of what they said before. */
  async rename(person: Person, introduction: Introduction): Promise<Person> {
    const { affiliation: _before, ...rest } = person
    const renamed: Person = { ...rest, ...introduction }
    await this.#register.put(await this.known(renamed))
    return renamed
  }

  async #session(hash: string): Promise<SessionRecord | undefined> {
    const session = await read(this.#register, 'session', hash)
    return session !== undefined && Date.parse(session.until) > this.#now() ? session : undefined
  }

  #known(person: Person, createdAt = new Date(this.#now()).toISOString()): Changes {
    return new Map([change('person', [person.id], { ...person, createdAt })])
  }
}

export function newPersonId(): PersonId {
  return letters(26)
}

function toPerson({ createdAt: _unsaid, ...person }: PersonRecord): Person {
  return person
}
