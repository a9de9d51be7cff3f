import { align } from '@plenary/shared/markdown'

/** The places `[old, now]` of what both sequences have in common, in their order; both only grow. */
export function commonPlaces(old: readonly string[], now: readonly string[]): readonly (readonly [number, number])[] {
  const numbers = new Map<string, number>()
  const numberOf = (text: string) => {
    const number = numbers.get(text) ?? numbers.size
    numbers.set(text, number)
    return number
  }
  const places = align(old.map(numberOf), now.map(numberOf))
  return places.flatMap((at, index) => (at < 0 ? [] : [[at, index] as const]))
}
