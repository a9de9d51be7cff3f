import { fold } from '../../meeting/index.ts'

/** Words that stand between names and may count for initials or not. */
const PARTICLES: ReadonlySet<string> = new Set([
  'de',
  'da',
  'di',
  'do',
  'du',
  'del',
  'der',
  'den',
  'la',
  'le',
  'van',
  'von',
  'ter',
  'bin',
  'al',
  'el',
  'y',
  'e',
])

/** The parts of a name: words, also those behind hyphens and those of a nick like `IrisJ`. */
export function partsOf(name: string): readonly string[] {
  const parted = /\s/.test(name.trim()) ? name : name.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
  return fold(parted)
    .split(' ')
    .filter((part) => part !== '')
}

export function isParticle(word: string): boolean {
  return PARTICLES.has(word)
}

/**
 * The initials that a name can have: of all its parts, of those without particles, of first and last. `Anne van Dale`
 * is `avd` and `ad`, `Cleo Ward-Brook` `cwb` and `cw`, `OănaD` `od`. None for a single word.
 */
export function initialsOf(name: string): ReadonlySet<string> {
  const words = fold(name.replaceAll('-', '')).split(' ')
  const found = new Set<string>()
  for (const parts of [partsOf(name), words]) {
    const full = parts.filter((part) => !PARTICLES.has(part))
    const ends = full.length > 1 ? [full[0]!, full.at(-1)!] : []
    for (const each of [parts, full, ends]) if (each.length > 1) found.add(each.map((part) => part[0]).join(''))
  }
  return found
}
