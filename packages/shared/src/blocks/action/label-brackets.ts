import { areSure, oneWord, readPeople } from '../people/read-people.ts'
import { isMarked, type Line, matchAt } from '../reading/index.ts'
import type { Voices } from '../speaker/voices.ts'
import type { Label } from './label-parts.ts'

const BEFORE = /\s+[-–—]+\s*|\s*[:：,–—]\s*|\s+(?:(?:for|on|by)\s+)?/y
const BEHIND = /[\s*_]*(?:[:：]|\s?[-–—]+)?[\s*_]*/y

/** `everyone interested in nuts`: too many words for a name. */
const PARTY = /^(?:everyone|everybody|anyone|anybody|all|those|whoever)(?:\s(?!to\s)[\p{L}\p{N}'’/-]+){1,7}$/iu

/** A label in brackets: `[ACTION - Lee] …`, `(Action item) …`, `[ACTION: Lee to write]`. `word` is where its own words end. */
export function bracketLabel(line: Line, from: number, word: number, label: string, names: Voices): Label | null {
  const { text } = line
  const close = text.indexOf(text[from] === '[' ? ']' : ')', word)
  if (close < 0) return null
  const to = close + 1 + matchAt(BEHIND, text, close + 1)![0].length
  const between = matchAt(BEFORE, text, word)?.[0] ?? ''
  const start = word + between.length
  const isShort = /^ai/i.test(label)
  if (start >= close) {
    const isMade = !isShort || isMarked(line, 'bold', from, word) || isMarked(line, 'italic', from, word)
    return isMade ? { from, word: close + 1, to, owned: null, end: null } : null
  }
  // Before a text even `any editor` is who is to do it.
  const isLast = text.slice(close + 1).trim() === ''
  const isWords = (from: number, to: number): boolean =>
    !isLast && !isShort && to === close && !/\bto\b/.test(text.slice(from, to))
  const found = readPeople(text, start, names, (from, to) => isWords(from, to) || oneWord(text)(from, to))
  const isWhole = found !== null && found.to === text.slice(0, close).trimEnd().length
  if (isWhole && (!isShort || areSure(found.people, names))) {
    const owned = { form: 'brackets', people: found.people, from: word, to: close, isSure: true } as const
    return { from, word, to, owned, end: null }
  }
  if (/[-–—]/.test(between) && !isLast && !isShort && PARTY.test(text.slice(start, close))) {
    const people = [{ name: text.slice(start, close).trimEnd(), from: start, to: close, hasAt: false }]
    return { from, word, to, owned: { form: 'brackets', people, from: word, to: close, isSure: true }, end: null }
  }
  // `[TODO: slides]` is a gap in the notes, no task.
  const isAll = isLast && /[:：]/.test(between) && !/^to/i.test(label)
  return isAll ? { from, word, to: start, owned: null, end: close } : null
}
