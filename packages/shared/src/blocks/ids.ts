import { digest } from 'lib0/hash/sha256'
import { encodeUtf8 } from 'lib0/string'

import { oneLine } from '../document/one-line.ts'

/** The id of what stands on a node without one: it comes from what it says, so edits around it leave it alone. */
export function idOfWords(kind: string, words: string): string {
  const hash = digest(encodeUtf8(`${kind} ${oneLine(words)}`))
  return Array.from(hash.subarray(0, 5), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Ids in the order of the minutes, each once: the second of the same has `-2` behind it, and so on. */
export function numbered(ids: readonly string[]): readonly string[] {
  const counts = new Map<string, number>()
  const taken = new Set<string>()
  return ids.map((id) => {
    let count = (counts.get(id) ?? 0) + 1
    // Another program may have written an id that looks like a numbered one.
    while (taken.has(spelt(id, count))) count++
    counts.set(id, count)
    taken.add(spelt(id, count))
    return spelt(id, count)
  })
}

function spelt(id: string, count: number): string {
  return count === 1 ? id : `${id}-${count}`
}
