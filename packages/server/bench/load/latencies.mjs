/** Half of a percent wide: 128 steps to each doubling, from a microsecond to twenty minutes. */
const STEPS = 128
const DOUBLINGS = 30

/** Times in ms, counted in steps, so that millions of them cost no memory. */
export class Latencies {
  #counts = new Uint32Array(STEPS * DOUBLINGS)
  #count = 0

  /** @param {number} ms */
  add(ms) {
    const step = Math.max(0, Math.round(Math.log2(Math.max(ms, 0.001) * 1000) * STEPS))
    this.#counts[step] = (this.#counts[step] ?? 0) + 1
    this.#count++
  }

  get count() {
    return this.#count
  }

  /**
   * @param {number} p from 0 to 1
   * @returns {number} ms
   */
  percentile(p) {
    let rest = Math.max(1, Math.ceil(this.#count * p))
    for (const [step, count] of this.#counts.entries()) {
      rest -= count
      if (rest <= 0) return 2 ** (step / STEPS) / 1000
    }
    return Infinity
  }
}
