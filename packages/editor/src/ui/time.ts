const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })
const absolute = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })

/** A moment as people say it: «just now», «5 minutes ago», «yesterday», «3 weeks ago». Times in ms. */
export function relativeTime(date: Date, now: number): string {
  const ago = Math.max(0, now - date.getTime())
  if (ago < MINUTE) return 'just now'
  if (ago < HOUR) return relative.format(-Math.floor(ago / MINUTE), 'minute')
  if (ago < DAY) return relative.format(-Math.floor(ago / HOUR), 'hour')
  const days = Math.floor(ago / DAY)
  if (days < 14) return relative.format(-days, 'day')
  if (days < 60) return relative.format(-Math.floor(days / 7), 'week')
  if (days < 730) return relative.format(-Math.floor(days / 30.4), 'month')
  return relative.format(-Math.floor(days / 365.25), 'year')
}

/** The same moment by calendar and clock, in the time of whoever reads it: «27 Apr 2027, 18:00». */
export function absoluteTime(date: Date): string {
  return absolute.format(date)
}
