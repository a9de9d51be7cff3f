import { titleOf } from '../../document/title.ts'
import { labelOf } from '../attendance/label.ts'
import { isAboutAnother } from '../attendance/note-label.ts'
import { keyOf, type Line, type View } from '../reading/index.ts'
import { dateIn, type DateOrder, dateOrderIn } from './date.ts'
import type { Facts } from './facts.ts'
import { type FrontMatter, frontMatterOf, type MatterEntry } from './front-matter.ts'
import { isoTimeIn, timeIn, type TimeInText, zoneIn } from './time.ts'

/** Minutes say when and where at their top; further down, dates are those of other things. */
const TOP_LINES = 80
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
    location: scalarOf(matter, LOCATION) ?? locationOf(labels),
    group: scalarOf(matter, GROUP) ?? labels.find(({ key, line }) => GROUP.test(key) && line < HEAD_LINES)?.value,
  }
  const said = Object.entries(facts).filter(([, value]) => value !== undefined && value !== '')
  return { ...(Object.fromEntries(said) as Omit<Facts, 'tags'>), tags: tagsOf(matter, view) }
}

interface Labelled {
  readonly key: string
  readonly label: string
  readonly value: string
  /** How many lines stand before it. */
  readonly line: number
}

/** The labelled lines of the top, and the rows of tables there that begin with a label. */
function labelsIn({ lines }: View): readonly Labelled[] {
  return lines.slice(0, TOP_LINES).flatMap((line, index): Labelled[] => {
    if (isAboutAnother(line.heads)) return []
    if (line.cell !== null) return line.cell.column === 0 ? inRow(line, lines[index + 1], index) : []
    const label = labelOf(line)
    if (label === null) return []
    return [
      {
        key: keyOf(withoutBrackets(label.text)),
        label: label.text,
        value: line.text.slice(label.rest).trim(),
        line: index,
      },
    ]
  })
}

function inRow(line: Line, next: Line | undefined, index: number): Labelled[] {
  const isSame = next !== undefined && next.cell?.table === line.cell?.table && next.cell?.row === line.cell?.row
  return isSame
    ? [{ key: keyOf(withoutBrackets(line.text)), label: line.text, value: next.text.trim(), line: index }]
    : []
}

function withoutBrackets(text: string): string {
  return text.replace(/\([^()]*\)/g, ' ')
}

const DATE =
  /^(?:(?:meeting|call|session) )?(?:dates?|day|when|datum)(?: (?:and )?times?)?$|^date of (?:the )?meeting$|^minutes of$/
const TIME =
  /^(?:(?:meeting|call|session|start) )?(?:times?|when|hours?)$|^(?:(?:meeting|call) )?(?:dates?|day)(?: (?:and )?times?)?$/
const LOCATION = /^(?:(?:meeting|call) )?(?:location|place|venue|room)$/
const WHERE = /^where$/
const GROUP = /^(?:working )?group$|^(?:wg|sig|team|teams|committee|subgroup)$/
const TAGS = /^(?:tags?|keywords?|labels)$/

function dateOf(
  view: View,
  matter: FrontMatter | null,
  labels: readonly Labelled[],
  title: string,
  known: DateOrder | null,
): string | undefined {
  const texts = [
    ...entriesOf(matter, /^(?:date|datetime|date time|meeting date|when|day|start)$/).map(
      (entry) => entry.values[0]?.text ?? '',
    ),
    ...labels.filter(({ key }) => DATE.test(key)).map(({ value }) => value),
    title,
    ...bareDates(view),
  ]
  const plain = texts.map((text) => dateIn(text, known)?.iso).find((iso) => iso !== undefined)
  if (plain !== undefined || !texts.some((text) => /\d[/-]\d/.test(text))) return plain
  // Only an order that dates elsewhere in these minutes show makes `11/05/2027` certain.
  const order = dateOrderIn(view.lines.map(({ text }) => text))
  return order === null ? undefined : texts.map((text) => dateIn(text, order)?.iso).find((iso) => iso !== undefined)
}

const FILLER =
  /\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|\b(?:week|of|the|meeting|minutes|notes|from|for|on|call|held|date)\b/gi

/** Headings at the very top, and lines there that are nothing but a date. */
function bareDates({ blocks }: View): string[] {
  const found: string[] = []
  let count = 0
  for (const { node, lines, item } of blocks) {
    if (count > TOP_LINES) break
    count += lines.length
    for (const { text, cell, heads } of lines) {
      if (cell !== null || isAboutAnother(heads)) continue
      const isHeading = node.type === 'heading' && count < 8
      if (isHeading || (item === null && isBareDate(text))) found.push(text)
    }
  }
  return found
}

function isBareDate(text: string): boolean {
  const date = text.length > 60 ? null : dateIn(text)
  if (date === null) return false
  const rest = `${text.slice(0, date.from)} ${text.slice(date.to)}`.replace(FILLER, ' ')
  return !/[\p{L}\d]/u.test(rest)
}

function timeOf(matter: FrontMatter | null, labels: readonly Labelled[]): Pick<Facts, 'time' | 'timeZone'> {
  const written =
    timeInMatter(matter) ??
    firstOf(
      labels.filter(({ key }) => TIME.test(key)),
      timeOfLabel,
    )
  const zone = written?.zone ?? scalarOf(matter, /^(?:time ?zone|tz)$/)
  return { ...(written === null ? {} : { time: written.time }), ...(zone === undefined ? {} : { timeZone: zone }) }
}

function timeInMatter(matter: FrontMatter | null): TimeInText | null {
  const inDate = firstOf(entriesOf(matter, /^(?:datetime|date time|date|when|start)$/), ({ key, values }) => {
    const time = isoTimeIn(values[0]?.text ?? '')
    // A bare time behind `date:` is when the page was published.
    return time !== null && (time.zone !== undefined || key !== 'date') ? time : null
  })
  return (
    inDate ??
    firstOf(entriesOf(matter, /^(?:times?|start time|meeting time)$/), ({ values }) => timeIn(values[0]?.text ?? ''))
  )
}

function timeOfLabel({ label, value }: Labelled): TimeInText | null {
  const time = isoTimeIn(value) ?? timeIn(value)
  const zone = time?.zone ?? zoneIn(/\(([^()]*)\)/.exec(label)?.[1] ?? '')
  return time === null || zone === undefined ? time : { time: time.time, zone }
}

function firstOf<From, To>(all: readonly From[], read: (each: From) => To | null): To | null {
  for (const each of all) {
    const found = read(each)
    if (found !== null) return found
  }
  return null
}

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

function entriesOf(matter: FrontMatter | null, words: RegExp): readonly MatterEntry[] {
  return matter?.entries.filter(({ key }) => words.test(key.toLowerCase().replace(/[_-]+/g, ' '))) ?? []
}

function scalarOf(matter: FrontMatter | null, words: RegExp): string | undefined {
  const values = entriesOf(matter, words).flatMap((entry) => entry.values.map(({ text }) => text))
  return values.length === 0 ? undefined : values.join(', ')
}

/** `tags: a, b`, as a list, or as HackMD has them in the text: a heading of level six, `tags: `a` `b``. */
function tagsOf(matter: FrontMatter | null, { blocks }: View): readonly string[] {
  const inMatter = entriesOf(matter, TAGS).flatMap(({ form, values }) =>
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
