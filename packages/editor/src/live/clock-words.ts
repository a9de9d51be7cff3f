const SECOND = 1_000

/** A span of time as a clock shows it: `4:12`, `1:04:12`. In ms; never below zero. */
export function clockWords(ms: number): string {
  const all = Math.max(0, Math.floor(ms / SECOND))
  const [hours, minutes, seconds] = [Math.floor(all / 3600), Math.floor(all / 60) % 60, all % 60]
  const two = (value: number): string => String(value).padStart(2, '0')
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`
}

/** The same with the last second begun: what counts down says 0:01 until it is over. */
export function countdownWords(ms: number): string {
  return clockWords(Math.max(0, ms) + SECOND - 1)
}
