/** A small seeded generator (mulberry32), so that every case of a test can be run again by its seed. */
export class Random {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** From 0 up to, but never, 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }

  /** A whole number from 0 up to, but never, `limit`. */
  below(limit: number): number {
    return Math.floor(this.next() * limit)
  }

  pick<Value>(values: readonly Value[]): Value {
    const value = values[this.below(values.length)]
    if (value === undefined) throw new Error('nothing to pick from')
    return value
  }

  chance(probability: number): boolean {
    return this.next() < probability
  }
}

/**
 * `PLENARY_SEED` runs the same cases again; without it every run is another. But what CI refuses should be the change's doing,
 * so there it is always the same one.
 */
export const SEED = Number(process.env['PLENARY_SEED'] ?? (process.env['CI'] ? 1 : Math.floor(Math.random() * 2 ** 31)))

/** `PLENARY_RUNS=10` runs ten times as many cases. */
export const RUNS = Number(process.env['PLENARY_RUNS'] ?? 1)

/** Milliseconds for a test that tries many cases: enough for a busy machine, and for more runs. */
export const PATIENCE = 600_000
