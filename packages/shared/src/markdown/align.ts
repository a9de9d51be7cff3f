/** Below this many cells a table of all pairs is cheap; above it unique values are the anchors. */
const TABLE_CELLS = 40_000

/**
 * For each value of `now` the index in `old` of the equal value it continues, or -1. Indexes only grow. Near-linear for any
 * input: common ends first, then a longest common subsequence where that is small, else values that occur once on each side.
 */
export function align(old: readonly number[], now: readonly number[]): number[] {
  const pairs: number[] = Array.from({ length: now.length }, () => -1)
  const open: Range[] = [{ oldFrom: 0, oldTo: old.length, from: 0, to: now.length }]
  for (let range = open.pop(); range !== undefined; range = open.pop()) {
    const rest = trimmed(range, old, now, pairs)
    const { oldFrom, oldTo, from, to } = rest
    if (oldFrom === oldTo || from === to) continue
    if ((oldTo - oldFrom) * (to - from) <= TABLE_CELLS) alignByTable(rest, old, now, pairs)
    else for (const part of betweenAnchors(rest, old, now, pairs)) open.push(part)
  }
  return pairs
}

interface Range {
  readonly oldFrom: number
  readonly oldTo: number
  readonly from: number
  readonly to: number
}

function trimmed(range: Range, old: readonly number[], now: readonly number[], pairs: number[]): Range {
  let { oldFrom, oldTo, from, to } = range
  while (oldFrom < oldTo && from < to && old[oldFrom] === now[from]) pairs[from++] = oldFrom++
  while (oldFrom < oldTo && from < to && old[oldTo - 1] === now[to - 1]) pairs[--to] = --oldTo
  return { oldFrom, oldTo, from, to }
}

function alignByTable(range: Range, old: readonly number[], now: readonly number[], pairs: number[]): void {
  const height = range.oldTo - range.oldFrom
  const width = range.to - range.from
  const row = width + 1
  const longest = new Uint16Array((height + 1) * row)
  for (let i = height - 1; i >= 0; i--) {
    for (let j = width - 1; j >= 0; j--) {
      const isEqual = old[range.oldFrom + i] === now[range.from + j]
      const skip = Math.max(longest[(i + 1) * row + j]!, longest[i * row + j + 1]!)
      longest[i * row + j] = isEqual ? Math.max(skip, longest[(i + 1) * row + j + 1]! + 1) : skip
    }
  }
  for (let i = 0, j = 0; i < height && j < width;) {
    const here = longest[i * row + j]!
    if (old[range.oldFrom + i] === now[range.from + j] && here === longest[(i + 1) * row + j + 1]! + 1) {
      pairs[range.from + j++] = range.oldFrom + i++
    } else if (longest[(i + 1) * row + j] === here) i++
    else j++
  }
}

/** Pairs the values that occur once on both sides, as far as they keep their order, and gives the ranges between them. */
function betweenAnchors(range: Range, old: readonly number[], now: readonly number[], pairs: number[]): Range[] {
  const once = new Map<number, number>()
  for (let i = range.oldFrom; i < range.oldTo; i++) once.set(old[i]!, once.has(old[i]!) ? -1 : i)
  const seen = new Map<number, number>()
  for (let j = range.from; j < range.to; j++) seen.set(now[j]!, seen.has(now[j]!) ? -1 : j)
  const anchors: { at: number; oldAt: number }[] = []
  for (const [value, at] of seen) {
    const oldAt = once.get(value) ?? -1
    if (at >= 0 && oldAt >= 0) anchors.push({ at, oldAt })
  }
  const ranges: Range[] = []
  let { oldFrom, from } = range
  for (const { at, oldAt } of longestRising(anchors)) {
    pairs[at] = oldAt
    ranges.push({ oldFrom, oldTo: oldAt, from, to: at })
    oldFrom = oldAt + 1
    from = at + 1
  }
  if (from > range.from) ranges.push({ oldFrom, oldTo: range.oldTo, from, to: range.to })
  return ranges
}

/** The longest part of a sequence, ordered by `at`, in which `oldAt` grows (patience sorting). */
function longestRising<Anchor extends { at: number; oldAt: number }>(anchors: Anchor[]): Anchor[] {
  const tops: number[] = []
  const before: number[] = []
  anchors.forEach((anchor, index) => {
    let low = 0
    let high = tops.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (anchors[tops[middle]!]!.oldAt < anchor.oldAt) low = middle + 1
      else high = middle
    }
    before[index] = low > 0 ? tops[low - 1]! : -1
    tops[low] = index
  })
  const rising: Anchor[] = []
  for (let index = tops.at(-1) ?? -1; index >= 0; index = before[index]!) rising.push(anchors[index]!)
  return rising.toReversed()
}
