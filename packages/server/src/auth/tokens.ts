import type { Person, PersonId, Role } from '@plenary/shared/meeting'

import type { Register } from '../store/register.ts'
import { newPersonId, type People } from './people.ts'
import { change, grantChange, readAll } from './records.ts'
import { hashOf, newSecret } from './secret.ts'
import type { Turns } from './turns.ts'
import type { Grant, Scope } from './who.ts'

/** A program that may come in, without its token. */
export interface Program {
  readonly person: Person
  readonly createdAt: string
  readonly grants: readonly Grant[]
}

export interface TokensOptions {
  readonly register: Register
  readonly people: People
  /** Called when a program may no longer come in. */
  readonly changed: (people: readonly PersonId[]) => Promise<void>
  readonly turns: Turns
}

/** What marks a token as one of Plenary's, for those who look for secrets where none should be. */
const MARK = 'plenary_'

/** Tokens by which programs come in: each is a person of its own, with one role. */
export class Tokens {
  readonly #options: TokensOptions

  constructor(options: TokensOptions) {
    this.#options = options
  }

  /** The token is said here and never again. Undefined where a program has this name already. */
  make(name: string, scope: Scope, role: Role): Promise<string | undefined> {
    return this.#options.turns.take(async () => {
      if ((await this.#find(name)) !== undefined) return undefined
      const person: Person = { id: newPersonId(), kind: 'program', name }
      const token = MARK + newSecret()
      const createdAt = new Date().toISOString()
      await this.#options.register.put(
        new Map([
          change('person', [person.id], { ...person, createdAt }),
          change('token', [hashOf(token)], { person: person.id, createdAt }),
          ...grantChange(person.id, { scope, role }, 'token'),
        ]),
      )
      return token
    })
  }

  /** Everybody who has one, by name. */
  async all(): Promise<Program[]> {
    const { register, people } = this.#options
    const tokens = [...(await readAll(register, 'token')).values()]
    const programs = tokens.map(async ({ person: id, createdAt }): Promise<Program[]> => {
      const person = await people.person(id)
      return person === undefined ? [] : [{ person, createdAt, grants: await people.grants(id) }]
    })
    return (await Promise.all(programs)).flat().sort((a, b) => (a.person.name < b.person.name ? -1 : 1))
  }

  /** False where no program has this name. What it wrote stays its own. */
  revoke(name: string): Promise<boolean> {
    return this.#options.turns.take(async () => {
      const { register, people, changed } = this.#options
      const [hash, id] = (await this.#find(name)) ?? []
      if (hash === undefined || id === undefined) return false
      const grants = await people.grants(id)
      await register.put(
        new Map([
          change('token', [hash], undefined),
          ...grants.flatMap((grant) => grantChange(id, grant, 'token', false)),
        ]),
      )
      await changed([id])
      return true
    })
  }

  async #find(name: string): Promise<readonly [hash: string, id: PersonId] | undefined> {
    const { register, people } = this.#options
    for (const [key, { person }] of await readAll(register, 'token')) {
      if ((await people.person(person))?.name === name) return [key.slice('token!'.length), person]
    }
    return undefined
  }
}
