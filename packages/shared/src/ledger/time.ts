/** Times are ISO 8601 in UTC, as the server's clock says them. */

export function later(time: string, seconds: number): string {
  return new Date(Date.parse(time) + seconds * 1_000).toISOString()
}

/** Whether it is that time now, or past it. */
export function isDue(due: string, now: string): boolean {
  return Date.parse(due) <= Date.parse(now)
}

/** Never less than nothing. */
export function millisecondsBetween(from: string, to: string): number {
  return Math.max(0, Date.parse(to) - Date.parse(from))
}
