import { isMatter } from '../../document/normal.ts'
import { titleOf } from '../../document/title.ts'
import { commonForm, dateIn, type WrittenDate } from '../dates.ts'
import type { Pattern, TitleStyle } from '../house-style.ts'
import type { File } from './file.ts'
import { majority } from './majority.ts'
import { titleHeading } from './title-heading.ts'

/** How the meetings are called, and where: the title without its date is what a meeting of this group usually is called. */
export function inferTitle(files: readonly File[]): TitleStyle | undefined {
  const titles = files.flatMap((file) => {
    const heading = titleHeading(file)
    const text = heading?.text ?? matterTitle(file)
    return text === undefined ? [] : [{ text, level: heading?.level ?? 0 }]
  })
  const form = commonForm(titles.flatMap(({ text }) => dateIn(text) ?? []))
  const parts = titles.map(({ text }) => partsOf(text, form))
  const level = majority(titles.map((title) => title.level))
  const pattern = majority(parts.map((each) => each.pattern))
  const usual = majority(parts.map((each) => each.usual))
  if (level === undefined || pattern === undefined || usual === undefined) return undefined
  return { level, pattern, usual }
}

function matterTitle({ document }: File): string | undefined {
  return titleOf({ type: 'doc', content: document.content.filter(isMatter) })
}

/** The date as the group writes it, and the longest run of other words as the title. */
export function partsOf(text: string, form: Pattern | undefined): { pattern: Pattern; usual: string } {
  const date = dateIn(text)
  const before = text.slice(0, date?.from ?? text.length)
  const after = text.slice(date?.to ?? text.length)
  const place = date === undefined ? '' : placeOf(date, form)
  const isFirst = wordsIn(before) >= wordsIn(after)
  const [, lead = '', usual = '', trail = ''] = WORDS.exec(isFirst ? before : after) ?? []
  const title = `${lead}{title}${trail}`
  return { usual, pattern: isFirst ? `${title}${place}${after}` : `${before}${place}${title}` }
}

/** What a title is called begins and ends with a letter or digit; a separator or an emoji belongs to the pattern. */
const WORDS = /^([^\p{L}\p{N}]*)(.*?[\p{L}\p{N})'’"”]?)([^\p{L}\p{N})'’"”]*)$/su

function wordsIn(text: string): number {
  return (text.match(/[\p{L}\p{N}]/gu) ?? []).length
}

function placeOf({ patterns }: WrittenDate, form: Pattern | undefined): Pattern {
  return form !== undefined && patterns.includes(form) ? form : patterns[0]!
}
