import type { Named } from '../blocks/people/entry-pattern.ts'
import type { BlockJson, BulletListJson, DocJson, HeadingJson, ParagraphJson, RawBlockJson } from '../document/node.ts'
import { dateValues } from './dates.ts'
import { emptyAttendance } from './empty-attendance.ts'
import { matterOf } from './empty-matter.ts'
import type { HouseStyle, Section } from './house-style.ts'
import { blocksOf, inlineOf } from './markdown-of.ts'
import type { Values } from './pattern.ts'

/** What is known of a meeting before it begins. */
export interface NewMinutes {
  readonly title?: string
  /** `2027-04-27` */
  readonly date?: string
  /** `16:00` or `16:00-17:00` */
  readonly time?: string
  /** `+02:00` or `Z` */
  readonly offset?: string
  readonly group?: string
  readonly people?: readonly Named[]
}

/**
 * The minutes of a new meeting as the group writes them: headings, labels, and the places for people. What is still to be written is
 * an empty paragraph, for which the editor has a hint (`hintFor`); nothing in it is ever in an export.
 */
export function skeleton(style: HouseStyle, meeting: NewMinutes): DocJson {
  const values = valuesOf(style, meeting)
  const people = meeting.people ?? []
  const matter = matterOf(style.matter, values, people)
  return {
    type: 'doc',
    content: [
      ...(matter === undefined ? [] : [matter satisfies RawBlockJson]),
      ...blocksOf(style.above, values),
      ...titleOf(style, values),
      ...blocksOf(style.opening, values),
      ...style.sections.flatMap((section, index) => [
        ...headOf(section, values),
        ...bodyOf(section, style.sections[index + 1], style, values, people),
      ]),
      ...(style.sections.length === 0 ? [EMPTY] : []),
      ...blocksOf(style.footer, values),
    ],
  }
}

const EMPTY: ParagraphJson = { type: 'paragraph' }

/** What the places of a style's patterns stand for in this meeting. */
function valuesOf({ title: style }: HouseStyle, { title, date, time, offset, group }: NewMinutes): Values {
  return { ...dateValues(date, time, offset), title: title ?? (style.usual === '' ? group : style.usual), group }
}

function titleOf({ title }: HouseStyle, values: Values): HeadingJson[] {
  if (title.level === 0) return []
  return [{ type: 'heading', attrs: { level: title.level }, content: inlineOf(title.pattern, values) }]
}

function headOf({ head }: Section, values: Values): BlockJson[] {
  switch (head.form) {
    case 'heading':
      return [{ type: 'heading', attrs: { level: head.level }, content: inlineOf(head.text, values) }]
    case 'label':
      return [{ type: 'paragraph', content: inlineOf(head.text, values) }]
    case 'item': {
      const label: ParagraphJson = { type: 'paragraph', content: inlineOf(head.text, values) }
      return [{ type: 'bulletList', content: [{ type: 'listItem', content: [label] }] } satisfies BulletListJson]
    }
    case 'none':
      return []
  }
}

function bodyOf(
  section: Section,
  next: Section | undefined,
  style: HouseStyle,
  values: Values,
  people: readonly Named[],
): readonly BlockJson[] {
  const always = blocksOf(section.body, values)
  if (section.kind === 'attendance') return [...always, ...emptyAttendance(style, people)]
  // An item holds its own; a section that only holds others, or the same line over and over, waits for no text.
  if (always.length > 0 || section.head.form === 'item' || isDeeper(next, section)) return always
  return [EMPTY]
}

function isDeeper(next: Section | undefined, { head }: Section): boolean {
  return head.form === 'heading' && next?.head.form === 'heading' && next.head.level > head.level
}
