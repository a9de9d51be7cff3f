import { fold } from '../../meeting/index.ts'
import type { Attendee } from '../attendance/attendance.ts'
import { initialsOf, partsOf } from './initials.ts'

/**
 * Whom a name, initials or a handle mean. `none` and `many` are asked of a person; they are never guessed. `many` lists whom
 * it may mean, and may be one alone: `MP` where there is a Mihail of whom no more is known.
 */
export type Resolution =
  | { readonly state: 'one'; readonly name: string }
  | { readonly state: 'none' }
  | { readonly state: 'many'; readonly names: readonly string[] }

/** Names by what they can be called; the first index in which something is found says whom it means. */
type Index = Map<string, Set<string>>

const NONE: Resolution = { state: 'none' }

/** Who was there, to be found by full name, first name, initials or handle, whatever the minutes use. */
export class Roster {
  readonly attendees: readonly Attendee[]
  /** Full names, and the initials and handles that the minutes give. */
  readonly #exact: Index = new Map()
  /** First and last names, also with an initial: `Ann`, `Bell`, `Ann B`. */
  readonly #parts: Index = new Map()
  readonly #initials: Index = new Map()
  /** What alone is not enough: the first letter of a single name, the beginning of a nick. */
  readonly #likely: Index = new Map()
  /** Every name once, as it is written first. */
  readonly #names = new Map<string, string>()
  readonly #known = new Map<string, Resolution>()

  constructor(attendees: readonly Attendee[]) {
    this.attendees = attendees
    for (const { name } of attendees) if (!this.#names.has(fold(name))) this.#names.set(fold(name), name)
    for (const attendee of attendees) this.#add(attendee)
  }

  /** Whom this means: `Till`, `TS`, `@till`, `Till Schneidereit`. Accents and case do not matter. */
  resolve(written: string): Resolution {
    const before = this.#known.get(written)
    if (before !== undefined) return before
    const resolution = this.#find(fold(withoutRemarks(written)), written)
    this.#known.set(written, resolution)
    return resolution
  }

  #find(key: string, written: string): Resolution {
    if (key === '') return NONE
    for (const index of [this.#exact, this.#parts, this.#initials]) {
      const found = index.get(key)
      if (found === undefined) continue
      const names = [...found]
      return names.length === 1 ? { state: 'one', name: names[0]! } : { state: 'many', names }
    }
    const isInitials = /^\s*\p{Lu}{2,3}\s*$/u.test(written)
    const likely = this.#likely.get(isInitials ? `${key[0]}.` : key)
    return likely === undefined ? NONE : { state: 'many', names: [...likely] }
  }

  #add({ name: written, initials, handle }: Attendee): void {
    const key = fold(written)
    const name = this.#names.get(key)!
    const parts = partsOf(written)
    add(this.#exact, key, name)
    if (handle !== undefined) add(this.#exact, fold(handle), name)
    if (initials !== undefined) add(this.#exact, fold(initials), name)
    if (parts.length > 1) this.#addParts(parts, key, name)
    else this.#addLikely(key, name)
    // Where initials are given, others are somebody else's.
    if (initials === undefined) for (const each of initialsOf(written)) add(this.#initials, each, name)
  }

  #addParts(parts: readonly string[], key: string, name: string): void {
    const [first, last] = [parts[0]!, parts.at(-1)!]
    const words = key.split(' ')
    if (first.length > 1) add(this.#parts, first, name)
    if (last.length > 1) add(this.#parts, last, name)
    if (words.length > 2) add(this.#parts, words.slice(1).join(' '), name)
    if (last.length > 1) {
      add(this.#parts, `${first} ${last[0]}`, name)
      add(this.#parts, `${first}${last[0]}`, name)
    }
    add(this.#parts, parts.join(' '), name)
    // As people make nicks of themselves.
    add(this.#parts, `${first}${last}`, name)
    add(this.#parts, `${first} ${last}`, name)
    if (words.length === 1) add(this.#likely, first, name)
  }

  /** `karl` may be `karlotto`, and `MP` a Mihail; only a person knows. */
  #addLikely(key: string, name: string): void {
    add(this.#likely, `${key[0]}.`, name)
    for (let length = 3; length < key.length; length++) add(this.#likely, key.slice(0, length), name)
  }
}

/** `@ann:`, `Ann (on chat)`. */
function withoutRemarks(written: string): string {
  return written.replace(/\([^()]*\)|\[[^[\]]*\]/g, ' ')
}

function add(index: Index, key: string, name: string): void {
  const names = index.get(key)
  if (names === undefined) index.set(key, new Set([name]))
  else names.add(name)
}
