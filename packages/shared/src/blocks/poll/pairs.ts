import { type Count, countOf } from './count.ts'
import { LABEL_IN_TEXT } from './scale.ts'

/** A label with its count, by places in the text. */
export interface Pair {
  readonly label: string
  readonly at: number
  readonly count: Count
}

/** What a line says in labels and counts, and the words before them. */
export interface Pairs {
  readonly pairs: readonly Pair[]
  readonly before: string
  /** Where labels and counts begin. */
  readonly from: number
  readonly after: string
}

const NOTHING: Pairs = { pairs: [], before: '', from: 0, after: '' }

/** `SF: 22`, `| **SF** | 18`, `12 SF, 3 F, 1 N`, `SF: 5 in room + 3 in chat`. */
export function pairsOf(text: string): Pairs {
  if (!mayCount(text)) return NOTHING
  const labels = [...text.matchAll(LABEL_IN_TEXT)].map((match) => ({
    label: match[0],
    from: match.index,
    to: match.index + match[0].length,
  }))
  const first = labels[0]
  if (first === undefined) return NOTHING
  const behind = labels.map((label, index) => countBehind(text, label.to, labels[index + 1]?.from ?? text.length))
  const before = labels.map((label, index) => countBefore(text, labels[index - 1]?.to ?? 0, label.from))
  const isBefore = filled(before) > filled(behind)
  const counts = isBefore ? before : behind
  if (counts.some((count) => count === null)) return NOTHING
  const last = labels.at(-1)!
  const from = isBefore ? before[0]!.from : first.from
  return {
    pairs: labels.map(({ label, from }, index) => ({ label, at: from, count: counts[index]! })),
    before: text.slice(0, from),
    from,
    after: isBefore ? text.slice(last.to) : text.slice(behind.at(-1)!.to),
  }
}

/** Most lines have no digit and so no count, or are long talk; a label whose count is missing (`SF:`) is short. */
function mayCount(text: string): boolean {
  if (!/\d/.test(text)) return text.length < 30 && /[:：|=][\s*_|]*$/.test(text)
  return text.length < 120 || (text.length < 400 && /poll|vote|favou?r/i.test(text))
}

function filled(counts: readonly (Count | null)[]): number {
  return counts.filter((count) => count !== null && count.value !== null).length
}

function countBehind(text: string, from: number, to: number): Count | null {
  const between = /^[\s*_|]*(?:\((?!\d+\))[^()]*\)[\s*_|]*)?(?<sign>[:：=|–—-])?[\s*_|]*/.exec(text.slice(from, to))!
  const start = from + between[0].length
  const count = countOf(text.slice(start, to))
  const isJoined = between[0].includes('|') || between.groups?.['sign'] !== undefined || /^\s/.test(between[0])
  if (count === null || !isJoined || (count.value === null && !/[:：|=]/.test(between[0]))) return null
  return { value: count.value, from: start + count.from, to: start + count.to }
}

function countBefore(text: string, from: number, to: number): Count | null {
  const number = /(?<![\p{L}\p{N}.#])(?:\d{1,4}|no(?=\s))\s?[*_]*\s?$/iu.exec(text.slice(from, to))
  if (number === null) return null
  const digits = /\d+|no/i.exec(number[0])![0]
  const start = from + number.index
  return { value: /\d/.test(digits) ? Number(digits) : 0, from: start, to: start + digits.length }
}
