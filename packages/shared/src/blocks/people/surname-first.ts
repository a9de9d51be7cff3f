import { fold } from '../../meeting/index.ts'

const WORD = String.raw`\p{Lu}[\p{L}\p{M}\d'’-]*`
const PARTICLES = '(?:(?:van|von|vom|zu|de|der|den|da|di|del|della|do|dos|du|la|le|ten|ter|bin|al|el) ){0,2}'

/** `Bell, Ann B.`, `van Dal, Cem` */
export const SURNAME_FIRST = new RegExp(
  String.raw`^\s*(?<surname>${PARTICLES}${WORD}),\s+(?<given>${WORD}(?:\s${WORD}\.?)?)\s*$`,
  'u',
)

/** Fewer are in the order of the alphabet by chance. */
const FEWEST = 8

/**
 * Whether a list is a register: a surname in front in every entry, in the order of the alphabet. Where firms stand behind the commas
 * some come again and again; given names seldom do.
 */
export function isRegister(texts: readonly string[]): boolean {
  if (texts.length < FEWEST) return false
  const entries = texts.map((text) => SURNAME_FIRST.exec(text.replace(/[([][^()[\]]*[)\]]/g, ' '))?.groups)
  const surnames = entries.map((entry) => fold(entry?.['surname'] ?? ''))
  const given = new Set(entries.map((entry) => entry?.['given']))
  if (surnames.includes('') || given.size * 4 < texts.length * 3) return false
  return surnames.every((surname, at) => at === 0 || surnames[at - 1]! <= surname)
}
