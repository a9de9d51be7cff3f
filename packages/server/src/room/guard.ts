import { ROOTS } from '@plenary/shared/document'

import { type Id, type Range, readUpdate, type Section, type Update } from './update.ts'

/** How far the clock of each client is known: a state vector. */
export type Clocks = ReadonlyMap<number, number>

/** What an update would do to a document that is known up to some clocks. */
export type Verdict =
  | { readonly verdict: 'fits'; readonly clocks: Clocks; readonly adds: boolean; readonly deletions: readonly Range[] }
  /** It hangs on something that is not there; it will fit once that is. */
  | { readonly verdict: 'gap' }
  /** It can never be taken; the reason is a sentence for the person. */
  | { readonly verdict: 'refused'; readonly reason: string }
  /** It is no update at all. */
  | { readonly verdict: 'malformed' }

/** An update may be this large, in bytes. The largest honest one is a whole imported file pasted at once. */
const MAX_BYTES = 2 * 1024 * 1024

/** One update may move a client's clock by so much, and a clock may reach so far: beyond lies only damage. */
const MAX_STEP = 5_000_000
const MAX_CLOCK = 2 ** 31

/**
 * Whether an update may be taken into a document whose clocks are `known`. Pure: it reads the bytes, builds nothing and
 * changes nothing. What fits can be applied by Yjs without an error and without anything left waiting.
 */
export function judge(bytes: Uint8Array, known: Clocks): Verdict {
  if (bytes.length > MAX_BYTES) return refused('This change is larger than 2 MiB. Make it in smaller parts.')
  const update = readUpdate(bytes)
  if (update === undefined) return { verdict: 'malformed' }
  const objection = objectionTo(update, known)
  if (objection !== undefined) return refused(objection)
  const clocks = settle(update.sections, known)
  if (clocks === undefined || !update.deletions.every((range) => reaches(clocks, known, range))) {
    return { verdict: 'gap' }
  }
  const adds = [...clocks].some(([client, clock]) => clock > (known.get(client) ?? 0))
  return { verdict: 'fits', clocks, adds, deletions: update.deletions }
}

function refused(reason: string): Verdict {
  return { verdict: 'refused', reason }
}

function objectionTo({ sections, roots, nested }: Update, known: Clocks): string | undefined {
  if (nested) return 'This change puts a document into the minutes, which they cannot hold.'
  for (const root of roots) {
    if (!ROOTS.includes(root)) return 'This change writes outside the minutes.'
  }
  for (const { client, structs } of sections) {
    const last = structs.at(-1)
    const end = last === undefined ? 0 : last.clock + last.length
    if (end > MAX_CLOCK || end - (known.get(client) ?? 0) > MAX_STEP)
      return 'This change is larger than minutes can be.'
  }
  return undefined
}

/**
 * Places every struct in the order that Yjs would, each after what it needs, and returns how far that brings each client's
 * clock; undefined where one cannot be placed. A client waits for whatever it needs next and is woken when that moves.
 */
function settle(sections: readonly Section[], known: Clocks): Clocks | undefined {
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
      if (struct.clock > at(client)) return undefined
      missing = struct.needs.find((need) => need.clock >= at(need.client))
      if (missing !== undefined) break
      clocks.set(client, Math.max(at(client), struct.clock + struct.length))
    }
    if (at(client) > before) {
      ready.push(...(waiting.get(client) ?? []))
      waiting.delete(client)
    }
    if (missing === undefined) unfinished--
    else waiting.set(missing.client, [...(waiting.get(missing.client) ?? []), cursor])
  }
  return unfinished === 0 ? clocks : undefined
}

interface Cursor extends Pick<Section, 'client' | 'structs'> {
  next: number
}

function reaches(clocks: Clocks, known: Clocks, { client, clock, length }: Range): boolean {
  return clock + length <= (clocks.get(client) ?? known.get(client) ?? 0)
}
