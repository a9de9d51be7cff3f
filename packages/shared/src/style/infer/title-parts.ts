import { dateIn, type WrittenDate } from '../dates.ts'
import type { Pattern } from '../house-style.ts'

/** A title as a pattern: the date as the group writes it, and the longest run of other words as what such a meeting is called. */
export function titleParts(text: string, form: Pattern | undefined): { pattern: Pattern; usual: string } {
  const date = dateIn(text)
  const before = text.slice(0, date?.from ?? text.length)
  const after = text.slice(date?.to ?? text.length)
  const place = date === undefined ? '' : placeOf(date, form)
  const isFirst = wordsIn(before) >= wordsIn(after)
  const [, lead = '', usual = '', trail = ''] = WORDS.exec(isFirst ? before : after) ?? []
  const title = `${lead}{title}${trail}`
  return { usual, pattern: isFirst ? `${title}${place}${after}` : `${before}${place}${title}` }
}

/** The text with its date as places. */
export function placeDate(text: string, form: Pattern | undefined): Pattern {
  const date = dateIn(text)
  return date === undefined ? text : text.slice(0, date.from) + placeOf(date, form) + text.slice(date.to)
}

/** What a meeting is called begins and ends with a letter or digit; a separator or an emoji belongs to the pattern. */
const WORDS = /^([^\p{L}\p{N}]*)(.*?[\p{L}\p{N})'’]?)([^\p{L}\p{N})'’]*)$/su

function wordsIn(text: string): number {
  return (text.match(/[\p{L}\p{N}]/gu) ?? []).length
}

function placeOf({ patterns }: WrittenDate, form: Pattern | undefined): Pattern {
  return form !== undefined && patterns.includes(form) ? form : patterns[0]!
}
