import type { View } from '../reading/index.ts'
import { couldBeInitials, isNoName, isOffice, looksLikeName } from './name-shape.ts'
import type { Roster } from './roster.ts'

/** Somebody before a colon, at the beginning of a line: `Till:`, `RD/MP:`, `@till:`, `[Till]`. */
const SAYS =
  /^[\s>*_-]*(?:\[(?<inBrackets>[^\]]{1,40})\]|(?<said>@?[\p{L}][^:：\s]*(?: [^:：\s]+){0,3}))\s?(?<colon>[:：])?(?=\s|$)(?!\s*\d)/u

/**
 * Who is named in these minutes: the attendance, and whoever speaks in them. So a word before a colon, or before `to`, is
 * told from other words.
 */
export class KnownNames {
  static readonly #known = new WeakMap<View, KnownNames>()
  readonly #names = new Set<string>()

  /** Gathered once for all who read the same minutes. */
  static of(view: View, roster: Roster): KnownNames {
    const known = KnownNames.#known.get(view) ?? new KnownNames(view, roster)
    KnownNames.#known.set(view, known)
    return known
  }

  private constructor(view: View, roster: Roster) {
    for (const { name, handle, initials } of roster.attendees) {
      for (const known of [name, handle, initials, ...name.split(/\s+/)]) this.#add(known)
    }
    for (const name of speakers(view)) this.#add(name)
  }

  has(words: string): boolean {
    return this.#names.has(plain(words))
  }

  #add(name: string | undefined): void {
    if (name !== undefined && name.length > 1) this.#names.add(plain(name))
  }
}

/** Who speaks twice or more, and all handles before a colon. */
function speakers(view: View): Set<string> {
  const times = new Map<string, number>()
  const add = (name: string, by: number): void => void times.set(name, (times.get(name) ?? 0) + by)
  for (const { text, cell } of view.lines) {
    if (cell !== null || !/[\]:：]/.test(text.slice(0, LONGEST))) continue
    const { inBrackets, said, colon } = SAYS.exec(text)?.groups ?? {}
    if (inBrackets === undefined && colon === undefined) continue
    for (const name of (inBrackets ?? said ?? '').split(/[/,&]| and /)) {
      const words = name.replace(/\(.*$/, '').trim()
      if (words.startsWith('@')) add(words, ENOUGH)
      else if (isOffice(words)) continue
      else if (looksLikeName(words) || isNick(words)) add(words, 1)
      else if (couldBeInitials(words)) add(words, 0.5)
    }
  }
  return new Set([...times].filter(([, count]) => count >= ENOUGH).map(([name]) => name))
}

/** As far as names before a colon go. */
const LONGEST = 80

/** A word before one colon may be anything, before several it is somebody. */
const ENOUGH = 2

/** `nikomatsakis: …` */
function isNick(words: string): boolean {
  return /^\p{Ll}[\p{L}\p{N}_-]{2,}$/u.test(words) && !isNoName(words)
}

function plain(name: string): string {
  return name.replace(/^@/, '').normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}
