const FIRST = 500
const LONGEST = 10_000

/**
 * How long to wait before try number `attempt` (from 0), in milliseconds. Full jitter: any time up to a limit that doubles,
 * so that the pages of a room do not all come back in the same instant when the server restarts.
 */
export function retryDelay(attempt: number, random: () => number = Math.random): number {
  return random() * Math.min(LONGEST, FIRST * 2 ** Math.min(attempt, 10))
}
