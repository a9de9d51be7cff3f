import type { Pattern } from './house-style.ts'
import type { Values } from './pattern.ts'

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const

/**
 * How dates are written, in patterns: the longer before those that are a part of them, and of two that the same digits could mean the
 * more frequent first.
 */
const FORMS: readonly Pattern[] = [
  '{datetime}',
  '{yyyy}-{mm}-{dd}',
  '{yyyy}/{mm}/{dd}',
  '{yyyy}.{mm}.{dd}',
  '{dd}/{mm}/{yyyy}',
  '{mm}/{dd}/{yyyy}',
  '{dd}.{mm}.{yyyy}',
  '{d}.{m}.{yyyy}',
  '{mm}-{dd}-{yyyy}',
  '{dd}-{mm}-{yyyy}',
  '{dd}-{month}-{yyyy}',
  '{weekday}, {month} {d}, {yyyy}',
  '{weekday} {month} {d}{th}, {yyyy}',
  '{weekday}, {d} {month} {yyyy}',
  '{month} {d}{th}, {yyyy}',
  '{month} {d}, {yyyy}',
  '{month} {d} {yyyy}',
  '{d}{th} {month} {yyyy}',
  '{d} {month} {yyyy}',
  '{d}{th} of {month} {yyyy}',
  '{mon} {d}, {yyyy}',
  '{mon} {d} {yyyy}',
  '{d} {mon} {yyyy}',
  '{month} {d}{th}',
  '{month} {d}',
  '{d}{th} {month}',
  '{d} {month}',
  '{mon} {d}',
  '{mm}-{dd}',
]

const PARTS: Readonly<Record<string, string>> = {
  yyyy: String.raw`(?:19|20)\d\d`,
  mm: '(?:0[1-9]|1[0-2])',
  m: '(?:[1-9]|1[0-2])',
  dd: String.raw`(?:0[1-9]|[12]\d|3[01])`,
  d: String.raw`(?:[1-9]|[12]\d|3[01])`,
  month: `(?:${MONTHS.join('|')})`,
  mon: `(?:${MONTHS.map((month) => month.slice(0, 3)).join('|')}|Sept)`,
  weekday: `(?:${WEEKDAYS.join('|')})`,
  th: '(?:st|nd|rd|th)',
  datetime: String.raw`\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?`,
}

interface Reader {
  readonly pattern: Pattern
  readonly regex: RegExp
}

let readers: readonly Reader[] | undefined

/** Made when the first date is looked for: classes of letters cost V8 some milliseconds in each, and every start would pay for them. */
function allReaders(): readonly Reader[] {
  return (readers ??= FORMS.map((pattern) => ({ pattern, regex: regexFor(pattern) })))
}

/** A date as it stands in a text; several patterns where its digits can be read in several ways. */
export interface WrittenDate {
  readonly from: number
  readonly to: number
  readonly patterns: readonly Pattern[]
}

/** The first date in the text, as far as it goes. */
export function dateIn(text: string): WrittenDate | undefined {
  const found = allReaders().flatMap(({ pattern, regex }) => {
    const match = regex.exec(text)
    return match === null ? [] : [{ pattern, from: match.index, to: match.index + match[0].length }]
  })
  const from = Math.min(...found.map((each) => each.from))
  const to = Math.max(...found.filter((each) => each.from === from).map((each) => each.to))
  const patterns = found.filter((each) => each.from === from && each.to === to).map(({ pattern }) => pattern)
  return patterns.length === 0 ? undefined : { from, to, patterns }
}

/** The form in which most of these dates can be read. */
export function commonForm(dates: readonly WrittenDate[]): Pattern | undefined {
  const votes = (pattern: Pattern): number => dates.filter(({ patterns }) => patterns.includes(pattern)).length
  return FORMS.filter((pattern) => votes(pattern) > 0).sort((a, b) => votes(b) - votes(a))[0]
}

/**
 * What the places of patterns stand for on this day; nothing without one. The date is as `2027-04-27`, the time as `16:00` or
 * `16:00-17:00`, the offset as `+02:00` or `Z`.
 */
export function dateValues(date: string | undefined, time = '', offset = ''): Values {
  const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date ?? '')
  if (found === null) return {}
  const [, yyyy = '', mm = '', dd = ''] = found
  const month = MONTHS[Number(mm) - 1]
  const begin = /^\d\d:\d\d/.exec(time)?.[0]
  const day = new Date(Date.UTC(Number(yyyy), Number(mm) - 1, Number(dd))).getUTCDay()
  return {
    yyyy,
    mm,
    dd,
    m: String(Number(mm)),
    d: String(Number(dd)),
    month,
    mon: month?.slice(0, 3),
    weekday: WEEKDAYS[day],
    th: ordinalOf(Number(dd)),
    time,
    datetime: `${yyyy}-${mm}-${dd}${begin === undefined ? '' : `T${begin}:00${/^(?:Z|[+-]\d\d:\d\d)$/.test(offset) ? offset : ''}`}`,
  }
}

function ordinalOf(day: number): string {
  if (day > 10 && day < 14) return 'th'
  return ({ 1: 'st', 2: 'nd', 3: 'rd' } as Readonly<Record<number, string>>)[day % 10] ?? 'th'
}

/** No digit or letter may stand beside a date. */
function regexFor(pattern: Pattern): RegExp {
  const source = pattern.split(/(\{[a-z]+\})/).map((part) => {
    const name = /^\{([a-z]+)\}$/.exec(part)?.[1]
    return name === undefined ? part.replace(/[.*+?^$()|[\]\\/]/g, '\\$&') : (PARTS[name] ?? '')
  })
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${source.join('')}(?![\p{L}\p{N}]|-\d)`, 'u')
}
