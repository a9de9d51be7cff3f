import { majority } from '../../blocks/majority.ts'
import { commonForm, dateIn } from '../dates.ts'
import type { TitleStyle } from '../house-style.ts'
import type { File } from './file.ts'
import { matterTitle } from './matter.ts'
import { titleHeading } from './title-heading.ts'
import { titleParts } from './title-parts.ts'

/** How the meetings are called, and where: the title without its date is what a meeting of this group usually is called. */
export function inferTitle(files: readonly File[]): TitleStyle | undefined {
  const titles = files.flatMap((file) => {
    const heading = titleHeading(file)
    const text = heading?.text ?? matterTitle(file)
    return text === undefined ? [] : [{ text, level: heading?.level ?? 0 }]
  })
  const form = commonForm(titles.flatMap(({ text }) => dateIn(text) ?? []))
  const parts = titles.map(({ text }) => titleParts(text, form))
  const level = majority(titles.map((title) => title.level))
  const pattern = majority(parts.map((each) => each.pattern))
  const usual = majority(parts.map((each) => each.usual))
  if (level === undefined || pattern === undefined || usual === undefined) return undefined
  return { level, pattern, usual }
}
