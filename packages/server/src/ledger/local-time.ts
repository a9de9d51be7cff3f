/** Zones by how people write them; whether it is summer there, the date says. */
const PLACES: Readonly<Record<string, string>> = {
  UTC: 'UTC',
  GMT: 'UTC',
  Z: 'UTC',
  PT: 'America/Los_Angeles',
  MT: 'America/Denver',
  CT: 'America/Chicago',
  ET: 'America/New_York',
  PACIFIC: 'America/Los_Angeles',
  MOUNTAIN: 'America/Denver',
  CENTRAL: 'America/Chicago',
  EASTERN: 'America/New_York',
  CET: 'Europe/Berlin',
  CEST: 'Europe/Berlin',
  EET: 'Europe/Helsinki',
  EEST: 'Europe/Helsinki',
  WET: 'Europe/Lisbon',
  WEST: 'Europe/Lisbon',
  BST: 'Europe/London',
  MSK: 'Europe/Moscow',
  JST: 'Asia/Tokyo',
  KST: 'Asia/Seoul',
}

const OFFSET = /^(?:UTC|GMT)?\s?([+-])(\d{1,2})(?::?(\d{2}))?$/

/** `10:05` for a moment, in the zone that minutes name as they write it; where they name none, or nobody knows it, `17:05 UTC`. */
export function localTime(moment: string, zone = ''): string {
  const date = new Date(moment)
  const [, sign, hours, minutes = '0'] = OFFSET.exec(zone) ?? []
  if (hours === undefined) return timeIn(date, placeOf(zone)) ?? `${clock(date, 'UTC')} UTC`
  const ahead = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
  return clock(new Date(date.getTime() + ahead * 60_000), 'UTC')
}

function placeOf(zone: string): string | undefined {
  if (zone.includes('/')) return zone
  // `PST`, `PDT`, `Pacific Standard Time` and `US Pacific Time` are the same place.
  const plain = zone
    .toUpperCase()
    .replace(/^US /, '')
    .replace(/ (?:(?:STANDARD|DAYLIGHT|SUMMER) )?TIME$/, '')
    .replace(/^([PMCE])[SD]T$/, '$1T')
  return PLACES[plain]
}

/** Undefined where nobody knows the zone. */
function timeIn(date: Date, timeZone: string | undefined): string | undefined {
  if (timeZone === undefined) return undefined
  try {
    return clock(date, timeZone)
  } catch {
    // Intl throws for a zone that it does not know.
    return undefined
  }
}

function clock(date: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone }).format(date)
}
