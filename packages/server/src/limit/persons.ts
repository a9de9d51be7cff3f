import type { PersonId } from '@plenary/shared/meeting'

import { Bucket } from './bucket.ts'
import { CONNECTIONS_PER_PERSON, PERSON_BYTES, PERSON_FRAMES } from './limits.ts'

/** Of what all connections of one person take. */
export interface Allowance {
  /** Takes so many frames and bytes; false where that is more than they may send now. */
  take(frames: number, bytes: number): boolean
}

/** A connection of somebody. */
interface Arrival {
  readonly allowance: Allowance
  /** To be called when it has ended. */
  readonly leave: () => void
}

interface Pages extends Allowance {
  connections: number
  readonly isIdle: boolean
}

/** Those of whom nothing is worth remembering are forgotten when there are more than so many. */
const MANY = 1_000

/** What each person asks of the server, whichever their addresses and however many their pages. */
export class Persons {
  readonly #now: () => number
  readonly #pages = new Map<PersonId, Pages>()
  #tidyAt = MANY

  constructor(now: () => number = () => performance.now()) {
    this.#now = now
  }

  /** One more connection; undefined where there are too many. */
  arrive(person: PersonId): Arrival | undefined {
    const pages = this.#pages.get(person) ?? this.#begin(person)
    if (pages.connections >= CONNECTIONS_PER_PERSON) return undefined
    pages.connections++
    return { allowance: pages, leave: () => void pages.connections-- }
  }

  /** Of how many people something is remembered. */
  get size(): number {
    return this.#pages.size
  }

  #begin(person: PersonId): Pages {
    if (this.#pages.size >= this.#tidyAt) this.#tidy()
    const now = this.#now
    const [frames, bytes] = [new Bucket(PERSON_FRAMES, now()), new Bucket(PERSON_BYTES, now())]
    const pages: Pages = {
      connections: 0,
      take: (count, size) => frames.take(count, now()) && bytes.take(size, now()),
      get isIdle() {
        return this.connections === 0 && frames.isFull(now()) && bytes.isFull(now())
      },
    }
    this.#pages.set(person, pages)
    return pages
  }

  #tidy(): void {
    for (const [person, { isIdle }] of this.#pages) if (isIdle) this.#pages.delete(person)
    // Not again before as many have come anew, or it would be done for each of them.
    this.#tidyAt = this.#pages.size + MANY
  }
}
