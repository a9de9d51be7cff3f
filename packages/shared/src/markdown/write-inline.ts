import type { InlineJson } from '../document/node.ts'
import { align } from './align.ts'
import { isReferable } from './character-reference.ts'
import type { Definitions } from './definitions.ts'
import type { Frame } from './frame.ts'
import { readFramed } from './frame.ts'
import { lineStartEscapes } from './line-start.ts'
import type { Care, Draft, OldText } from './render-inline.ts'
import { renderInline } from './render-inline.ts'
import type { Unit } from './units.ts'
import { linkOf, unitsOf } from './units.ts'

/** Everything but the words that writing a text depends on. */
export type Setting = Pick<Draft, 'habits' | 'newLine'> & {
  readonly frame: Frame
  readonly definitions: Definitions
  /** Without trying to do with less. */
  readonly isEscaped: boolean
}

const PUNCTUATION = /^[!-/:-@[-`{-~]$/
/** What could mean something anywhere in a line. */
const SPECIAL = /[\\`*_[\]<>&~|!#@]|:\/\/|www\./i
const ALWAYS_ESCAPED = /^[\\`*_[\]<>&~|!#@:]$/

/**
 * Inline content as source: first without any escapes, then read back, and where it reads differently just that character is
 * escaped; so `snake_case` and `a*b` stay as people write them. Never fails: what cannot be written so that it reads back is
 * written with every escape, and the reader of the whole file has the last word.
 */
export function writeInline(content: readonly InlineJson[], old: OldText | undefined, setting: Setting): string {
  const units = unitsOf(content)
  const origins = old === undefined ? units.map(() => -1) : originsOf(units, old)
  const { habits, newLine, frame } = setting
  const draft: Draft = { units, origins, old, habits, newLine, isInCell: frame === 'cell' }
  const care: Care = { escaped: new Set(), encoded: new Set(), other: new Set(), forms: new Map() }
  for (const index of lineStartEscapes(draft)) care.escaped.add(index)
  if (setting.isEscaped) escapeAll(draft, care)
  let rendered = renderInline(draft, care)
  if (!SPECIAL.test(rendered.plain) && !/^\[[ x]\]/i.test(rendered.plain)) return rendered.real
  for (let tries = attemptsFor(units.length); tries >= 0; tries--) {
    const read = readFramed(rendered.plain, frame, setting.definitions)
    if (read !== undefined && firstDifference(unitsOf(read), units) < 0) return rendered.real
    const isBetter = tries > 0 && improve(draft, care, read === undefined ? undefined : unitsOf(read))
    if (!isBetter) escapeAll(draft, care)
    rendered = renderInline(draft, care)
    if (!isBetter) return rendered.real
  }
  return rendered.real
}

/** Reading back costs in proportion to the text; very long ones get fewer tries. */
function attemptsFor(length: number): number {
  return Math.max(6, Math.min(60, Math.floor(60_000 / (length + 1))))
}

/** Words are aligned first, then the ends of what differs, character by character. */
function originsOf(units: readonly Unit[], old: OldText): number[] {
  const numbers = new Map<string, number>()
  const before = tokensOf(
    old.units.map((each) => each.unit),
    numbers,
  )
  const after = tokensOf(units, numbers)
  const origins = units.map(() => -1)
  const pairs = align(
    before.map((token) => token.number),
    after.map((token) => token.number),
  )
  pairs.forEach((pair, index) => {
    if (pair < 0) return
    const from = before[pair]!.from
    for (let at = after[index]!.from; at < after[index]!.to; at++) origins[at] = from + at - after[index]!.from
  })
  alignEnds(units, old, origins)
  return origins
}

function alignEnds(units: readonly Unit[], old: OldText, origins: number[]): void {
  for (let start = 0; start < units.length;) {
    let end = start
    while (end < units.length && origins[end]! < 0) end++
    if (end > start) {
      let from = start === 0 ? 0 : origins[start - 1]! + 1
      let to = end === units.length ? old.units.length : origins[end]!
      let left = start
      let right = end
      while (left < right && from < to && old.units[from]!.unit.key === units[left]!.key) origins[left++] = from++
      while (left < right && from < to && old.units[to - 1]!.unit.key === units[right - 1]!.key) origins[--right] = --to
    }
    start = end + 1
  }
}

interface Token {
  readonly from: number
  readonly to: number
  readonly number: number
}

/** Words, and every other unit by itself. */
function tokensOf(units: readonly Unit[], numbers: Map<string, number>): Token[] {
  const tokens: Token[] = []
  for (let from = 0; from < units.length;) {
    let to = from + 1
    let key = units[from]!.key
    if (isWordChar(units[from]!)) {
      while (to < units.length && isWordChar(units[to]!)) key += units[to++]!.key
    }
    const number = numbers.get(key) ?? numbers.size
    numbers.set(key, number)
    tokens.push({ from, to, number })
    from = to
  }
  return tokens
}

function isWordChar(unit: Unit): boolean {
  return unit.kind === 'char' && /^[\p{L}\p{N}]$/u.test(unit.text)
}

function firstDifference(got: readonly Unit[], wanted: readonly Unit[]): number {
  const length = Math.max(got.length, wanted.length)
  for (let index = 0; index < length; index++) {
    if (got[index]?.key !== wanted[index]?.key) return index
  }
  return -1
}

/** Takes more care in the one place where reading went wrong first; false when there is no more care to take there. */
function improve(draft: Draft, care: Care, got: readonly Unit[] | undefined): boolean {
  const { units } = draft
  if (got === undefined) return escapeLineStarts(draft, care) || backslashBreaks(draft, care)
  const at = firstDifference(got, units)
  const unit = units[at]
  const read = got[at]
  const isLiteralDelimiter = read?.kind === 'char' && /^[*_~]$/.test(read.text) && read.text !== unit?.text
  if (isLiteralDelimiter && mendMark(draft, care, at)) return true
  if (unit === undefined) return escapeBefore(draft, care, units.length)
  if (unit.kind === 'address' || unit.kind === 'break') {
    const form = care.forms.get(at) ?? 0
    if (form < (unit.kind === 'address' ? 2 : 1)) return care.forms.set(at, form + 1) !== undefined
  }
  if (escapeAt(draft, care, at)) return true
  if (read !== undefined && (read.kind === 'address' || linkOf(read.marks)) && !linkOf(unit.marks)) {
    if (breakAddress(draft, care, at)) return true
  }
  return mendMark(draft, care, at) || escapeBefore(draft, care, at)
}

function escapeAt(draft: Draft, care: Care, index: number): boolean {
  const unit = draft.units[index]
  if (unit?.kind !== 'char' || !PUNCTUATION.test(unit.text) || care.escaped.has(index)) return false
  care.escaped.add(index)
  return true
}

function escapeBefore(draft: Draft, care: Care, index: number): boolean {
  for (let at = index - 1; at >= 0; at--) {
    if (escapeAt(draft, care, at)) return true
  }
  return false
}

/** Escapes what makes the text here an address: `www.`, `https:`, or the `@` of a mail address. */
function breakAddress(draft: Draft, care: Care, index: number): boolean {
  const text = textOf(draft.units.slice(index, index + 200))
  const found = /^www(?=\.)/i.exec(text) ?? /^[a-z][a-z0-9+.-]*(?=:)/i.exec(text) ?? /^[^@]*(?=@)/.exec(text)
  return found !== null && escapeAt(draft, care, index + Array.from(found[0]).length)
}

/**
 * The mark that opens here or was the last to open did not take: its other delimiter, then its neighbours as character
 * references, which count as punctuation and so let any delimiter open and close.
 */
function mendMark({ units }: Draft, care: Care, at: number): boolean {
  const near = units.map((_, index) => index).sort((a, b) => distance(a, at) - distance(b, at))
  for (const start of near) {
    for (const mark of units[start]!.marks) {
      if (mark.type === 'link' || hasType(units[start - 1], mark.type)) continue
      const place = `${start} ${mark.type}`
      if (!care.other.has(place) && mark.type !== 'strike') return care.other.add(place) !== undefined
      let end = start
      while (hasType(units[end], mark.type)) end++
      if (encodeAround(units, care, start - 1, end)) return true
    }
  }
  return false
}

/** Those before the place come first. */
function distance(index: number, at: number): number {
  return index <= at ? at - index : index - at + 1_000_000
}

function encodeAround(units: readonly Unit[], care: Care, before: number, behind: number): boolean {
  let isBetter = false
  for (const index of [before, behind]) {
    const unit = units[index]
    if (unit?.kind !== 'char' || /^\s$/.test(unit.text) || !isReferable(unit.text) || care.encoded.has(index)) continue
    care.encoded.add(index)
    isBetter = true
  }
  return isBetter
}

function hasType(unit: Unit | undefined, type: string): boolean {
  return unit?.marks.some((mark) => mark.type === type) ?? false
}

/** The text was read as another block: escapes the first character of each line that could begin one. */
function escapeLineStarts(draft: Draft, care: Care): boolean {
  let isBetter = false
  draft.units.forEach((unit, index) => {
    const before = draft.units[index - 1]
    const isStart = before === undefined || before.kind === 'break' || (before.kind === 'char' && before.text === '\n')
    if (isStart && unit.kind === 'char' && escapeAt(draft, care, index)) isBetter = true
  })
  return isBetter
}

function textOf(units: readonly Unit[]): string {
  return units.map((unit) => (unit.kind === 'char' ? unit.text : ' ')).join('')
}

/** A tag alone on a line of its own, before a break of two blanks, is read as a block of HTML; before a backslash it is not. */
function backslashBreaks({ units, habits }: Draft, care: Care): boolean {
  let isBetter = false
  units.forEach((unit, index) => {
    if (unit.kind !== 'break' || habits.isBackslashBreak || care.forms.get(index) === 1) return
    care.forms.set(index, 1)
    isBetter = true
  })
  return isBetter
}

function escapeAll(draft: Draft, care: Care): void {
  escapeLineStarts(draft, care)
  backslashBreaks(draft, care)
  draft.units.forEach((unit, index) => {
    const isWww = unit.text === '.' && /^www$/i.test(textOf(draft.units.slice(Math.max(0, index - 3), index)))
    if (unit.kind === 'char' && (isWww || ALWAYS_ESCAPED.test(unit.text))) care.escaped.add(index)
    if (unit.kind === 'address') care.forms.set(index, 2)
  })
}
