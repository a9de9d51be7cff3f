import type { Mapping } from '@tiptap/pm/transform'

import type { AllFound, Found, FoundKind } from './found.ts'

/** Something that was found, under a name that it keeps from one reading to the next. */
export type Entry<K extends FoundKind> = Found<K> & { readonly key: string }
export type Entries = { readonly [K in FoundKind]: readonly Entry<K>[] }

export const NONE: Entries = { heading: [], topic: [], person: [], action: [], decision: [], poll: [], problem: [] }

let made = 0

/**
 * Names what was found. It is what it was before where it stands in the same line, whatever was written around it or moved it;
 * a block that was taken to another place is known by its id.
 */
export function named(found: AllFound, before: Entries, since: readonly Mapping[]): Entries {
  return {
    heading: namedOf(found.heading, before.heading, since),
    topic: namedOf(found.topic, before.topic, since),
    person: namedOf(found.person, before.person, since),
    action: namedOf(found.action, before.action, since),
    decision: namedOf(found.decision, before.decision, since),
    poll: namedOf(found.poll, before.poll, since),
    problem: namedOf(found.problem, before.problem, since),
  }
}

function namedOf<K extends FoundKind>(
  found: readonly Found<K>[],
  before: readonly Entry<K>[],
  since: readonly Mapping[],
): Entry<K>[] {
  const known = before
    .map(({ key, id, anchor }) => ({ key, id, at: positionNow(anchor, since) }))
    .sort((a, b) => (a.at ?? Infinity) - (b.at ?? Infinity))
  const taken = new Set<string>()
  let next = 0
  const keys = found.map(({ line }) => {
    while (next < known.length && (known[next]?.at ?? Infinity) < line.from) next++
    const candidate = known[next]
    if (candidate === undefined || candidate.at === null || candidate.at > line.to) return undefined
    next++
    taken.add(candidate.key)
    return candidate.key
  })
  return found.map((one, index) => {
    const moved = known.find(({ key, id }) => id !== null && id === one.id && !taken.has(key))
    const key = keys[index] ?? moved?.key ?? `${one.kind}-${(made += 1)}`
    taken.add(key)
    return { ...one, key }
  })
}

/** Where a place is after these edits; null where the text around it is gone. */
export function positionNow(position: number, since: readonly Mapping[]): number | null {
  let at = position
  for (const mapping of since) {
    const mapped = mapping.mapResult(at, 1)
    if (mapped.deletedAcross) return null
    at = mapped.pos
  }
  return at
}
