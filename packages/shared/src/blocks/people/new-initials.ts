import { partsOf } from './initials.ts'

/**
 * Initials for somebody who has none yet in a group that gives them: of first and last name, and where the others have three
 * letters with one more of the last name; never those of somebody else. Undefined where none are left.
 */
export function newInitials(name: string, taken: readonly string[]): string | undefined {
  const parts = partsOf(name)
  const [first = '', last = first.slice(1)] = [parts[0], parts.length > 1 ? parts.at(-1) : undefined]
  const begin = first.slice(0, 1) + last.slice(0, 1)
  const more = [last.slice(-1), ...Array.from(last.slice(1, -1))].map((letter) => begin + letter)
  const candidates = isLong(taken) ? [...more, begin] : [begin, ...more]
  const used = new Set(taken.map((each) => each.toLowerCase()))
  return candidates.find((each) => each.length > 1 && !used.has(each))?.toUpperCase()
}

/** Most have three letters. */
function isLong(taken: readonly string[]): boolean {
  return taken.filter((each) => each.length > 2).length * 2 > taken.length
}
