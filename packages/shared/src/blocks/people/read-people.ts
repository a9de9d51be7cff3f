import type { Voices } from '../speaker/voices.ts'
import { isEverybody, isNoName, isOffice, looksLikeName } from './name-shape.ts'

/** A name as written, by its place in the text; without `@`, brackets and what follows it. */
export interface Person {
  readonly name: string
  readonly from: number
  readonly to: number
  readonly hasAt: boolean
}

export interface People {
  readonly people: readonly [Person, ...Person[]]
  /** Behind the last name and what belongs to it, such as `(@lee)`. */
  readonly to: number
}

const WORD = /[\p{L}_][\p{L}\p{M}\p{N}'’._-]*/uy
/** `@lee`, and `@Lee K to write`, as shared documents mention people. */
const HANDLE = /@[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*(?!['’])(?: \p{Lu}(?=\s+(?:to|will)\s))?/uy
const BETWEEN = /\s*(?:,\s*(?:and\s+|&\s*)?|\/|\s(?:and|or)\s|&|\+)\s*/y
const LONGEST = 4

/** Whether this part of the text is set in marks of its own (`**lee** - …`), which tells a name from other words. */
export type IsMarked = (from: number, to: number) => boolean

/** The names that stand at this place: `Lee`, `@lee`, `Lee and Mary`, `TT/CV`, `all`. Null where the words name nobody. */
export function readPeople(text: string, at: number, names: Voices, isMarked: IsMarked = () => false): People | null {
  const first = readPerson(text, at, names, isMarked)
  if (first === null) return null
  const people: [Person, ...Person[]] = [first.person]
  let { to } = first
  for (;;) {
    BETWEEN.lastIndex = to
    const between = BETWEEN.exec(text)
    const at = between === null ? nextHandle(text, to) : BETWEEN.lastIndex
    const next = at === null ? null : readPerson(text, at, names, isMarked)
    if (next === null) return { people, to }
    people.push(next.person)
    to = next.to
  }
}

/** `@lee @mary`: handles need nothing between them. */
function nextHandle(text: string, at: number): number | null {
  const blanks = /^\s+(?=@)/.exec(text.slice(at))
  return blanks === null ? null : at + blanks[0].length
}

function readPerson(
  text: string,
  at: number,
  names: Voices,
  isMarked: IsMarked,
): { person: Person; to: number } | null {
  if (text[at] === '@') {
    HANDLE.lastIndex = at
    return HANDLE.test(text) ? finish(text, at, HANDLE.lastIndex) : null
  }
  const ends = wordEnds(text, at)
  const to = ends.findLast((end) => {
    const words = text.slice(at, end)
    if (end !== ends[0] && !mayBeName(words)) return isEverybody(words) || isOffice(words) || isMarked(at, end)
    return names.isRegular(words) || looksLikeName(words) || isEverybody(words) || isOffice(words) || isMarked(at, end)
  })
  return to === undefined ? null : finish(text, at, heldIn(text, at, to))
}

/** Names of several words begin and end with a capital; to ask who is called by any words at all would take long. */
function mayBeName(words: string): boolean {
  return /^\p{Lu}.*\s\p{Lu}\S*$/u.test(words)
}

/** Where the first, second … word from here ends; words with one blank between them. */
function wordEnds(text: string, at: number): number[] {
  const ends: number[] = []
  for (let from = at; ends.length < LONGEST; from++) {
    WORD.lastIndex = from
    const word = WORD.exec(text)
    if (word === null) break
    from = WORD.lastIndex
    ends.push(word[0].endsWith('.') && !/\b\p{Lu}\.$/u.test(word[0]) ? from - 1 : from)
    if (text[from] !== ' ') break
  }
  return ends
}

/** `Authors of the nuts draft to …`: what the office is held in, up to what they are to do. */
const HELD_IN =
  /\s(?:of|for)\s(?:(?:the|our|this)\s)?[^,.;:()[\]\n]{2,60}?(?=\s+(?:to|will|should|shall|needs? to)\s+\p{Ll})/uy

function heldIn(text: string, from: number, to: number): number {
  if (!isOffice(text.slice(from, to))) return to
  HELD_IN.lastIndex = to
  return HELD_IN.test(text) ? HELD_IN.lastIndex : to
}

const ASIDE = /^ ?\(@?[\w-]{2,30}\)/
/** `Chairs (Ann and Bob)` */
const HOLDERS = /^ ?\([^()\n]{2,60}\)/
const REACH = 80
/** `@lee:chat.example`, as Matrix has handles. */
const SERVER = /^:[a-z\d-]+(?:\.[a-z\d-]+)+(?![\w/])/i

function finish(text: string, from: number, to: number): { person: Person; to: number } {
  const hasAt = text[from] === '@'
  const article = /^the /i.exec(text.slice(from, to))?.[0] ?? ''
  const start = hasAt ? from + 1 : from + article.length
  const name = text.slice(start, to)
  const rest = text.slice(to, to + REACH)
  const beside = (hasAt ? SERVER.exec(rest) : isOffice(name) ? HOLDERS.exec(rest) : null) ?? ASIDE.exec(rest)
  return { person: { name, from: start, to, hasAt }, to: to + (beside?.[0].length ?? 0) }
}

/** Whether all of them are more than words in the shape of names: handles, or known in these minutes. */
export function areSure(people: readonly Person[], names: Voices): boolean {
  return people.every(({ name, hasAt }) => hasAt || names.isRegular(name))
}

/** In a place that is made for a name, a single word is one, unless it is a word of the trade. */
export function oneWord(text: string): IsMarked {
  return (from, to) => !text.slice(from, to).includes(' ') && !isNoName(text.slice(from, to))
}
