import type { PersonId } from '@plenary/shared/meeting'

import type { Member } from '../ledger/member.ts'
import type { Clocks } from './settle.ts'

/**
 * Whose each Yjs client is: that of the person who first wrote under it, for as long as the minutes are there. Under what somebody
 * without a name began, anybody may go on, and it is theirs from then on if they have one: so does a page whose person says a name
 * while writing. Until then nobody can be told from anybody.
 */
export class Owners {
  #owners: Map<number, PersonId> | undefined
  #unsaved: Map<number, PersonId> | undefined

  constructor(stored?: ReadonlyMap<number, PersonId>) {
    if (stored !== undefined && stored.size > 0) this.#owners = new Map(stored)
  }

  /** Whether somebody may write, or be seen, as this client. */
  mayUse(client: number, { person }: Member): boolean {
    const owner = this.#owners?.get(client)
    return owner === undefined || owner === person?.id
  }

  /**
   * Lets somebody write further under the clients whose clocks an update moves on, and binds to them those of nobody; false, and
   * nothing is bound, where one is somebody else's.
   */
  admit(clocks: Clocks, known: Clocks, member: Member): boolean {
    const free: number[] = []
    for (const [client, clock] of clocks) {
      if (clock <= (known.get(client) ?? 0)) continue
      if (!this.mayUse(client, member)) return false
      if (this.#owners?.has(client) !== true) free.push(client)
    }
    if (member.person !== null) for (const client of free) this.#bind(client, member.person.id)
    return true
  }

  /** Those that are to be stored with the next update; undefined where there are none, as nearly always. */
  get unsaved(): ReadonlyMap<number, PersonId> | undefined {
    return this.#unsaved && new Map(this.#unsaved)
  }

  /** These are on disk. */
  saved(owners: ReadonlyMap<number, PersonId>): void {
    for (const client of owners.keys()) this.#unsaved?.delete(client)
    if (this.#unsaved?.size === 0) this.#unsaved = undefined
  }

  #bind(client: number, person: PersonId): void {
    this.#owners ??= new Map()
    this.#owners.set(client, person)
    this.#unsaved ??= new Map()
    this.#unsaved.set(client, person)
  }
}
