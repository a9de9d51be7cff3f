import type { Resolution, Roster } from '../people/roster.ts'
import type { Line, View } from '../reading/index.ts'
import { isNobody } from './labels.ts'
import { type Prefix, prefixOf } from './prefix.ts'

/** How often something must be written before it is a habit of these minutes. */
const HABIT = 3

const INITIALS = /^\p{Lu}{2,4}$/u
const CAPITALISED = /^\p{Lu}[\p{L}\p{M}'’-]*\p{Ll}[\p{L}\p{M}'’.-]*(?: (?:\p{Ll}{1,3} )?\p{Lu}[\p{L}\p{M}'’.-]*){0,2}$/u

/**
 * Who speaks in these minutes. A name is a person's if the attendance knows it, or if the minutes begin at least three lines
 * with it and it looks like a name. Where several people speak, others may pass by: initials where people are called by their
 * initials, names right between two who speak. Nobody lists who only came for one question.
 */
export class Voices {
  readonly #roster: Roster
  readonly #known = new Map<string, Resolution>()
  readonly #counts = new Map<string, number>()
  /** Of those that are written like names at least once, in small letters. */
  readonly #likeNames = new Set<string>()
  readonly #isInInitials: boolean
  readonly #isInNames: boolean

  constructor(roster: Roster, prefixes: Iterable<{ readonly prefix: Prefix }>) {
    this.#roster = roster
    const spellings = new Map<string, number>()
    for (const { prefix } of prefixes) {
      for (const { text } of prefix.names) spellings.set(text, (spellings.get(text) ?? 0) + 1)
    }
    const initials = new Set<string>()
    let inInitials = 0
    for (const [text, count] of spellings) {
      const key = text.toLowerCase()
      this.#counts.set(key, (this.#counts.get(key) ?? 0) + count)
      if (!INITIALS.test(text) && !CAPITALISED.test(text)) continue
      if (isNobody(text, roster)) continue
      this.#likeNames.add(key)
      if (!INITIALS.test(text)) continue
      initials.add(key)
      inInitials += count
    }
    this.#isInInitials = inInitials > HABIT && initials.size >= HABIT
    const names = [...this.#likeNames].filter((name) => !initials.has(name) && this.isRegular(name))
    this.#isInNames = names.length >= HABIT
  }

  /** Whom the attendance means by this. */
  who(written: string): Resolution {
    const before = this.#known.get(written)
    if (before !== undefined) return before
    const resolution: Resolution = isNobody(written, this.#roster) ? { state: 'none' } : this.#roster.resolve(written)
    this.#known.set(written, resolution)
    return resolution
  }

  /** Whether these are people who speak; `isAmongOthers`: others do so right before and behind. */
  areSpeaking({ names, style }: Prefix, isAmongOthers: boolean): boolean {
    if (style.frame === 'name=') return true
    return names.every(({ text }) => this.isRegular(text) || this.#isPassing(text, isAmongOthers))
  }

  /** Whether the attendance knows this name, or the minutes use it as one. */
  isRegular(written: string): boolean {
    if (this.who(written).state !== 'none') return true
    const key = written.toLowerCase()
    return this.#likeNames.has(key) && (this.#counts.get(key) ?? 0) >= HABIT
  }

  /** Whether this is somebody's surname behind the first letter of their name: `abell` of `Ann Bell`. */
  isShort(written: string): boolean {
    return this.#roster.attendees.some(({ name }) => {
      const words = name.toLowerCase().split(' ')
      return words.length > 1 && written === name.charAt(0).toLowerCase() + words.at(-1)!
    })
  }

  /** Whether a line begins with this name before a colon, be it only once. */
  isHeard(written: string): boolean {
    return this.isRegular(written) || this.#likeNames.has(written.toLowerCase())
  }

  #isPassing(written: string, isAmongOthers: boolean): boolean {
    if (isNobody(written, this.#roster)) return false
    if (INITIALS.test(written)) return this.#isInInitials && written.length < 4
    return isAmongOthers && this.#isInNames && CAPITALISED.test(written)
  }
}

/** Lines of the attendance itself, on which nobody speaks. */
export function listedLines(roster: Roster): (line: Line) => boolean {
  const places = new Map<string, number[]>()
  for (const { at } of roster.attendees) {
    const key = at.path.join()
    const same = places.get(key)
    if (same === undefined) places.set(key, [at.from])
    else same.push(at.from)
  }
  return ({ path, from, text }) =>
    (places.get(path.join()) ?? []).some((place) => place >= from && place <= from + text.length)
}

/** A line that begins with names. */
export interface Candidate {
  readonly line: Line
  readonly prefix: Prefix
  /** Among the lines outside tables. */
  readonly index: number
}

/** Who speaks in minutes, and the lines on which somebody may. */
export interface Speaking {
  readonly voices: Voices
  /** Outside tables. */
  readonly lines: readonly Line[]
  readonly candidates: readonly Candidate[]
}

const known = new WeakMap<View, Speaking>()

/** Looks for the people who speak; remembered, as more than one recogniser asks. */
export function speakingIn(view: View, roster: Roster): Speaking {
  const before = known.get(view)
  if (before !== undefined) return before
  const isListed = listedLines(roster)
  const lines = view.lines.filter(({ cell }) => cell === null)
  const candidates = lines.flatMap((line, index) => {
    const prefix = line.node.type === 'heading' ? null : prefixOf(line)
    return prefix === null || isListed(line) ? [] : [{ line, prefix, index }]
  })
  const speaking = { voices: new Voices(roster, candidates), lines, candidates }
  known.set(view, speaking)
  return speaking
}
