import type { Mapping } from '@tiptap/pm/transform'

import type { Range } from './places.ts'

/** The ranges of the text as an edit leaves them, with its own where it is the person's. What touches is one range. */
export function ownRanges(before: readonly Range[], mapping: Mapping, isOwn: boolean): readonly Range[] {
  if (before.length === 0 && !isOwn) return before
  const ranges = before.map(({ from, to }) => ({ from: mapping.map(from, -1), to: mapping.map(to) }))
  if (isOwn) ranges.push(...changedBy(mapping))
  return ranges
    .sort((a, b) => a.from - b.from)
    .reduce<Range[]>((joined, range) => {
      const last = joined.at(-1)
      if (last === undefined || range.from > last.to) return [...joined, range]
      return [...joined.slice(0, -1), { from: last.from, to: Math.max(last.to, range.to) }]
    }, [])
}

function changedBy(mapping: Mapping): Range[] {
  return mapping.maps.flatMap((map, step) => {
    const rest = mapping.slice(step + 1)
    const ranges: Range[] = []
    map.forEach((_from, _to, from, to) => ranges.push({ from: rest.map(from, -1), to: rest.map(to) }))
    return ranges
  })
}
