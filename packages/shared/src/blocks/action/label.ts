import type { KnownNames } from '../people/known-names.ts'
import type { IsMarked } from '../people/read-people.ts'
import { readPeople } from '../people/read-people.ts'
import { isNoName, isOffice } from '../people/name-shape.ts'
import { isMarked, type Line } from '../reading/index.ts'
import type { Owned } from './owners.ts'

/** A label at the beginning of a text, by its place in the line. */
export interface Label {
  readonly from: number
  /** Behind its own words: where `(owner)` would go. */
  readonly word: number
  /** Where the text, or an owner before it, begins. */
  readonly to: number
  /** The owners that it holds itself. */
  readonly owned: Owned | null
  /** Where the text ends, if the label's bracket holds that too: `[ACTION: Lee to write]`. */
  readonly end: number | null
}

const WORD = /(?<open>\[?)\s*(?<word>action[\s_-]*(?:items?|points?)|actions?|ais?|to[\s-]?dos?)(?![\p{L}\p{N}])/iuy
const NUMBER = /[\s-]*#?\d{1,3}(?=\s*[\]:：)–—-]|\s)/y
const COLON = /[\s*_]*[:：]+[\s*_]*/y
const DASH = /[\s*_]*\s[-–—]{1,2}\s+|[\s*_]*\s?[–—]\s*/y
const BLANK = /[\s*_]+/y
const FOR = /\s+(?:for|on|by)(?:\s+the)?\s+/y
const SOMEBODY_TO = /(?<who>\S+(?: \S+){0,3}?)\s+to\s+(?=\p{Ll})/uy

/**
 * The label with which a line, or what is said in it, begins, such as `ACTION:`, `**AI** `, `TODO(lee):`, `[ACTION - Lee]`.
 * Without a colon or a dash only a label of its own kind counts: in marks that end with it, or with owners.
 */
export function readLabel(line: Line, at: number, names: KnownNames): Label | null {
  const { text } = line
  const head = match(WORD, text, at)
  if (head === null) return null
  const { open = '', word = '' } = head.groups ?? {}
  const from = at
  const isShort = /^ais?$/i.test(word)
  if (isShort && (!/^AIs?$/.test(word) || names.has(word))) return null
  const wordEnd = at + head[0].length
  const behind = wordEnd + (match(NUMBER, text, wordEnd)?.[0].length ?? 0)
  if (open === '[') return inBrackets(line, from, behind, word, names)
  const owned = withOwners(line, from, behind, names, isShort)
  if (owned !== null) return owned
  const colon = match(COLON, text, behind)
  if (colon !== null) return plainLabel(from, behind, behind + colon[0].length)
  const dash = match(DASH, text, behind)
  const isLoud = /^(ACTION|AI|TODO)/.test(word) || /item|point/i.test(word)
  const isOwn = isSetApart(line, from, behind) && /^\p{Lu}/u.test(word)
  if (dash !== null && (isLoud || isOwn)) return plainLabel(from, behind, behind + dash[0].length)
  const blank = match(BLANK, text, behind)
  const isTodo = word === 'TODO' && /^\s+(?!lists?\b|items?\b|comments?\b)\S+\s+\S/.test(text.slice(behind))
  if (blank !== null && (isOwn || isTodo)) return plainLabel(from, behind, behind + blank[0].length)
  return isOwn && behind === text.trimEnd().length ? plainLabel(from, behind, behind) : null
}

/** `AI(lee): `, `ACTION Lee: `, `Action on Lee: `, `**AI @lee** `, `ACTION - Lee - `, `ACTION Lee to `. */
function withOwners(line: Line, from: number, word: number, names: KnownNames, isShort: boolean): Label | null {
  const { text } = line
  const parens = match(/\s*\(\s*/y, text, word)
  if (parens !== null) {
    const people = readPeople(text, word + parens[0].length, names, oneWord(text))
    const close = people === null ? null : match(/\s*\)(?:[\s*_]*[:：–—-]*[\s*_]*)/y, text, people.to)
    if (people === null || close === null) return null
    const to = people.to + close[0].indexOf(')') + 1
    return { from, word, to: people.to + close[0].length, owned: { form: 'parens', people: people.people, from: word, to, isSure: true }, end: null }
  }
  const between = match(DASH, text, word) ?? match(FOR, text, word) ?? match(BLANK, text, word)
  if (between === null) return null
  const start = word + between[0].length
  const isDash = /[-–—]/.test(between[0])
  const people = readPeople(text, start, names, isShort || !isDash ? undefined : marks(line))
  if (people === null) return byOthers(line, from, word, start)
  if (people.people.some(({ name }) => isOffice(name))) return null
  const isSure = !isShort || people.people.every(({ name, hasAt }) => hasAt || names.has(name))
  const then = match(COLON, text, people.to) ?? (isDash ? match(DASH, text, people.to) : null)
  if (then !== null && isSure) {
    const to = people.to + then[0].length
    return { from, word, to, owned: { form: isDash ? 'dash' : 'colon', people: people.people, from: start, to, isSure: true }, end: null }
  }
  const isOwn = isSetApart(line, from, people.to) && isSure
  const blank = match(BLANK, text, people.to)
  if (isOwn && blank !== null) {
    const to = people.to + blank[0].length
    return { from, word, to, owned: { form: isDash ? 'dash' : 'mention', people: people.people, from: start, to, isSure: true }, end: null }
  }
  // `ACTION Lee to write`: the owner belongs to the text behind the label.
  const says = match(/\s+(?:to|will)\s+(?=\p{Ll})/uy, text, people.to)
  return isSure && says !== null ? plainLabel(from, word, start) : byOthers(line, from, word, start)
}

/** `Actions by the security folk to review`: words that name a party need the label's `by` or `for` before them. */
function byOthers({ text }: Line, from: number, word: number, start: number): Label | null {
  if (!/^\s+(?:for|on|by)\s/.test(text.slice(word))) return null
  const found = match(SOMEBODY_TO, text, start)
  if (found === null) return null
  const [name, to] = [found.groups!['who']!, start + found[0].length]
  const people = [{ name, from: start, to: start + name.length, hasAt: false }]
  return { from, word, to, owned: { form: 'to', people, from: start, to, isSure: true }, end: null }
}

/** `[ACTION - Lee] …`, `[Action item] …`, `[ACTION: Lee to write]`. */
function inBrackets(line: Line, from: number, word: number, label: string, names: KnownNames): Label | null {
  const { text } = line
  const close = text.indexOf(']', word)
  if (close < 0) return null
  const behind = match(/[\s*_]*(?:[:：]|\s?[-–—]+)?[\s*_]*/y, text, close + 1)
  const to = close + 1 + (behind?.[0].length ?? 0)
  const between = match(/\s+[-–—]+\s*|\s*[:：,–—]\s*|\s+(?:(?:for|on|by)\s+)?/y, text, word)
  const start = word + (between?.[0].length ?? 0)
  const isShort = /^ai/i.test(label)
  if (start >= close) return isShort && !marks(line)(from, word) ? null : { from, word: close + 1, to, owned: null, end: null }
  const people = readPeople(text, start, names, oneWord(text))
  const isSure = !isShort || people?.people.every(({ name, hasAt }) => hasAt || names.has(name)) === true
  if (people !== null && isSure && people.to === text.slice(0, close).trimEnd().length) {
    return { from, word, to, owned: { form: 'brackets', people: people.people, from: word, to: close, isSure: true }, end: null }
  }
  // `[TODO: slides]` is a gap in the notes, no task.
  const isAll = text.slice(close + 1).trim() === ''
  return /^to/i.test(label) || !isAll || !/[:：]/.test(between?.[0] ?? '') ? null : { from, word, to: start, owned: null, end: close }
}

function plainLabel(from: number, word: number, to: number): Label {
  return { from, word, to, owned: null, end: null }
}

/** `#action lee …` of a meeting robot, and `Next steps: …`. */
export function readHeadLabel({ text }: Line, at: number, names: KnownNames): Label | null {
  const robot = match(/#action(?:item)?\s*[:：]?\s+(?=\S)/iy, text, at)
  if (robot !== null) {
    const [word, to] = [at + robot[0].trimEnd().length, at + robot[0].length]
    // The robot's first word is a nick if it knows one.
    const nick = readPeople(text, to, names)
    const blank = nick === null ? null : match(/\s+(?!to\s|will\s)(?=\S)/y, text, nick.to)
    if (nick === null || blank === null || !nick.people.every(({ name }) => names.has(name))) return plainLabel(at, word, to)
    const end = nick.to + blank[0].length
    const owned = { form: 'mention', people: nick.people, from: to, to: end, isSure: true } as const
    return { from: at, word, to: end, owned, end: null }
  }
  const steps = match(/next steps(?<sep>[\s*_]*[:：][\s*_]+)(?=\S)/iy, text, at)
  if (steps === null) return null
  const to = at + steps[0].length
  return plainLabel(at, to - steps.groups!['sep']!.length, to)
}

/** The part is in bold or italics or a link, and these end with it. */
export function isSetApart(line: Line, from: number, to: number): boolean {
  const after = line.text.slice(to).search(/[\p{L}\p{N}]/u)
  return (['bold', 'italic', 'link'] as const).some(
    (name) => isMarked(line, name, from, to) && (after < 0 || !isMarked(line, name, to, to + after + 1)),
  )
}

function marks(line: Line): IsMarked {
  return (from, to) => isMarked(line, 'bold', from, to) || isMarked(line, 'italic', from, to)
}

/** A word in the label's own brackets is a name, unless it is one of the trade. */
function oneWord(text: string): IsMarked {
  return (from, to) => !text.slice(from, to).includes(' ') && !isNoName(text.slice(from, to))
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
