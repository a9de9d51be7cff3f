import type { OrderedListJson } from '../document/node.ts'

/**
 * The numbers of a list's items, as they are written. Only the first means anything; a list that counted goes on counting, one
 * that repeats its first number goes on repeating, and in any other the old items keep theirs.
 */
export function numberingOf(
  list: OrderedListJson,
  markers: readonly string[],
  pairs: readonly number[],
  isAllOnes: boolean,
): string[] {
  const start = list.attrs?.start ?? 1
  const old = markers.map((marker) => marker.slice(0, -1))
  const first = Number(old[0] ?? start)
  const isRepeating = old.length > 1 ? old.every((number) => Number(number) === first) : isAllOnes && start === 1
  const isCounting = old.every((number, index) => Number(number) === first + index)
  let last = start - 1
  return pairs.map((pair, index) => {
    const own = old[pair]
    const wanted = index === 0 || isRepeating ? start : isCounting || own === undefined ? last + 1 : Number(own)
    last = Math.min(wanted, 999_999_999)
    // As it was spelt, such as `01`.
    return own !== undefined && Number(own) === last ? own : String(last)
  })
}
