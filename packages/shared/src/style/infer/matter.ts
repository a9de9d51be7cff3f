import { majority } from '../../blocks/majority.ts'
import { frontMatterOf, type MatterEntry } from '../../blocks/matter/front-matter.ts'
import { isMatter } from '../../document/normal.ts'
import { titleOf } from '../../document/title.ts'
import { commonForm, dateIn } from '../dates.ts'
import type { MatterField, Pattern } from '../house-style.ts'
import type { File } from './file.ts'
import { placeDate, titleParts } from './title-parts.ts'

interface Shown {
  readonly entry: MatterEntry
  readonly source: string
  readonly isOfPeople: boolean
}

/** The keys of the front matter that most files have, in their order, and what stands behind them in every file. */
export function inferMatter(files: readonly File[]): readonly MatterField[] {
  const all = files.flatMap((file) => {
    const matter = frontMatterOf(file.document)
    return matter === null ? [] : [matter.entries.map((entry) => shownIn(file, entry, matter.source))]
  })
  if (all.length * 2 < files.length) return []
  const keys = [...new Set(all.flatMap((entries) => entries.map(({ entry }) => entry.key)))]
  const frequent = keys.filter((key) => all.filter((entries) => indexOf(entries, key) >= 0).length * 2 > all.length)
  const rank = (key: string): number => sum(all.map((entries) => Math.max(0, indexOf(entries, key)) / entries.length))
  return frequent
    .sort((a, b) => rank(a) - rank(b))
    .map((key) =>
      fieldOf(
        key,
        all.flatMap((entries) => entries[indexOf(entries, key)] ?? []),
      ),
    )
}

function indexOf(entries: readonly Shown[], key: string): number {
  return entries.findIndex(({ entry }) => entry.key === key)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, number) => all + number, 0)
}

function shownIn({ document, found }: File, entry: MatterEntry, source: string): Shown {
  const people = found.attendances.filter(({ form }) => form === 'matter').flatMap(({ attendees }) => attendees)
  const isIn = (from: number): boolean => entry.at.from <= from && from < entry.at.to
  const isMatterOf = document.content.findIndex(isMatter)
  const isOfPeople = people.some(({ at }) => at.path[0] === isMatterOf && isIn(at.from))
  return { entry, source, isOfPeople }
}

function fieldOf(key: string, shown: readonly Shown[]): MatterField {
  const isList = shown.filter(({ entry }) => entry.form === 'list').length * 2 > shown.length
  if (shown.some(({ isOfPeople }) => isOfPeople)) return { key, value: '{name}', isList }
  if (isList) {
    const lists = shown.map(({ entry }) => entry.values.map(({ text }) => text).join('\n'))
    return { key, value: constant(lists), isList }
  }
  const values = shown.map(({ entry, source }) => source.slice(entry.value.from, entry.value.to))
  return { key, value: key === 'title' ? titlePattern(values) : valuePattern(values), isList }
}

function titlePattern(values: readonly string[]): Pattern {
  const form = commonForm(values.flatMap((value) => dateIn(value) ?? []))
  return majority(values.map((value) => titleParts(value, form).pattern)) ?? '{title}'
}

/** A date is that of the meeting; what is the same in all files belongs to the style, and all else is for people to fill in. */
function valuePattern(values: readonly string[]): Pattern {
  const form = commonForm(values.flatMap((value) => dateIn(value) ?? []))
  return constant(values.map((value) => placeDate(value, form)))
}

function constant(values: readonly string[]): string {
  const most = majority(values) ?? ''
  return values.filter((value) => value === most).length * 2 > values.length ? most : ''
}

/** What the meeting calls itself in its front matter. */
export function matterTitle({ document }: File): string | undefined {
  return titleOf({ type: 'doc', content: document.content.filter(isMatter) })
}
