/** A date in the text, and how it is written. */
export interface DueDate {
  /** ISO 8601. */
  readonly date: string
  /** The date alone. */
  readonly from: number
  readonly to: number
  /** With the words that say that it is a due date, and the brackets around them. */
  readonly whole: { readonly from: number; readonly to: number }
}

export type DateForm = 'iso' | 'day-month-year' | 'month-day-year'

const MONTHS = 'january february march april may june july august september october november december'.split(' ')
const MONTH = String.raw`(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?`
const DAY = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th)?(?!\d)`
const WEEKDAY = String.raw`(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+)?`
const YEAR = String.raw`(?:,?\s+(?<year>20\d\d))?`

const FORMS: readonly (readonly [DateForm, string])[] = [
  ['iso', String.raw`(?<year>20\d\d)-(?<month>\d\d)-(?<day>\d\d)`],
  ['day-month-year', String.raw`${WEEKDAY}${DAY}\s+(?:of\s+)?${MONTH}${YEAR}`],
  ['month-day-year', String.raw`${WEEKDAY}${MONTH}\s+${DAY}${YEAR}`],
]

const SAYS_DUE = String.raw`(?:due(?:\s+date)?(?:\s+(?:by|on|before))?\s*:?|deadline\s*:?|by|until)`

/** `(due 2027-05-04)`, `, by 4 May 2027`: at the end of the text, or at its beginning. `by` alone means a date only there. */
const WRITTEN = FORMS.map(
  ([form, date]) =>
    [
      form,
      new RegExp(String.raw`(?:^|[\s,;–—-]*[\s([])[([]?${SAYS_DUE}\s+(?<date>${date})(?:\s\([^)]*\))?[)\]]?`, 'i'),
    ] as const,
)

/** A full date that is all that stands behind the last dash or bar, or in the last brackets: `… - Lee - 2027-05-04`. */
const LAST = FORMS.map(
  ([form, date]) => [form, new RegExp(String.raw`(?:\s+[–—|-]\s*|\s*[([])(?<date>${date})[)\]]?\s*$`, 'i')] as const,
)

/**
 * The due date that a text names, if it is a real one: a date without a year takes the one that comes next after the
 * meeting, and is none where the meeting has no date.
 */
export function readDue(text: string, meeting: string | undefined): DueDate | null {
  for (const [, pattern] of WRITTEN) {
    const due = dueAt(pattern.exec(text), meeting)
    if (due !== null) return due
  }
  for (const [, pattern] of LAST) {
    const match = pattern.exec(text)
    // What is over is no date to come.
    const due = match?.groups?.['year'] === undefined ? null : dueAt(match, meeting)
    if (due !== null && (meeting === undefined || due.date >= meeting)) return due
  }
  return null
}

/** The date with which a cell of due dates begins. */
export function readDate(text: string, meeting: string | undefined): DueDate | null {
  for (const [, date] of FORMS) {
    const due = dueAt(new RegExp(String.raw`^\s*(?<date>${date})(?![\p{L}\p{N}])`, 'iu').exec(text), meeting)
    if (due !== null) return due
  }
  return null
}

function dueAt(match: RegExpExecArray | null, meeting: string | undefined): DueDate | null {
  const groups = match?.groups
  if (match === null || groups === undefined) return null
  const date = dateOf(groups, meeting)
  const written = groups['date']!
  if (date === null) return null
  const from = match.index + match[0].indexOf(written)
  return { date, from, to: from + written.length, whole: { from: match.index, to: match.index + match[0].length } }
}

/** The form of a date that is already there, so that another is written like it. */
export function formOf(written: string): DateForm {
  return FORMS.find(([, date]) => new RegExp(`^${date}$`, 'i').test(written))?.[0] ?? 'iso'
}

/** A date in this form: `2027-05-04`, `4 May 2027`, `May 4, 2027`. */
export function writeDate(date: string, form: DateForm): string {
  const [year = '', month = '', day = ''] = date.split('-')
  const name = MONTHS[Number(month) - 1] ?? ''
  const titled = name.slice(0, 1).toUpperCase() + name.slice(1)
  switch (form) {
    case 'iso':
      return date
    case 'day-month-year':
      return `${Number(day)} ${titled} ${year}`
    case 'month-day-year':
      return `${titled} ${Number(day)}, ${year}`
  }
}

function dateOf(groups: Readonly<Record<string, string | undefined>>, meeting: string | undefined): string | null {
  const { year, month = '', day = '' } = groups
  const number = /^\d/.test(month)
    ? Number(month)
    : MONTHS.findIndex((name) => name.startsWith(month.toLowerCase().slice(0, 3))) + 1
  if (year !== undefined) return isoDate(Number(year), number, Number(day))
  if (meeting === undefined) return null
  const sameYear = isoDate(Number(meeting.slice(0, 4)), number, Number(day))
  if (sameYear === null || sameYear >= meeting) return sameYear
  return isoDate(Number(meeting.slice(0, 4)) + 1, number, Number(day))
}

/** Null where the calendar has no such day. */
function isoDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return isReal ? date.toISOString().slice(0, 10) : null
}
