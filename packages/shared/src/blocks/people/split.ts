import type { Range } from './passage.ts'

/** What parts one name from the next, in running text. */
const SEPARATOR = /\s*[,;，；、]\s*(?:(?:and|&)\s+)?|\s+(?:and|&|\+)\s+/iuy

/** `Ann Bell (AB) Bob Cole (BC)`: somebody forgot the comma. */
const NEXT_NAME = /\s+\p{Lu}[^,;，；、()[\]]*\([^()]*\)/uy

/** The entries of a series, `Ann, Bob (Acme, Ltd) and @cem`: commas in brackets part nothing. Empty ones are left out. */
export function splitSeries(text: string): readonly Range[] {
  const ranges: Range[] = []
  let from = 0
  let at = 0
  const add = (to: number): void => {
    const range = trimmed(text, { from, to })
    if (range.to > range.from) for (const each of handlesIn(text, range)) ranges.push(each)
  }
  while (at < text.length) {
    const closing = CLOSING[text[at]!]
    const end = closing === undefined ? -1 : text.indexOf(closing, at)
    if (end > 0) {
      at = end + 1
      NEXT_NAME.lastIndex = at
      if (NEXT_NAME.test(text)) {
        add(at)
        from = at
      }
      continue
    }
    SEPARATOR.lastIndex = at
    if (/[\s,;，；、]/.test(text[at]!) && SEPARATOR.test(text)) {
      add(at)
      at = from = SEPARATOR.lastIndex
    } else {
      at++
      // What no separator begins with, its other blanks do not either.
      while (at < text.length && isBlank(text[at]!) && isBlank(text[at - 1]!)) at++
    }
  }
  add(text.length)
  return ranges
}

function isBlank(letter: string): boolean {
  return /\s/.test(letter)
}

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '<': '>' }

/** `@ann @bob` are two. */
function handlesIn(text: string, range: Range): readonly Range[] {
  const part = text.slice(range.from, range.to)
  if (!/^@\S+(?:\s+@\S+)+$/.test(part)) return [range]
  return Array.from(part.matchAll(/\S+/g), ({ 0: handle, index }) => ({
    from: range.from + index,
    to: range.from + index + handle.length,
  }))
}

export function trimmed(text: string, { from, to }: Range): Range {
  while (from < to && isBlank(text[from]!)) from++
  while (to > from && isBlank(text[to - 1]!)) to--
  return { from, to }
}
