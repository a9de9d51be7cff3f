import type { Passage } from '../people/passage.ts'
import { prefixOf } from '../speaker/prefix.ts'
import type { Entry } from './entries.ts'
import { type ItemReader, LEVELS } from './items.ts'
import { isHousekeeping, isPlaceholder } from './placeholder.ts'
import { hasLink, isOutcome, isRemark } from './remark.ts'

/** So many lines of people who speak are a talk. */
const TALK = 6

/** From this share on, what is nested in the items is notes. */
const NOTES = 0.3

/** Whether entries are people who speak by turns, and not a topic of each. */
export function isTalk(entries: readonly Entry[], items: ItemReader): boolean {
  const said = entries.filter((entry) => items.isSaid(entry))
  const names = new Set(said.map(({ lines }) => prefixOf(lines[0]!)?.names[0]?.text))
  return said.length >= TALK && said.length * 2 > entries.length && names.size * 2 <= said.length
}

/** So many lines behind the last topic that looks planned, half of them prose, are what was said of it. */
const TAIL = 10

/** The entries of a list without the notes that somebody wrote on under its last topics. */
export function withoutTail(entries: readonly Entry[], items: ItemReader): readonly Entry[] {
  const begin = entries.findLastIndex((entry) => entry.nested.length > 0 || isSetUp(entry, items)) + 1
  const tail = entries.slice(begin)
  const prose = tail.filter((entry) => entry.passage !== null && isRemark(entry, entry.passage, ''))
  return begin > 0 && tail.length >= TAIL && prose.length * 2 >= tail.length ? entries.slice(0, begin) : entries
}

/** A topic with a link, somebody who brings it, a time, or a name of its own in bold. */
function isSetUp({ passage }: Entry, items: ItemReader): boolean {
  if (passage === null) return false
  return (
    hasLink(passage) ||
    passage.pieces[0]?.marks.some(({ type }) => type === 'bold') === true ||
    items.isPlanned(passage)
  )
}

/** Whether much of what is nested in the entries is prose, as of notes that were written into them. */
export function holdNotes(entries: readonly Entry[], items: ItemReader): boolean {
  const nested = entries.flatMap((entry) => below(entry.nested, entry.passage?.text ?? ''))
  const remarks = nested.filter(
    ({ entry, passage, parent, depth }) => depth >= LEVELS || items.isSaid(entry) || isRemark(entry, passage, parent),
  )
  return remarks.length > 1 && remarks.length >= nested.length * NOTES
}

/** So many entries below headings, most of them prose, are what was said of these. */
const TOLD = 4

/** Whether what stands below the headings of an agenda are the notes. */
export function areNotes(entries: readonly Entry[], items: ItemReader): boolean {
  // Who speaks below the topics of one heading tells nothing of the others.
  const said = entries.filter(
    (entry) => entry.passage !== null && !isPlaceholder(entry.passage) && !items.isSaid(entry),
  )
  const prose = said.filter((entry) => entry.passage !== null && isRemark(entry, entry.passage, ''))
  return said.length >= TOLD && prose.length * 2 > said.length
}

interface Below {
  readonly entry: Entry
  readonly passage: Passage
  readonly parent: string
  readonly depth: number
}

/** What is nested, at any depth, and says something. */
function below(entries: readonly Entry[], parent: string, depth = 1): Below[] {
  return entries.flatMap((entry) => {
    const { passage } = entry
    if (passage === null) return below(entry.nested, parent, depth)
    if (isPlaceholder(passage) || isHousekeeping(passage)) return []
    return [{ entry, passage, parent, depth }, ...below(entry.nested, passage.text, depth + 1)]
  })
}

/** A repository's name. */
const REPOSITORY = /^[\w.-]+\/[\w.-]+$/

/** So many words are no note. */
const TITLE = 5

/** `Streams`, with what was said of it nested: a topic that nobody has linked to its issue. */
function isTitle({ passage, nested }: Entry): boolean {
  if (passage === null || nested.length === 0) return false
  return passage.text.trim().split(/\s+/).length <= TITLE && /^\s*\p{Lu}[^:：.!?,;]*$/u.test(passage.text)
}

/**
 * Of the items below a heading those that are topics: below a repository's name its issues and titles, and never what came of one. Most
 * of them sentences, below a heading that is nested in another (`isNested`), they are the notes of it.
 */
export function topicsBelow(heading: string, entries: readonly Entry[], isNested: boolean): readonly Entry[] {
  const topics = entries.filter(({ passage }) => passage === null || !isOutcome(passage.text))
  const linked = topics.filter(({ passage }) => passage !== null && hasLink(passage))
  if (REPOSITORY.test(heading.trim()) && linked.length > 1)
    return topics.filter((entry) => linked.includes(entry) || isTitle(entry))
  const remarks = topics.filter((entry) => entry.passage !== null && isRemark(entry, entry.passage, heading))
  return isNested && linked.length === 0 && remarks.length * 2 > topics.length ? [] : topics
}
