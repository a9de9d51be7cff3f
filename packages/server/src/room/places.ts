import { ROOTS } from '@plenary/shared/document'

import type { Content, Id, Struct, Where } from './update.ts'

/** An element of the minutes, or the text in one. */
export interface Holder {
  /** The element's name; `doc` for the root, undefined for a root that minutes do not have. */
  readonly element: string | undefined
  readonly isText: boolean
  /** How many elements it is in. */
  readonly depth: number
}

/** Where an item sits: among the children of a holder, or under a key, as its attribute. */
export interface Spot {
  readonly holder: Holder
  readonly key: string | undefined
}

export function isSameSpot(a: Spot, b: Spot): boolean {
  return a.key === b.key && a.holder.element === b.holder.element && a.holder.isText === b.holder.isText
}

export interface Place {
  /** Undefined where the item is in what has been collected; Yjs throws it away. */
  readonly spot: Spot | undefined
  /** What others may sit in, if the item is such a thing. */
  readonly opens: Holder | undefined
}

const ROOT: Holder = { element: 'doc', isText: false, depth: 0 }
const OUTSIDE: Holder = { ...ROOT, element: undefined }
export const NOWHERE: Place = { spot: undefined, opens: undefined }

/** Where an item is, given where those are that it hangs on. */
export function placeOf({ where, content }: Pick<Struct, 'where' | 'content'>, at: (id: Id) => Place): Place {
  if (where.in !== 'the same') return placeIn(spotOf(where, at), content)
  const beside = at(where.as)
  const place = placeIn(beside.spot, content)
  // Most are letters behind others: they share the place of these.
  return beside.opens === undefined && place.opens === undefined ? beside : place
}

export function placeIn(spot: Spot | undefined, content: Content): Place {
  return spot === undefined ? NOWHERE : { spot, opens: holderOf(content, spot) }
}

export function spotOf(where: Where, at: (id: Id) => Place): Spot | undefined {
  switch (where.in) {
    case 'nothing':
      return undefined
    case 'the same':
      return at(where.as).spot
    case 'root':
      return { holder: ROOTS.includes(where.root) ? ROOT : OUTSIDE, key: where.key }
    case 'type': {
      const holder = at(where.type).opens
      return holder && { holder, key: where.key }
    }
  }
}

function holderOf(content: Content, { holder, key }: Spot): Holder | undefined {
  if (key !== undefined || holder.isText) return undefined
  if (content.what === 'element') return { element: content.name, isText: false, depth: holder.depth + 1 }
  return content.what === 'text' ? { ...holder, isText: true } : undefined
}

/** What one client wrote from a clock on has this place, until another follows. */
interface Stretch {
  readonly from: number
  readonly place: Place
}

/** Where everything is that was written since the room opened, and whom to ask for what is older. */
export class Places {
  readonly #older: (id: Id) => Place
  readonly #clients = new Map<number, Stretch[]>()

  constructor(older: (id: Id) => Place) {
    this.#older = older
  }

  /** Where an item is that is known. */
  readonly at = (id: Id): Place => {
    const stretches = this.#clients.get(id.client)
    const last = stretches?.at(-1)
    if (stretches === undefined || last === undefined) return this.#older(id)
    if (last.from <= id.clock) return last.place
    return lastUpTo(stretches, id.clock)?.place ?? this.#older(id)
  }

  /** A client's items are added in the order of its clock, without gaps. */
  add(client: number, from: number, place: Place): void {
    const stretches = this.#clients.get(client)
    if (stretches === undefined) this.#clients.set(client, [{ from, place }])
    else if (stretches.at(-1)?.place !== place) stretches.push({ from, place })
  }

  addAll(others: Places): void {
    for (const [client, stretches] of others.#clients) {
      for (const { from, place } of stretches) this.add(client, from, place)
    }
  }
}

function lastUpTo(stretches: readonly Stretch[], clock: number): Stretch | undefined {
  let [low, high] = [0, stretches.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((stretches[middle]?.from ?? Infinity) <= clock) low = middle + 1
    else high = middle
  }
  return stretches[low - 1]
}
