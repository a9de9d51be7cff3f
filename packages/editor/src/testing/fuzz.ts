/**
 * `PLENARY_SEED` runs the same cases again; without it every run is another, but in CI it is always the same one: what is refused
 * there should be the change's doing.
 */
export const SEED = Number(import.meta.env['PLENARY_SEED'] ?? (import.meta.env['CI'] ? 1 : Date.now() % 1_000_000))

/** `PLENARY_RUNS=10` runs ten times as many cases. */
export const RUNS = Number(import.meta.env['PLENARY_RUNS'] ?? 1)
