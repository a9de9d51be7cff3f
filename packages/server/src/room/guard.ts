import type { Known } from './known.ts'
import { isSameSpot, type Place, placeOf, Places } from './places.ts'
import { type Clocks, settle } from './settle.ts'
import { type HasAddress, type Misfit, misfitOf } from './shape.ts'
import { type Range, readUpdate, type Section, type Struct, type Update } from './update.ts'

/** What an update would do to minutes of which something is known. */
export type Verdict =
  | Fitting
  /** It hangs on something that is not there; it will fit once that is. */
  | { readonly verdict: 'gap' }
  /** It can never be taken; the reason is a sentence for the person. */
  | { readonly verdict: 'refused'; readonly refusal: Refusal; readonly reason: string }
  /** It is no update at all. */
  | { readonly verdict: 'malformed' }

export interface Fitting {
  readonly verdict: 'fits'
  /** What was read of it. */
  readonly update: Update
  readonly clocks: Clocks
  readonly adds: boolean
  readonly deletions: readonly Range[]
  /** Where everything is that it adds. */
  readonly places: Places
}

export type Refusal = 'bytes' | 'extent' | 'foreign' | Misfit

const REASONS: Readonly<Record<Refusal, string>> = {
  bytes: 'This change is larger than 2 MiB. Make it in smaller parts.',
  extent: 'This change is larger than minutes can be.',
  foreign: 'This change goes on with what somebody else wrote, as if you were them.',
  outside: 'This change writes outside the minutes.',
  shape: 'This change puts something into the minutes that they cannot hold.',
  depth: 'This change puts things into each other more deeply than minutes can hold.',
  address: 'This change links to an address, or shows an image from one, that no page may point at.',
}

/** An update may be this large, in bytes. The largest honest one is a whole imported file pasted at once. */
const MAX_BYTES = 2 * 1024 * 1024

/** One update may move a client's clock by so much, and a clock may reach so far: beyond lies only damage. */
const MAX_STEP = 5_000_000
const MAX_CLOCK = 2 ** 31

/** A page brings what it wrote under one client id, and what earlier pages of its browser did under theirs. */
const MAX_NEW_CLIENTS = 500

/** Everybody who comes has to hear of every client id that was ever written under; each page of somebody who writes has one. */
const MAX_CLIENTS = 20_000

/**
 * Whether an update may come into the minutes. It reads the bytes, builds nothing and changes nothing. What fits can be applied by
 * Yjs without an error and with nothing left waiting, and every page can show what comes of it.
 */
export function judge(bytes: Uint8Array, known: Known): Verdict {
  if (bytes.length > MAX_BYTES) return refused('bytes')
  const update = readUpdate(bytes)
  if (update === undefined) return { verdict: 'malformed' }
  if (isTooFar(update.sections, known.clocks)) return refused('extent')
  const places = new Places(known.places.at)
  let misfit: Misfit | undefined
  const clocks = settle(update, known.clocks, (client, struct, clock) => {
    const place = placeOf(struct, places.at)
    const before = struct.clock < clock ? places.at({ client, clock: clock - 1 }) : place
    places.add(client, clock, place)
    misfit ??= misfitAt(place, before, struct, known.hasAddress)
  })
  if (misfit !== undefined) return refused(misfit)
  if (clocks === undefined) return { verdict: 'gap' }
  const adds = [...clocks].some(([client, clock]) => clock > (known.clocks.get(client) ?? 0))
  return { verdict: 'fits', update, clocks, adds, deletions: update.deletions, places }
}

export function refused(refusal: Refusal): Verdict {
  return { verdict: 'refused', refusal, reason: REASONS[refusal] }
}

function isTooFar(sections: readonly Section[], known: Clocks): boolean {
  const clients = sections.filter(({ client }) => !known.has(client))
  if (clients.length > MAX_NEW_CLIENTS) return true
  if (clients.length > 0 && known.size + clients.length > MAX_CLIENTS) return true
  return sections.some(({ client, structs }) => {
    const last = structs.at(-1)
    const end = last === undefined ? 0 : last.clock + last.length
    return end > MAX_CLOCK || end - (known.get(client) ?? 0) > MAX_STEP
  })
}

/**
 * Of a struct that begins before what is new in it, the rest ends up behind what is there (`before`) where updates are merged, and
 * where it says itself on the pages that hear of it first. So both must be the same spot.
 */
function misfitAt(place: Place, before: Place, { content }: Struct, hasAddress: HasAddress): Misfit | undefined {
  const spot = place.spot ?? before.spot
  // What hangs on something that has been collected comes to nothing.
  if (spot === undefined) return content.what === 'foreign' ? 'shape' : undefined
  const isTorn = content.what !== 'nothing' && before.spot !== undefined && !isSameSpot(spot, before.spot)
  return isTorn ? 'shape' : misfitOf(content, spot, hasAddress)
}
