/** A stretch of a line, `[from, to)` in UTF-16 units. */
export type Span = readonly [from: number, to: number]

export interface WordDiff {
  /** What the old line had and the new one has not, and the other way round. */
  readonly removed: readonly Span[]
  readonly added: readonly Span[]
}

const WORD = /\s+|[\p{L}\p{M}\p{N}_]+|[^]/gu
/** Cells of the table; two long lines that share nothing are marked as a whole instead. */
const MOST_WORK = 60_000

/** The words in which two versions of a line differ, or null where so little is common that marking it would not help. */
export function diffWords(before: string, after: string): WordDiff | null {
  const [old, now] = [before.match(WORD) ?? [], after.match(WORD) ?? []]
  const most = Math.min(old.length, now.length)
  let head = 0
  while (head < most && old[head] === now[head]) head++
  let tail = 0
  while (tail < most - head && old.at(-1 - tail) === now.at(-1 - tail)) tail++
  const [oldMiddle, newMiddle] = [old.slice(head, old.length - tail), now.slice(head, now.length - tail)]
  if (oldMiddle.length * newMiddle.length > MOST_WORK) return null

  const kept = commonWords(oldMiddle, newMiddle)
  const all = (count: number, start: number) => Array.from({ length: count }, (_, index) => start + index)
  const keptOld = [...all(head, 0), ...kept.map(([at]) => head + at), ...all(tail, old.length - tail)]
  const keptNew = [...all(head, 0), ...kept.map(([, at]) => head + at), ...all(tail, now.length - tail)]
  const letters = keptOld.reduce((sum, at) => sum + (old[at] ?? '').trim().length, 0)
  if (letters * 3 < Math.max(before.trim().length, after.trim().length)) return null
  return { removed: spansBeside(old, keptOld), added: spansBeside(now, keptNew) }
}

/** A longest common subsequence as pairs of indices, by the textbook's table. */
function commonWords(a: readonly string[], b: readonly string[]): [number, number][] {
  const width = b.length + 1
  const lengths = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        a[i] === b[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0)
    }
  }
  const pairs: [number, number][] = []
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) pairs.push([i++, j++])
    else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) i++
    else j++
  }
  return pairs
}

/** The stretches of the line that none of the kept words covers, neighbours joined. */
function spansBeside(words: readonly string[], kept: readonly number[]): Span[] {
  const keptWords = new Set(kept)
  const spans: [number, number][] = []
  let at = 0
  for (const [index, word] of words.entries()) {
    const last = spans.at(-1)
    if (!keptWords.has(index)) {
      if (last?.[1] === at) last[1] = at + word.length
      else spans.push([at, at + word.length])
    }
    at += word.length
  }
  return spans
}
