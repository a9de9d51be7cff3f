import type { Range } from '../people/passage.ts'

/** A pair of brackets in a text with what it encloses, as parts at commas and dashes: `(5m, Lee)`. */
export interface Bracketed extends Range {
  readonly parts: readonly Range[]
}

const PAIRS = /\(([^()\n]*(?:\n[^()\n]*)?)\)|\[([^[\]\n]*)\]|\{([^{}\n]*)\}/g
const BETWEEN = /[,;|·]|\s[-–—/]\s|\n/g

/** The brackets that hold no others, in their order. */
export function bracketsIn(text: string): readonly Bracketed[] {
  return Array.from(text.matchAll(PAIRS), (match) => ({
    from: match.index,
    to: match.index + match[0].length,
    parts: partsOf(text, { from: match.index + 1, to: match.index + match[0].length - 1 }),
  }))
}

function partsOf(text: string, { from, to }: Range): Range[] {
  const parts: Range[] = []
  let at = from
  for (const { 0: separator, index } of text.slice(from, to).matchAll(BETWEEN)) {
    parts.push(trimmed(text, { from: at, to: from + index }))
    at = from + index + separator.length
  }
  parts.push(trimmed(text, { from: at, to }))
  return parts.filter((part) => part.to > part.from)
}

function trimmed(text: string, range: Range): Range {
  const inner = text.slice(range.from, range.to)
  const from = range.from + inner.length - inner.trimStart().length
  return { from, to: Math.max(from, range.to - (inner.length - inner.trimEnd().length)) }
}
