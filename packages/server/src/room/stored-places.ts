import { NOWHERE, type Place, placeIn, type Spot, spotOf } from './places.ts'
import type { Id, Struct } from './update.ts'

/** Of a long chain of items that were written beside each other, the place of one in so many is remembered. */
const REMEMBERED = 32

/** A struct and who wrote it. */
interface Found {
  readonly client: number
  readonly struct: Struct
}

/**
 * Where everything is that is stored. Nothing is read before somebody asks; then an item is followed to the one it was written
 * beside, and so on to one that says what it is in.
 */
export class StoredPlaces {
  readonly #structAt: (id: Id) => Struct | undefined
  readonly #remembered = new Map<number, Map<number, Place>>()

  constructor(structAt: (id: Id) => Struct | undefined) {
    this.#structAt = structAt
  }

  readonly at = (id: Id): Place => {
    const found = this.#find(id)
    if (found === undefined) return NOWHERE
    return this.#recall(found) ?? this.#remember(found, this.#spotOf(found))
  }

  #spotOf(found: Found): Spot | undefined {
    const passed: Found[] = []
    const spot = this.#follow(found, passed)
    for (const [index, each] of passed.entries()) if (index % REMEMBERED === REMEMBERED - 1) this.#remember(each, spot)
    return spot
  }

  #follow(from: Found, passed: Found[]): Spot | undefined {
    for (let here: Found | undefined = from; here !== undefined;) {
      const known = this.#recall(here)
      if (known !== undefined) return known.spot
      const { where } = here.struct
      if (where.in !== 'the same') return spotOf(where, this.at)
      passed.push(here)
      here = this.#find(where.as)
    }
    return undefined
  }

  #find(id: Id): Found | undefined {
    const struct = this.#structAt(id)
    return struct && { client: id.client, struct }
  }

  #recall({ client, struct }: Found): Place | undefined {
    return this.#remembered.get(client)?.get(struct.clock)
  }

  #remember({ client, struct }: Found, spot: Spot | undefined): Place {
    const place = placeIn(spot, struct.content)
    const places = this.#remembered.get(client)
    if (places === undefined) this.#remembered.set(client, new Map([[struct.clock, place]]))
    else places.set(struct.clock, place)
    return place
  }
}
