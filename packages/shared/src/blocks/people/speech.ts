import type { Voices } from '../speaker/voices.ts'
import { looksLikeInitials } from './name-shape.ts'
import { readPeople } from './read-people.ts'

/** As far as names before a colon go. */
const LONGEST = 80
const COLON = /[\s*_]*[:：](?!\/\/)[\s*_]*/y

/** Where the words begin that somebody says at this place: behind `Till:`, `RD/MP:`, `**Ann Bell**:`. Null where nobody speaks. */
export function speechAt(text: string, at: number, names: Voices): number | null {
  // Most lines have no colon near their beginning; looking for it costs less than reading names.
  if (!/[:：]/.test(text.slice(at, at + LONGEST))) return null
  const found = readPeople(text, at, names)
  if (found === null) return null
  const isSure = found.people.every(({ name, hasAt }) => hasAt || names.isRegular(name) || looksLikeInitials(name))
  COLON.lastIndex = found.to
  return isSure && COLON.test(text) ? COLON.lastIndex : null
}
