import { digest } from 'lib0/hash/sha256'
import { encodeUtf8 } from 'lib0/string'

import { type Action, comparePlaces, type Decision, type Place, type Poll } from '../blocks/index.ts'

export type Referred = Action | Decision | Poll

/**
 * The id of each thing that can be referred to. It is the id of the node that it stands on; the second thing on the same node
 * has `-2` behind it, and so on. Where the node has none (somebody wrote it with another program), the id comes from what the
 * thing says: edits around it leave it alone, and so do a tick and another owner.
 */
export function idsOf(things: readonly Referred[], placeOf: (thing: Referred) => Place): ReadonlyMap<Referred, string> {
  const counts = new Map<string, number>()
  const inOrder = things.toSorted((a, b) => comparePlaces(placeOf(a), placeOf(b)))
  return new Map(
    inOrder.map((thing) => {
      const id = thing.carrier.id ?? derivedId(thing)
      const count = (counts.get(id) ?? 0) + 1
      counts.set(id, count)
      return [thing, count === 1 ? id : `${id}-${count}`]
    }),
  )
}

function derivedId(thing: Referred): string {
  const words = wordsOf(thing).replace(/\s+/g, ' ').trim()
  const hash = digest(encodeUtf8(`${thing.kind} ${words}`))
  return Array.from(hash.subarray(0, 5), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function wordsOf(thing: Referred): string {
  switch (thing.kind) {
    case 'action':
    case 'decision':
      return thing.text.value
    case 'poll':
      return [thing.question.value, ...thing.options.map(({ label }) => label)].join(' ')
  }
}
