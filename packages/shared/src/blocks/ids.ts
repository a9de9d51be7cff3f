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
  return ids.map((id) => {
    const count = (counts.get(id) ?? 0) + 1
    counts.set(id, count)
    return count === 1 ? id : `${id}-${count}`
  })
}
