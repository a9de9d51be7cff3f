export interface TimeInText {
  /** `16:00`, or `16:00-17:00`. */
  readonly time: string
  /** As written. */
  readonly zone?: string
}

const HALF = '(a\\.?m\\.?|p\\.?m\\.?|noon|midnight)?'
const CLOCK = `(\\d{1,2})(?:[:h](\\d{2}))?(?::\\d{2})?\\s*${HALF}`
const TIME = new RegExp(
  `(?<![\\d:/.+-])${CLOCK}(?:\\s*(?:-|–|—|to|until)\\s*${CLOCK})?(?![\\d/:]|(?:st|nd|rd|th)\\b)`,
  'gi',
)

const ZONE =
  /^(?:UTC|GMT)(?:\s?[+-]\d{1,2}(?::?\d{2})?)?(?![A-Za-z])|^(?:Z|[PMCEJIK]T|[A-Z]{1,4}[SD]T|[CEW]E?T|CEST|EEST|WEST|MSK|AoE)\b|^[+-]\d{2}:?\d{2}\b|^[A-Z][A-Za-z]+\/[A-Z][A-Za-z_]+|^(?:US )?[A-Z][a-z]+(?: [A-Z][a-z]+)? (?:Standard |Daylight |Summer )?[Tt]ime\b/

/** The first time of day in a text, with the zone that stands behind it. */
export function timeIn(text: string): TimeInText | null {
  for (const match of text.matchAll(TIME)) {
    const time = rangeOf(match)
    if (time === null) continue
    const zone = zoneIn(text.slice(match.index + match[0].length))
    return zone === undefined ? { time } : { time, zone }
  }
  return null
}

/** The zone at the beginning of a text; brackets may stand around it, or a remark in brackets before it. */
export function zoneIn(text: string): string | undefined {
  const plain = text.replace(/^[\s,]*/, '')
  const inner = ZONE.exec(plain.replace(/^\(/, ''))
  return (inner ?? ZONE.exec(plain.replace(/^\([^()]*\)\s*/, '')))?.[0]
}

/** ISO's `2027-05-04T13:00:00+02:00`. */
export function isoTimeIn(text: string): TimeInText | null {
  const match = /\d{4}-\d{2}-\d{2}[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?/.exec(text)
  if (match === null) return null
  const [, time = '', zone] = match
  return zone === undefined ? { time } : { time, zone: zone === 'Z' ? 'UTC' : zone }
}

function rangeOf([, hour, minute, half, hour2, minute2, half2]: RegExpMatchArray): string | null {
  const isEnd = hour2 !== undefined
  if (minute === undefined && half === undefined && (!isEnd || (minute2 === undefined && half2 === undefined)))
    return null
  const end = isEnd ? clockOf(hour2, minute2, half2) : undefined
  const start = startOf(hour!, minute, half, half2, end)
  if (start === null || end === null) return null
  return end === undefined ? start : `${start}-${end}`
}

/** `9-10am` begins in the morning as well; `11-1pm` does not begin in the night. */
function startOf(
  hour: string,
  minute: string | undefined,
  half: string | undefined,
  half2: string | undefined,
  end: string | null | undefined,
): string | null {
  if (half !== undefined || half2 === undefined) return clockOf(hour, minute, half)
  const same = clockOf(hour, minute, half2)
  return same !== null && typeof end === 'string' && same < end
    ? same
    : clockOf(hour, minute, half2.toLowerCase().startsWith('p') ? 'am' : half2)
}

function clockOf(hour: string, minute = '00', half = ''): string | null {
  const letter = half.toLowerCase()[0]
  let hours = Number(hour)
  if (hours < 12 && letter === 'p') hours += 12
  if (hours === 12 && (letter === 'a' || letter === 'm')) hours = 0
  if (hours > 24 || Number(minute) > 59) return null
  return `${String(hours).padStart(2, '0')}:${minute}`
}
