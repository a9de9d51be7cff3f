import { titleOf } from '../../document/title.ts'
import type { View } from '../reading/index.ts'
import type { DateOrder } from './date.ts'
import type { Facts } from './facts.ts'
import { entriesNamed, type FrontMatter, frontMatterOf, valueNamed } from './front-matter.ts'
import { type Labelled, labelsIn } from './labelled.ts'
import { dateOf, timeOf } from './when.ts'

/** Words as common as `Team` are labels only in the very head. */
const HEAD_LINES = 20

/**
 * What the minutes say of the meeting: front matter first, then labelled lines at the top (`**Date:** …`), then the title and
 * the headings and bare dates below it. `order`: how this group writes `11/05/2027`, where it is known.
 */
export function readFacts(view: View, order: DateOrder | null = null): Facts {
  const matter = frontMatterOf(view.document)
  const labels = labelsIn(view)
  const title = titleOf(view.document)
  const facts = {
    title,
    date: dateOf(view, matter, labels, title ?? '', order),
    ...timeOf(matter, labels),
    location: valueNamed(matter, LOCATION) ?? locationOf(labels),
    group: valueNamed(matter, GROUP) ?? labels.find(({ key, line }) => GROUP.test(key) && line < HEAD_LINES)?.value,
  }
  const said = Object.entries(facts).filter(([, value]) => value !== undefined && value !== '')
  return { ...(Object.fromEntries(said) as Omit<Facts, 'tags'>), tags: tagsOf(matter, view) }
}

const LOCATION = /^(?:(?:meeting|call) )?(?:location|place|venue|room)$/
const WHERE = /^where$/
const GROUP = /^(?:working )?group$|^(?:wg|sig|team|teams|committee|subgroup)$/
const TAGS = /^(?:tags?|keywords?|labels)$/

/** Where a label only says that the place is told elsewhere, the one that names it counts. */
function locationOf(labels: readonly Labelled[]): string | undefined {
  const named = (words: RegExp): string | undefined => {
    const value = labels.find(({ key }) => words.test(key))?.value
    return value?.replace(/\s*\((?:see|link|details)\b[^()]*\)/i, '').trim() || undefined
  }
  const location = named(LOCATION)
  const where = named(WHERE)
  return where !== undefined && (location === undefined || /\b(?:link|invite|tb[ad])\b/i.test(location))
    ? where
    : location
}

/** `tags: a, b`, as a list, or as HackMD has them in the text: a heading of level six, `tags: `a` `b``. */
function tagsOf(matter: FrontMatter | null, { blocks }: View): readonly string[] {
  const inMatter = entriesNamed(matter, TAGS).flatMap(({ form, values }) =>
    form === 'scalar' ? values[0]!.text.split(',') : values.map(({ text }) => text),
  )
  const heading = blocks.find(({ node, lines }) => node.type === 'heading' && /^tags:/i.test(lines[0]?.text ?? ''))
    ?.lines[0]
  const inText = heading?.pieces.flatMap(({ from, to, marks }) =>
    marks.some(({ type }) => type === 'code') ? [heading.text.slice(from, to)] : [],
  )
  const tags = [...inMatter, ...(inText ?? [])].map((tag) => tag.trim().replace(/^#/, ''))
  return [...new Set(tags.filter((tag) => tag !== ''))]
}
