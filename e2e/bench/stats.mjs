/**
 * The value below which the share `p` of them lies (nearest rank).
 *
 * @param {readonly number[]} values not empty
 * @param {number} p from 0 to 1
 */
export function percentile(values, p) {
  const sorted = [...values].sort((a, b) => a - b)
  const value = sorted[Math.max(0, Math.ceil(p * sorted.length) - 1)]
  if (value === undefined) throw new Error('there are no values')
  return value
}

/** @param {readonly number[]} values not empty */
export function median(values) {
  return percentile(values, 0.5)
}

/** @param {readonly number[]} values */
export function sum(values) {
  return values.reduce((all, value) => all + value, 0)
}

/** @param {readonly number[]} values not empty */
export function mean(values) {
  return sum(values) / values.length
}
