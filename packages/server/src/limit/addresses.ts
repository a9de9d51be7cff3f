import { Bucket, type Rate } from './bucket.ts'
import { GUESTS } from './limits.ts'
import { neighbourhoodOf } from './neighbourhood.ts'

export interface AddressLimits {
  /** Connections that are open at the same time. */
  readonly connections: number
  /** Connections that are made, whether they stay or not. */
  readonly arrivals: Rate
  /** Meetings that are created. */
  readonly creations: Rate
  /** People of whom nothing was known. */
  readonly guests: Rate
}

/** A whole office, or a conference, may share one address: it comes back in one moment when the server has restarted. */
export function addressLimits(connections: number, meetingsPerHour: number): AddressLimits {
  return {
    connections,
    arrivals: { burst: connections * 4, perSecond: Math.max(1, connections / 10) },
    creations: { burst: meetingsPerHour, perSecond: meetingsPerHour / 3600 },
    guests: GUESTS,
  }
}

interface Guest {
  connections: number
  readonly arrivals: Bucket
  readonly creations: Bucket
  readonly guests: Bucket
}

/** Those of whom nothing is worth remembering are forgotten when there are more than so many. */
const MANY = 1_000

const NOTHING = (): void => {}

/** What each address asks of the server: of somebody without a name it is what comes nearest to a person. */
export class Addresses {
  readonly #limits: AddressLimits
  readonly #now: () => number
  readonly #guests = new Map<string, Guest>()
  #tidyAt = MANY

  constructor(limits: AddressLimits, now: () => number = () => performance.now()) {
    this.#limits = limits
    this.#now = now
  }

  /** One more connection; undefined where there are too many, else what to call when it has ended. */
  arrive(address: string): (() => void) | undefined {
    const guest = this.#guest(address)
    if (guest === undefined) return NOTHING
    if (!guest.arrivals.take(1, this.#now()) || guest.connections >= this.#limits.connections) return undefined
    guest.connections++
    return () => void guest.connections--
  }

  /** Whether one more meeting may be created. */
  mayCreate(address: string): boolean {
    return this.#guest(address)?.creations.take(1, this.#now()) ?? true
  }

  /** Whether one more person may say a name for the first time. */
  mayCome(address: string): boolean {
    return this.#guest(address)?.guests.take(1, this.#now()) ?? true
  }

  /** Of how many addresses something is remembered. */
  get size(): number {
    return this.#guests.size
  }

  #guest(address: string): Guest | undefined {
    const name = neighbourhoodOf(address)
    if (name === undefined) return undefined
    const known = this.#guests.get(name)
    if (known !== undefined) return known
    const now = this.#now()
    if (this.#guests.size >= this.#tidyAt) this.#tidy(now)
    const { arrivals, creations, guests } = this.#limits
    const guest: Guest = {
      connections: 0,
      arrivals: new Bucket(arrivals, now),
      creations: new Bucket(creations, now),
      guests: new Bucket(guests, now),
    }
    this.#guests.set(name, guest)
    return guest
  }

  #tidy(now: number): void {
    for (const [name, { connections, arrivals, creations, guests }] of this.#guests) {
      const isIdle = connections === 0 && [arrivals, creations, guests].every((bucket) => bucket.isFull(now))
      if (isIdle) this.#guests.delete(name)
    }
    // Not again before as many have come anew, or it would be done for each of them.
    this.#tidyAt = this.#guests.size + MANY
  }
}
