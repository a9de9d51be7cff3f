import type { Attendee, Presence } from '../attendance/attendance.ts'
import { type Firm, firmsIn } from './by-firm.ts'
import { commasAddNotes, commasPartNames, isOfDirectory, SWITCH } from './commas.ts'
import { areNicksFirst } from './nicks-first.ts'
import type { Habits } from './note.ts'
import { NO_HABITS, runsThrough, stateIn } from './note.ts'
import { type Passage, type Range, readable, spanOf } from './passage.ts'
import { LONGEST, type Reading, readPerson } from './person.ts'
import { splitSeries, trimmed } from './split.ts'
import { isRole } from './vocabulary.ts'

/** The people of a list, and how many of its entries are something else. */
export interface People {
  readonly attendees: readonly Attendee[]
  readonly others: number
}

interface Entry {
  readonly passage: Passage
  readonly range: Range
  readonly text: string
  readonly state: Presence
}

/** Reads entries that stand one to a passage (items, rows, lines); some may hold several names. */
export function readEntries(passages: readonly Passage[], states: readonly Presence[] | Presence): People {
  const stateOf = (index: number): Presence => (typeof states === 'string' ? states : states[index]!)
  const texts = passages.map(readable)
  const firms = firmsIn(texts)
  if (firms !== null) return ofFirms(passages, texts, firms, stateOf)
  const isParted = commasPartNames(texts)
  const entries = passages.flatMap((passage, index): Entry[] => {
    const text = texts[index]!
    if (isParted(text)) return seriesOf(passage, text, stateOf(index))
    return [entryOf(passage, text, { from: 0, to: text.length }, stateOf(index))]
  })
  return peopleOf(entries)
}

function ofFirms(
  passages: readonly Passage[],
  texts: readonly string[],
  firms: readonly (Firm | null)[],
  stateOf: (index: number) => Presence,
): People {
  const read = firms.map((firm, index) => {
    const text = texts[index]!
    const ranges = firm?.people ?? [{ from: 0, to: text.length }]
    const { attendees, others } = peopleOf(
      ranges.map((range) => entryOf(passages[index]!, text, range, stateOf(index))),
    )
    const affiliation = firm === null || isRole(firm.name) ? {} : { affiliation: firm.name }
    return { attendees: attendees.map((attendee) => ({ ...affiliation, ...attendee })), others }
  })
  return {
    attendees: read.flatMap(({ attendees }) => attendees),
    others: read.reduce((sum, { others }) => sum + others, 0),
  }
}

/** Reads names in running text: `Ann, Bob (Acme) and @cem; regrets: Dan`. */
export function readSeries(passage: Passage, state: Presence): People {
  return peopleOf(seriesOf(passage, readable(passage), state))
}

function seriesOf(passage: Passage, text: string, state: Presence): Entry[] {
  let now = state
  return rangesOf(withoutStops(text)).map((range) => {
    const label = SWITCH.exec(text.slice(range.from, range.to))
    if (label === null) return entryOf(passage, text, range, now)
    now = stateIn(label[1]!) ?? state
    return entryOf(passage, text, trimmed(text, { from: range.from + label[0].length, to: range.to }), now)
  })
}

/** A series that is written as sentences, `Ann, Bob. Regrets: Cem.`, as one. */
function withoutStops(text: string): string {
  return text
    .replace(/\.\s+(?=(?:\p{L}+\s){0,2}(?:regrets|apologies|absent|guests?|observers?|late)\b[^,;.]*:)/giu, (stop) =>
      ';'.padEnd(stop.length),
    )
    .replace(/(?<=\p{L}{3})\.\s*$/u, (stop) => ' '.repeat(stop.length))
}

/** Where the names of a series stand: between commas; between semicolons, if commas add to names; between bars, if nothing else is there. */
function rangesOf(text: string): readonly Range[] {
  if (text.includes(';') && commasAddNotes(text.split(';'))) return pieces(text, ';')
  const ranges = splitSeries(text)
  const bar = ranges.length === 1 ? /\s([/|·•])\s/.exec(text)?.[1] : undefined
  return bar === undefined ? ranges : pieces(text, bar)
}

function pieces(text: string, separator: string): Range[] {
  let from = 0
  return text.split(separator).flatMap((piece) => {
    const range = trimmed(text, { from, to: from + piece.length })
    from += piece.length + 1
    return range.to > range.from ? [range] : []
  })
}

function entryOf(passage: Passage, text: string, range: Range, state: Presence): Entry {
  const inner = trimmed(text, range)
  return { passage, range: inner, text: text.slice(inner.from, inner.to), state }
}

function peopleOf(entries: readonly Entry[]): People {
  const attendees: Attendee[] = []
  let others = 0
  for (const [index, person] of readingsOf(entries.map(({ text }) => text)).entries()) {
    const { passage, range, state } = entries[index]!
    if (person === 'other') others++
    if (typeof person === 'string') continue
    const handle = person.handle ?? handleOfLink(passage, range)
    attendees.push({ state, ...person, ...(handle === undefined ? {} : { handle }), at: spanOf(passage, range) })
  }
  return { attendees, others }
}

/** Entries are read in the light of each other; the same ones come again and again while the minutes are written. */
function readingsOf(texts: readonly string[]): readonly Reading[] {
  const key = `${texts.length} ${texts.join('\0')}`
  const before = known.get(key)
  if (before !== undefined) return before
  const habits = habitsOf(texts)
  const readings = texts.map((text) => readPerson(text, habits))
  if (known.size > 500) known.clear()
  known.set(key, readings)
  return readings
}

const known = new Map<string, readonly Reading[]>()

/** `[Ann Bell](https://github.com/annbell)` says the handle too. */
function handleOfLink({ pieces }: Passage, { from, to }: Range): string | undefined {
  for (const piece of pieces) {
    if (piece.to <= from || piece.from >= to) continue
    for (const mark of piece.marks) {
      const found = mark.type === 'link' ? /^https?:\/\/github\.com\/([\w-]+)\/?$/.exec(mark.attrs.href) : null
      if (found) return found[1]!
    }
  }
  return undefined
}

/** What the entries have in common, before any one of them is read. */
function habitsOf(texts: readonly string[]): Habits {
  if (texts.length < 2) return { ...NO_HABITS, areSurnamesFirst: isOfDirectory(texts) }
  const notes = texts.flatMap((text) => Array.from(text.matchAll(/[([]([^()[\]]+)[)\]]/g), ([, note]) => note!.trim()))
  const codes = texts.flatMap((text) => {
    const found = text.length > LONGEST ? null : /^(.*?)\s*[([](\p{Lu}[\p{Lu}\d]{1,3})[)\]]\s*$/u.exec(text)
    return found === null ? [] : [runsThrough(found[2]!, found[1]!)]
  })
  const seen = new Set<string>()
  const repeated = new Set(notes.filter((note) => seen.has(note) || !seen.add(note)))
  return {
    hasInitials: codes.filter(Boolean).length * 2 > Math.max(codes.length, notes.length / 2),
    hasAffiliations: notes.filter((note) => /^\p{Lu}.*\p{Ll}/u.test(note) && !isRole(note)).length > 1,
    repeated,
    areSurnamesFirst: isOfDirectory(texts),
    areNicksFirst: areNicksFirst(texts),
  }
}
