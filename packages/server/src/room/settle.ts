import type { Id, Section, Struct, Update } from './update.ts'

/** How far the clock of each client is known: a state vector. */
export type Clocks = ReadonlyMap<number, number>

/** Hears of a struct that brings something new, from this clock on. */
export type Placed = (client: number, struct: Struct, clock: number) => void

/**
 * How far an update brings each client's clock, from those that are `known`; undefined where Yjs could not take all of it,
 * because something is missing that it hangs on or deletes.
 */
export function settle({ sections, deletions }: Update, known: Clocks, placed?: Placed): Clocks | undefined {
  const clocks = settleSections(sections, known, placed ?? (() => {}))
  const reaches = (client: number): number => clocks?.get(client) ?? known.get(client) ?? 0
  return deletions.every(({ client, clock, length }) => clock + length <= reaches(client)) ? clocks : undefined
}

/** Places every struct in the order that Yjs would. A client waits for whatever it needs next and is woken when that moves. */
function settleSections(sections: readonly Section[], known: Clocks, placed: Placed): Clocks | undefined {
  const clocks = new Map<number, number>()
  const at = (client: number): number => clocks.get(client) ?? known.get(client) ?? 0
  const waiting = new Map<number, Cursor[]>()
  const ready: Cursor[] = sections.map(({ client, structs }) => ({ client, structs, next: 0 }))
  let unfinished = ready.length

  for (let cursor = ready.pop(); cursor !== undefined; cursor = ready.pop()) {
    const { client, structs } = cursor
    const before = at(client)
    let missing: Id | undefined
    for (; cursor.next < structs.length; cursor.next++) {
      const struct = structs[cursor.next]
      if (struct === undefined || struct.skip) continue
      const clock = at(client)
      if (struct.clock > clock) return undefined
      missing = struct.needs.find((need) => need.clock >= at(need.client))
      if (missing !== undefined) break
      const end = struct.clock + struct.length
      if (end > clock) placed(client, struct, clock)
      clocks.set(client, Math.max(clock, end))
    }
    if (at(client) > before) {
      for (const each of waiting.get(client) ?? []) ready.push(each)
      waiting.delete(client)
    }
    if (missing === undefined) unfinished--
    else {
      const others = waiting.get(missing.client)
      if (others === undefined) waiting.set(missing.client, [cursor])
      else others.push(cursor)
    }
  }
  return unfinished === 0 ? clocks : undefined
}

interface Cursor extends Pick<Section, 'client' | 'structs'> {
  next: number
}
