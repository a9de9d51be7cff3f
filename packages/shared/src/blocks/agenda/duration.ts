/** A length of time in a text, and where its number and unit stand. */
export interface Duration {
  readonly minutes: number
  readonly from: number
  readonly to: number
}

const MINUTES = String.raw`(?:minutes?|mins?|minuten|m|['’′])`
const HOURS = String.raw`(?:hours?|hrs?|h|stunden?)`
const NUMBER = String.raw`\d{1,3}(?:[.,]\d{1,2})?`
const LENGTH = String.raw`(?:(?<hours>${NUMBER})\s*-?\s*${HOURS}(?:\s*(?:and|,)?\s*(?<rest>\d{1,2})\s*${MINUTES}?)?|(?:${NUMBER}\s*${MINUTES}?\s*(?:[-–—]|to)\s*)?(?<minutes>${NUMBER})\s*-?\s*${MINUTES}|(?<words>(?:half an|an|one) hour))(?![\p{L}\p{N}])`
const ABOUT = String.raw`(?:(?:at most|up to|max(?:imum|\.)?|about|approx(?:imately|\.)?|circa|ca\.?|timebox(?:ed)?(?: to)?:?|time:|duration:?|est(?:imated|\.)?:?|total:?|only|just)\s*|[~≈≤≥<>=]{1,2}\s*)*`
/** `total`, `+q`, `on the last day`: what people add to a length of time, and never `ago` or `delay`. */
const MORE = String.raw`(?:\s*(?:\+\s*(?:q|q&a|questions)|each|max(?:imum)?|total|tops|long|timebox(?:ed)?|or so|or less|on .*|if .*|for .*|per .*|incl.*|including .*|with .*|plus .*))?`

const WHOLE = new RegExp(String.raw`^\s*${ABOUT}(?<at>${LENGTH})${MORE}[\s.]*$`, 'iu')
const LEADING = new RegExp(
  String.raw`^\s*${ABOUT}(?<at>${LENGTH})(?:\s*\+\s*q(?:&a)?)?(?:\s*[-–—:|=]+\s+|\s*[:|]\s*|\t+|(?<=['’′]|\+q)\s+|\s+(?=(?:coffee |lunch )?(?:break|lunch)\W*$))(?=\S)`,
  'iu',
)
const TRAILING = new RegExp(
  String.raw`(?:\s[-–—|]+\s*|[:,;]\s+|(?<!\b(?:in|for|of|every|each|last|next|within|than|after|to|the|at|by|until|over|per|under|took|takes?|about|least|most|before|past|first|first|and|or|a))\s+)${ABOUT}(?<at>${LENGTH})\s*\.?\s*$`,
  'iu',
)

/** The length of time that a text is, such as `at most 10 mins`; or from when to when, such as `14:00–14:10`. */
export function wholeDuration(text: string): Duration | null {
  return read(WHOLE.exec(text)) ?? clockRange(text, /^\s*/, /^[\s.]*$/)
}

/** A number as people plan minutes. */
export function isMinutes(text: string): boolean {
  return /^\d{1,3}$/.test(text) && Number(text) % 5 === 0 && Number(text) > 0 && Number(text) <= LONGEST_RANGE
}

/** A quick look, for most items end otherwise. */
const ENDS = new RegExp(String.raw`(?:\d\s*-?\s*(?:${MINUTES}|${HOURS})|hour)\.?$`, 'iu')

/** Nothing that says how long takes more letters. */
const REACH = 60

/** The length of time that a text begins with, such as `5 min - topic`; `end` is where the rest begins. */
export function leadingDuration(text: string): (Duration & { readonly end: number }) | null {
  const match = /^\D{0,30}\d|^.{0,30}hour/i.test(text) ? LEADING.exec(text.slice(0, REACH)) : null
  const duration = read(match)
  if (duration !== null) return { ...duration, end: match![0].length }
  const range = clockRange(text.slice(0, REACH), /^\s*[[(]?/, BEHIND_RANGE)
  return range && { ...range, end: range.to + BEHIND_RANGE.exec(text.slice(range.to))![0].length }
}

/** The length of time that a text ends with, such as `topic - 5 min`; `begin` is where what is before it ends. */
export function trailingDuration(text: string): (Duration & { readonly begin: number }) | null {
  const end = text.trimEnd()
  const from = Math.max(0, end.length - REACH)
  const match = ENDS.test(end.slice(-20)) ? TRAILING.exec(end.slice(from)) : null
  const duration = read(match)
  if (duration === null) return null
  return { ...duration, from: from + duration.from, to: from + duration.to, begin: from + match!.index }
}

const CLOCK = String.raw`(\d{1,2})[:.h](\d{2})\s?(?:[ap]\.?m\.?)?`
const RANGE = new RegExp(
  String.raw`^${CLOCK}\s?(?:[-–—]|to)\s?${CLOCK}(?!\d|:\d)(?:\s?(?:UTC|GMT|[CEPM][ESD]?T)\b)?`,
  'i',
)
const BEHIND_RANGE = /^[\])]?\s*(?:[-–—:|]+\s+)?(?=\S)/
/** Longer than that, it is when the meeting is. */
const LONGEST_RANGE = 180

/** `14:00–14:10`, between what may stand before and behind it. */
function clockRange(text: string, before: RegExp, behind: RegExp): Duration | null {
  const from = before.exec(text)![0].length
  const match = RANGE.exec(text.slice(from))
  if (match === null || !behind.test(text.slice(from + match[0].length))) return null
  const [hour, minute, toHour, toMinute] = match.slice(1, 5).map(Number) as [number, number, number, number]
  const minutes = (toHour * 60 + toMinute - hour * 60 - minute + 24 * 60) % (12 * 60)
  if (minute > 59 || toMinute > 59 || minutes === 0 || minutes > LONGEST_RANGE) return null
  return { minutes, from, to: from + match[0].length }
}

/** A range of the clock as long as this, from when it begins; null where a text is none. */
export function rangeOf(minutes: number, like: string): string | null {
  const match = RANGE.exec(like)
  if (match === null) return null
  const [whole, hour = '', minute = '', toHour = '', toMinute = ''] = match
  const end = Number(hour) * 60 + Number(minute) + minutes
  const until = Math.floor(end / 60) % 24
  const shown = /[ap]\.?m/i.test(whole) ? until % 12 || 12 : until
  const minuteAt = whole.lastIndexOf(toMinute)
  const hourAt = whole.lastIndexOf(toHour, minuteAt - toHour.length)
  const [hours, rest] = [String(shown).padStart(toHour.length, '0'), String(end % 60).padStart(2, '0')]
  const separator = whole.slice(hourAt + toHour.length, minuteAt)
  return `${whole.slice(0, hourAt)}${hours}${separator}${rest}${whole.slice(minuteAt + toMinute.length)}`
}

function read(match: RegExpExecArray | null): Duration | null {
  const { at, hours, rest, minutes, words } = match?.groups ?? {}
  if (match === null || at === undefined) return null
  const total =
    hours === undefined
      ? words === undefined
        ? number(minutes)
        : /half/i.test(words)
          ? 30
          : 60
      : number(hours) * 60 + number(rest)
  if (total <= 0 || total > 24 * 60) return null
  const from = match.index + match[0].indexOf(at)
  return { minutes: Math.round(total), from, to: from + at.length }
}

function number(written = '0'): number {
  return Number(written.replace(',', '.'))
}
