/** A generator of random numbers that gives the same ones for the same seed (mulberry32, public domain). */
export interface Random {
  /** A whole number from 0 up to, and not including, `below`. */
  whole(below: number): number
  chance(probability: number): boolean
  one<T>(of: readonly T[]): T
}

export function random(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const whole = (below: number): number => Math.floor(next() * below)
  return {
    whole,
    chance: (probability) => next() < probability,
    one: <T>(of: readonly T[]): T => {
      const chosen = of[whole(of.length)]
      if (chosen === undefined) throw new Error('there is nothing to choose from')
      return chosen
    },
  }
}

/**
 * The seed of this run, and how many rounds: `PLENARY_SEED` and `PLENARY_RUNS`, or those given. Printed, so that a failure can be
 * repeated. In CI it is always the same one: what is refused there should be the change's doing.
 */
export function fuzzSettings(name: string, runs: number): { seed: number; runs: number } {
  const seed = Number(process.env['PLENARY_SEED'] ?? (process.env['CI'] ? 1 : Date.now() % 1_000_000_000))
  const chosen = Number(process.env['PLENARY_RUNS'] ?? runs)
  process.stdout.write(`${name}: PLENARY_SEED=${seed} PLENARY_RUNS=${chosen}\n`)
  return { seed, runs: chosen }
}
