const FIRST = 300
const LONGEST = 3_000

/** After so many tries (about a minute) the server is not just starting anew, and is asked less often. */
const MANY = 25
const LONG_AFTER = 15_000

/**
 * How long to wait before try number `attempt` (from 0), in milliseconds. Full jitter: any time up to a limit that doubles,
 * so that the pages of a room do not all come back in the same instant when the server restarts. The limit stays so low that
 * people write again within seconds after that.
 */
export function retryDelay(attempt: number, random: () => number = Math.random): number {
  const limit = attempt < MANY ? Math.min(LONGEST, FIRST * 2 ** attempt) : LONG_AFTER
  return random() * limit
}

/** How long to wait after the server has said that this page sends too much: between five and ten seconds. */
export function calmDelay(random: () => number = Math.random): number {
  return 5_000 + random() * 5_000
}
