/** Which number of `11/05/2027` is the day. */
export type DateOrder = 'day-first' | 'month-first'

export interface DateInText {
  /** ISO 8601; the first day of several. */
  readonly iso: string
  readonly from: number
  readonly to: number
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?'
const TO = '\\s*(?:[-–—&,+]|to|and|until)\\s*'
const MORE = `(?:${TO}(?:${MONTH.replace('(', '(?:')}\\s+)?\\d{1,2}(?:st|nd|rd|th)?(?:\\s+${MONTH.replace('(', '(?:')})?)*?`

type Parts = readonly [year: string, month: string, day: string]

/** Ways to write a date that leave no doubt. Where several days stand (`5–7 March 2027`), the first is meant. */
const FORMS: readonly (readonly [RegExp, (groups: readonly string[]) => Parts])[] = [
  [/(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/, ([year, , month, day]) => [year!, month!, day!]],
  [
    new RegExp(`(?<![\\d/:])${DAY}${MORE}[\\s-]+(?:of\\s+)?${MONTH}${MORE},?[\\s-]+(\\d{4})(?!\\d)`, 'i'),
    ([day, month, year]) => [year!, month!, day!],
  ],
  [
    new RegExp(`\\b${MONTH}\\s*${DAY}${MORE}(?:,|\\s|,\\s)\\s*(\\d{4})(?!\\d)`, 'i'),
    ([month, day, year]) => [year!, month!, day!],
  ],
  [
    new RegExp(`(?<!\\d)(\\d{4})[\\s,-]+${MONTH}[\\s-]+${DAY}(?!\\d)`, 'i'),
    ([year, month, day]) => [year!, month!, day!],
  ],
  [/(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)/, ([day, month, year]) => [year!, month!, day!]],
]

const NUMERIC = /(?<![\d/-])(\d{1,2})([/-])(\d{1,2})\2(\d{4})(?![\d/-])/

/** The first date in a text that says day, month and year; `11/05/2027` only if the order is known or there is but one way to read it. */
export function dateIn(text: string, order: DateOrder | null = null): DateInText | null {
  if (!/\d{4}/.test(text)) return null
  for (const [form, parts] of FORMS) {
    const match = form.exec(text)
    const iso = match === null ? null : isoOf(...parts(match.slice(1).map((group) => group ?? '')))
    if (match !== null && iso !== null) return { iso, from: match.index, to: match.index + match[0].length }
  }
  const match = NUMERIC.exec(text)
  if (match === null) return null
  const [, first = '', , second = '', year = ''] = match
  const known = orderOf(first, second) ?? order
  if (known === null) return null
  const iso = known === 'day-first' ? isoOf(year, second, first) : isoOf(year, first, second)
  return iso === null ? null : { iso, from: match.index, to: match.index + match[0].length }
}

/** The order in which the numeric dates of a text stand, if those that leave no doubt agree. */
export function dateOrderIn(texts: Iterable<string>): DateOrder | null {
  const orders = new Set<DateOrder>()
  for (const text of texts) {
    for (const [, first = '', , second = ''] of text.matchAll(new RegExp(NUMERIC, 'g'))) {
      if (first === second) continue
      const order = orderOf(first, second)
      if (order !== null) orders.add(order)
    }
  }
  return orders.size === 1 ? [...orders][0]! : null
}

function orderOf(first: string, second: string): DateOrder | null {
  if (Number(first) > 12 || first === second) return 'day-first'
  return Number(second) > 12 ? 'month-first' : null
}

function isoOf(year: string, month: string, day: string): string | null {
  const named = MONTHS.indexOf(month.slice(0, 3).toLowerCase())
  const [y, m, d] = [Number(year), named < 0 ? Number(month) : named + 1, Number(day)]
  const date = new Date(Date.UTC(y, m - 1, d))
  const isReal = y >= 1900 && y < 2200 && date.getUTCMonth() === m - 1 && date.getUTCDate() === d
  return isReal ? date.toISOString().slice(0, 10) : null
}
