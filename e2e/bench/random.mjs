/**
 * @typedef {{
 *   readonly next: () => number,
 *   readonly between: (from: number, to: number) => number,
 *   readonly pick: <T>(items: readonly T[]) => T,
 * }} Random next: at least 0 and below 1; between: a whole number, both ends included
 */

/**
 * Numbers that look random and are the same in every run (mulberry32).
 *
 * @param {number} seed
 * @returns {Random}
 */
export function randomFrom(seed) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (/** @type {number} */ from, /** @type {number} */ to) => from + Math.floor(next() * (to - from + 1))
  return {
    next,
    between,
    pick: (items) => {
      const item = items[between(0, items.length - 1)]
      if (item === undefined) throw new Error('there is nothing to pick from')
      return item
    },
  }
}
