import { commonPlaces } from './pairs.ts'

/** A stretch of a line, `[from, to)` in UTF-16 units. */
export type Span = readonly [from: number, to: number]

export interface WordDiff {
  /** What the old line had and the new one has not, and the other way round. */
  readonly removed: readonly Span[]
  readonly added: readonly Span[]
}

const WORD = /\s+|[\p{L}\p{M}\p{N}_]+|[^]/gu

/** The words in which two versions of a line differ, or null where so little is common that marking it would not help. */
export function diffWords(before: string, after: string): WordDiff | null {
  const [old, now] = [before.match(WORD) ?? [], after.match(WORD) ?? []]
  const kept = commonPlaces(old, now)
  const letters = kept.reduce((sum, [at]) => sum + (old[at] ?? '').trim().length, 0)
  if (letters * 3 < Math.max(before.trim().length, after.trim().length)) return null
  const [keptOld, keptNow] = [new Set(kept.map(([at]) => at)), new Set(kept.map(([, at]) => at))]
  return { removed: spansBeside(old, keptOld), added: spansBeside(now, keptNow) }
}

/** The stretches of the line that none of the kept words covers, neighbours joined. */
function spansBeside(words: readonly string[], kept: ReadonlySet<number>): Span[] {
  const spans: [number, number][] = []
  let at = 0
  for (const [index, word] of words.entries()) {
    const last = spans.at(-1)
    if (!kept.has(index)) {
      if (last?.[1] === at) last[1] = at + word.length
      else spans.push([at, at + word.length])
    }
    at += word.length
  }
  return spans
}
