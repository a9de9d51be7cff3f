import { isAboutAnother } from '../attendance/note-label.ts'
import type { View } from '../reading/index.ts'
import { dateIn, type DateOrder, dateOrderIn } from './date.ts'
import type { Facts } from './facts.ts'
import { entriesNamed, type FrontMatter, valueNamed } from './front-matter.ts'
import { type Labelled, TOP_LINES } from './labelled.ts'
import { isoTimeIn, timeIn, type TimeInText, zoneIn } from './time.ts'

const DATE =
  /^(?:(?:meeting|call|session) )?(?:dates?|day|when|datum)(?: (?:and )?times?)?$|^date of (?:the )?meeting$|^minutes of$/
const TIME =
  /^(?:(?:meeting|call|session|start) )?(?:times?|when|hours?)$|^(?:(?:meeting|call) )?(?:dates?|day)(?: (?:and )?times?)?$/

/** The day of the meeting: in the front matter, behind a label, in the title, in the headings and bare dates below it. */
export function dateOf(
  view: View,
  matter: FrontMatter | null,
  labels: readonly Labelled[],
  title: string,
  known: DateOrder | null,
): string | undefined {
  const texts = [
    ...entriesNamed(matter, /^(?:date|datetime|date time|meeting date|when|day|start)$/).map(
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

/** The time of the meeting, and its zone. */
export function timeOf(matter: FrontMatter | null, labels: readonly Labelled[]): Pick<Facts, 'time' | 'timeZone'> {
  const written =
    timeInMatter(matter) ??
    firstOf(
      labels.filter(({ key }) => TIME.test(key)),
      timeOfLabel,
    )
  const zone = written?.zone ?? valueNamed(matter, /^(?:time ?zone|tz)$/)
  return { ...(written === null ? {} : { time: written.time }), ...(zone === undefined ? {} : { timeZone: zone }) }
}

function timeInMatter(matter: FrontMatter | null): TimeInText | null {
  const inDate = firstOf(entriesNamed(matter, /^(?:datetime|date time|date|when|start)$/), ({ key, values }) => {
    const time = isoTimeIn(values[0]?.text ?? '')
    // A bare time behind `date:` is when the page was published.
    return time !== null && (time.zone !== undefined || key !== 'date') ? time : null
  })
  return (
    inDate ??
    firstOf(entriesNamed(matter, /^(?:times?|start time|meeting time)$/), ({ values }) => timeIn(values[0]?.text ?? ''))
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
