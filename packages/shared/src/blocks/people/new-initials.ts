import { partsOf } from './initials.ts'

/**
 * Initials for somebody who has none yet in a group that gives them: of first and last name, and where the others have three
 * letters with one more of the last name; never those of somebody else. Undefined where none are left.
 */
export function newInitials(name: string, taken: readonly string[]): string | undefined {
  const parts = partsOf(name).map((part) => Array.from(part))
  const [first = []] = parts
  const last = parts.length > 1 ? parts.at(-1)! : first.slice(1)
  const begin = [...first.slice(0, 1), ...last.slice(0, 1)]
  const more = [last.slice(-1), ...last.slice(1, -1).map((letter) => [letter])].map((letters) => [...begin, ...letters])
  const candidates = isLong(taken) ? [...more, begin] : [begin, ...more]
  const used = new Set(taken.map((each) => each.toLowerCase()))
  const free = candidates.find((letters) => letters.length > 1 && !used.has(letters.join('')))
  return free?.join('').toUpperCase()
}

/** Most have three letters. */
function isLong(taken: readonly string[]): boolean {
  return taken.filter((each) => each.length > 2).length * 2 > taken.length
}
