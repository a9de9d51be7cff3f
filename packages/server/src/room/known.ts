import { addressesIn } from './addresses.ts'
import { Places } from './places.ts'
import type { Clocks } from './settle.ts'
import { StoredPlaces } from './stored-places.ts'
import type { Id, Struct } from './update.ts'

/** The minutes as they are stored. */
export interface Stored {
  clocks(): Clocks
  structAt(id: Id): Struct | undefined
  /** Everything, as one update. */
  state(): Uint8Array
}

/** What the guard has to know of the minutes: those stored, and what has been let through since. */
export class Known {
  readonly clocks: Map<number, number>
  readonly places: Places
  readonly #stored: () => Stored
  /** What was found out about places in one state of what is stored; a compaction puts others in its place. */
  #found: { readonly of: Stored; readonly places: StoredPlaces } | undefined
  #addresses: ReadonlySet<string> | undefined

  /** `stored` may give others later, which have come from the same by what was let through. */
  constructor(stored: () => Stored) {
    this.#stored = stored
    this.clocks = new Map(stored().clocks())
    this.places = new Places((id) => this.#placesStored().at(id))
  }

  #placesStored(): StoredPlaces {
    const stored = this.#stored()
    if (this.#found?.of !== stored) {
      this.#found = { of: stored, places: new StoredPlaces((id) => stored.structAt(id)) }
    }
    return this.#found.places
  }

  /** Takes note of an update that was let through. */
  add({ clocks, places }: { readonly clocks: Clocks; readonly places: Places }): void {
    for (const [client, clock] of clocks) this.clocks.set(client, clock)
    this.places.addAll(places)
  }

  /** Whether this address, which no page may point at, has been in the minutes before: imported minutes may hold any. */
  readonly hasAddress = (address: string): boolean => {
    // Rare enough to read all of the minutes for it, once while the room is open; what is let through adds none.
    this.#addresses ??= addressesIn(this.#stored().state())
    return this.#addresses.has(address)
  }
}
