import { isOffice } from '../people/name-shape.ts'
import { areSure, oneWord, readPeople } from '../people/read-people.ts'
import { isSetApart, type Line, matchAt } from '../reading/index.ts'
import type { Voices } from '../speaker/voices.ts'
import { BLANK, COLON, DASH, type Label, plainLabel } from './label-parts.ts'

const FOR = /\s+(?:for|on|by)(?:\s+the)?\s+/y
const SOMEBODY_TO = /(?<who>\S+(?: \S+){0,3}?)\s+to\s+(?=\p{Ll})/uy

/**
 * A label with owners: `AI(lee): `, `ACTION Lee: `, `Action on Lee: `, `**AI @lee** `, `ACTION - Lee - `, `ACTION Lee to `. `word`
 * is where the label's own words end.
 */
export function ownedLabel(line: Line, from: number, word: number, label: string, names: Voices): Label | null {
  const { text } = line
  const bracketed = inBrackets(text, from, word, names)
  if (bracketed !== null) return bracketed
  const parens = matchAt(/\s*\(\s*/y, text, word)
  if (parens !== null) return inParens(text, from, word, word + parens[0].length, names)
  const between = matchAt(DASH, text, word) ?? matchAt(FOR, text, word) ?? matchAt(BLANK, text, word)
  if (between === null) return null
  const start = word + between[0].length
  const isShort = /^ai/i.test(label)
  const isDash = /[-–—]/.test(between[0])
  // `**ACTION - any editor** …`: words that end with the label's marks are who is to do it.
  const isBold = (from: number, to: number): boolean => isSetApart(line, from, to)
  const found = readPeople(text, start, names, isDash && !isShort ? isBold : undefined)
  if (found === null) return (isShort ? null : forAnybody(text, from, word)) ?? ofOthers(text, from, word, start)
  const { people, to: end } = found
  // `Action item scribe: …`; and behind `AI` only who is known.
  if (people.some(({ name }) => isOffice(name)) || (isShort && !areSure(people, names))) return null
  const dash = isDash ? matchAt(DASH, text, end) : null
  if (dash !== null) {
    const to = end + dash[0].length
    return { from, word, to, owned: { form: 'dash', people, from: start, to, isSure: true }, end: null }
  }
  const then = matchAt(COLON, text, end) ?? (isSetApart(line, from, end) ? matchAt(BLANK, text, end) : null)
  if (then !== null) {
    const to = end + then[0].length
    return { from, word, to, owned: { form: 'brackets', people, from: word, to: end, isSure: true }, end: null }
  }
  // `ACTION Lee to write`: the owner belongs to the text behind the label.
  const isTold = matchAt(/\s+(?:to|will)\s+(?=\p{Ll})/uy, text, end) !== null
  return isTold ? plainLabel(from, word, start) : ofOthers(text, from, word, start)
}

/** `AI[lee]: `, of people only: `TODO [draft]: ` is about a draft. */
function inBrackets(text: string, from: number, word: number, names: Voices): Label | null {
  const open = matchAt(/\s?\[\s*/y, text, word)
  const found = open === null ? null : readPeople(text, word + open[0].length, names)
  const close = found === null ? null : matchAt(/\s*\](?:[\s*_]*[:：–—-]+[\s*_]*)/y, text, found.to)
  if (found === null || close === null) return null
  const to = found.to + close[0].indexOf(']') + 1
  const owned = { form: 'parens', people: found.people, from: word, to, isSure: true } as const
  return { from, word, to: found.to + close[0].length, owned, end: null }
}

/** `AI(lee): `, and `AI(): `, which nobody has taken yet. */
function inParens(text: string, from: number, word: number, start: number, names: Voices): Label | null {
  const found = readPeople(text, start, names, oneWord(text))
  const end = found?.to ?? start
  const close = matchAt(/\s*\)(?:[\s*_]*[:：–—-]*[\s*_]*)/y, text, end)
  if (close === null) return null
  const to = end + close[0].indexOf(')') + 1
  const owned = { form: 'parens', people: found?.people ?? [], from: word, to, isSure: true } as const
  return { from, word, to: end + close[0].length, owned, end: null }
}

const SOME = 'folks|people|others|the others|someone|somebody|anyone|anybody'
const NOBODY = new RegExp(`^(?:${SOME})$`, 'i')
const ANYBODY = new RegExp(String.raw`\s+(?:for|on)\s+(?:${SOME}|whoever (?:can|wants to))[\s*_]*[:：][\s*_]*`, 'iy')

/** `Action item for folks: …`, who are nobody. */
function forAnybody(text: string, from: number, word: number): Label | null {
  const found = matchAt(ANYBODY, text, word)
  return found === null ? null : plainLabel(from, word, word + found[0].length)
}

/** `Actions by the security folk to review`: words that name a party need the label's `by` or `for` before them. */
function ofOthers(text: string, from: number, word: number, start: number): Label | null {
  if (!/^\s+(?:for|on|by)\s/.test(text.slice(word))) return null
  const found = matchAt(SOMEBODY_TO, text, start)
  if (found === null) return null
  const [name, to] = [found.groups!['who']!, start + found[0].length]
  if (NOBODY.test(name)) return plainLabel(from, word, start)
  const people = [{ name, from: start, to: start + name.length, hasAt: false }]
  return { from, word, to, owned: { form: 'to', people, from: start, to, isSure: true }, end: null }
}
