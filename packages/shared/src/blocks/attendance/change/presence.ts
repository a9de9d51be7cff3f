import type { DocJson, InlineJson } from '../../../document/node.ts'
import type { Change } from '../../change/change.ts'
import { behind, write } from '../../change/inline.ts'
import { withMark, written } from '../../change/words.ts'
import { nodeAt, type Path } from '../../path.ts'
import { stateIn } from '../../people/note.ts'
import type { Attendance, Attendee, Presence } from '../attendance.ts'
import { columnsOf, textIn as textInRow } from '../columns.ts'
import { addAttendee } from './add.ts'
import { contentIn, isEntryOf, textIn } from './place.ts'
import { removeAttendee } from './remove.ts'

/** What is written behind a name where the group has no word of its own for it. */
const WORDS: Readonly<Record<Presence, string>> = {
  present: 'present',
  late: 'late',
  left: 'left early',
  regrets: 'regrets',
  absent: 'absent',
  observer: 'observer',
}

/** With a time behind it. */
const TIMED: Readonly<Record<Presence, string>> = { ...WORDS, left: 'left' }

/**
 * Says of somebody in the attendance whether they are there, as this group says it: in the list that is headed so, if there is
 * one nearby; by the check box or the column that says it of the others; else in brackets behind the name. `time`: when they
 * came or went.
 */
export function setPresence(
  document: DocJson,
  attendances: readonly Attendance[],
  attendee: Attendee,
  presence: Presence,
  time?: string,
): readonly Change[] {
  const index = attendances.findIndex((each) => isEntryOf(each, attendee))
  const from = attendances[index]
  if (from === undefined || attendee.state === presence) return []
  const to = listOf(attendances, index, presence)
  if (to !== null) return move(document, from, to, attendee, time)
  return (
    inBox(document, from, attendee, presence) ??
    inColumn(document, from, attendee, presence, time) ??
    inStroke(document, from, attendee, presence, time) ?? [
      ...inNote(document, from, attendee, presence, time),
      ...tick(document, from, attendee, presence),
    ]
  )
}

/** The nearest attendance of that state, with none of the own state between: that would be another session's. */
export function listOf(attendances: readonly Attendance[], index: number, presence: Presence): Attendance | null {
  const own = attendances[index]!
  if (own.state === presence) return null
  const found = [1, -1].flatMap((step) => {
    const others = step > 0 ? attendances.slice(index + 1) : attendances.slice(0, index).toReversed()
    const end = others.findIndex(({ state }) => state === own.state)
    const each = (end < 0 ? others : others.slice(0, end)).find(({ state }) => state === presence)
    return each === undefined ? [] : [each]
  })
  const near = found.filter((each) => distance(each, own) <= NEAR)
  return near.sort((a, b) => distance(a, own) - distance(b, own))[0] ?? null
}

/** Blocks between two lists of the same session: a heading, a comment, the note taker. */
const NEAR = 4

function distance({ carrier: a }: Attendance, { carrier: b }: Attendance): number {
  const level = a.path.findIndex((place, depth) => place !== b.path[depth])
  return level < 0 ? 0 : Math.abs(a.path[level]! - (b.path[level] ?? 0))
}

/** From one list to another; `note` is what is said of them there. */
export function move(
  document: DocJson,
  from: Attendance,
  to: Attendance,
  attendee: Attendee,
  note?: string,
): readonly Change[] {
  const isText = ![from.form, to.form].some((form) => form === 'table' || form === 'matter' || form === 'html')
  const kept = isText && from.form === to.form ? withoutNote(document, attendee) : undefined
  const entry = kept && [...kept, ...written(note === undefined ? '' : ` (${note})`)]
  const person = note === undefined ? attendee : { ...attendee, note }
  return [
    ...removeAttendee(document, from, attendee),
    ...addAttendee(document, to, person, entry === undefined ? {} : { written: entry }),
  ]
}

/** The entry as it is, but for what it says of the state. */
function withoutNote(document: DocJson, { at }: Attendee): readonly InlineJson[] {
  const note = noteIn(textIn(document, at))
  if (note === null) return contentIn(document, at)
  const cut = (from: number, to: number): readonly InlineJson[] =>
    contentIn(document, { ...at, from: at.from + from, to: at.from + to })
  return [...cut(0, note.from), ...cut(note.to, at.to - at.from)]
}

/** `- [ ] Ann`, in a list in which others are ticked. */
function inBox(
  document: DocJson,
  attendance: Attendance,
  attendee: Attendee,
  presence: Presence,
): readonly Change[] | null {
  if (presence !== 'present' && presence !== 'absent') return null
  if (boxOf(document, attendance, attendee) === null || noteIn(textIn(document, attendee.at)) !== null) return null
  return [checked(attendance, attendee, presence === 'present')]
}

/** Whoever is there in any way is ticked. */
function tick(document: DocJson, attendance: Attendance, attendee: Attendee, presence: Presence): readonly Change[] {
  const isAway = presence === 'absent' || presence === 'regrets'
  return !isAway && boxOf(document, attendance, attendee) === false ? [checked(attendance, attendee, true)] : []
}

/** Null where the entry has no box, or none of the list is ticked. */
function boxOf(document: DocJson, { form, carrier, attendees }: Attendance, { at }: Attendee): boolean | null {
  if (form !== 'list') return null
  const item = (path: Path): boolean | null => {
    const node = nodeAt(document, path.slice(0, carrier.path.length + 1))
    return node?.type === 'listItem' ? (node.attrs?.checked ?? null) : null
  }
  return attendees.some((each) => item(each.at.path) === true) ? item(at.path) : null
}

function checked({ carrier }: Attendance, { at }: Attendee, isTicked: boolean): Change {
  return { type: 'attrs', path: at.path.slice(0, carrier.path.length + 1), attrs: { checked: isTicked } }
}

/** `~~Ann~~`, for somebody who is not there, is `Ann` when they are. */
function inStroke(
  document: DocJson,
  attendance: Attendance,
  { at, state }: Attendee,
  presence: Presence,
  time?: string,
): readonly Change[] | null {
  const content = contentIn(document, at)
  const isStruck = content.every(
    (node) => node.type !== 'text' || node.marks?.some(({ type }) => type === 'strike') === true,
  )
  if (state !== 'absent' || !isStruck || presence === 'regrets') return null
  const bare = withMark(content, 'strike', false)
  const note = presence === attendance.state ? [] : written(` (${wordFor(document, attendance, presence, time)})`)
  return [{ type: 'text', at, content: [...bare, ...note] }]
}

function inColumn(
  document: DocJson,
  attendance: Attendance,
  { at }: Attendee,
  presence: Presence,
  time?: string,
): readonly Change[] | null {
  if (attendance.form !== 'table') return null
  const table = nodeAt(document, attendance.carrier.path)
  if (table?.type !== 'table') return null
  const column = columnsOf(table, true)?.indexOf('state') ?? -1
  const row = at.path.at(-2)!
  if (column < 0 || (table.content[row]?.content?.length ?? 0) <= column) return null
  const same = attendance.attendees.find((each) => each.state === presence && each.at.path.at(-2) !== row)
  const word = same === undefined ? '' : textInRow(table.content[same.at.path.at(-2)!]!, column)
  const old = textInRow(table.content[row]!, column)
  return [write({ path: [...at.path.slice(0, -1), column], from: 0, to: old.length }, spell(presence, word, time))]
}

function inNote(
  document: DocJson,
  attendance: Attendance,
  { at }: Attendee,
  presence: Presence,
  time?: string,
): readonly Change[] {
  const note = noteIn(textIn(document, at))
  const isUsual = presence === attendance.state && time === undefined
  const word = wordFor(document, attendance, presence, time)
  if (note === null) return isUsual ? [] : [write(behind(at), ` (${word})`)]
  const place = { path: at.path, from: at.from + note.from, to: at.from + note.to }
  if (note.isOnly) return [write(place, isUsual ? '' : `${note.before}${word}${note.after}`)]
  // What else the brackets say stays; what is said first holds.
  return [write({ ...place, from: place.from + note.before.length, to: place.from + note.before.length }, `${word}, `)]
}

/** As it stands behind another name in the same list, with the time of this one. */
export function wordFor(
  document: DocJson,
  { attendees }: Pick<Attendance, 'attendees'>,
  presence: Presence,
  time?: string,
): string {
  const note = attendees
    .filter(({ state }) => state === presence)
    .map(({ at }) => noteIn(textIn(document, at)))
    .find((each) => each?.isOnly === true)
  const like = note?.words.split(/[,;]/).find((part) => stateIn(part) === presence)
  return spell(presence, like?.trim() ?? '', time)
}

/** With the zone behind it: `16:05 UTC`, `4:05 pm CET`, `16:05 +02:00`. */
const TIME = /\d{1,2}[:.]\d{2}\b(?:\s*[ap]m\b)?(?:\s+(?:UTC|GMT)?[+-]\d{1,2}(?::?\d{2})?|\s+[A-Z]{2,5}\b)?/

/** Like the word that others have: theirs may have a time, which is not that of this one. */
function spell(presence: Presence, like: string, time: string | undefined): string {
  if (time !== undefined) return TIME.test(like) ? like.replace(TIME, time) : `${TIMED[presence]} ${time}`
  return like.replace(new RegExp(String.raw`\s*(?:\bat\s+)?${TIME.source}.*`), '') || WORDS[presence]
}

export interface StateNote {
  readonly from: number
  readonly to: number
  readonly before: string
  readonly words: string
  readonly after: string
  /** It says nothing else. */
  readonly isOnly: boolean
}

/** Where an entry says whether somebody is there: in brackets, or behind a dash or comma. */
export function noteIn(text: string): StateNote | null {
  for (const match of text.matchAll(
    /(\s*[([])([^()[\]]*)([)\]])|(\s+[-–—]\s+|,\s+|\s+(?=joined|arrived|left|late\b))([^()[\]]+)$/g,
  )) {
    const [whole, open, inner, close, dash, rest] = match
    const words = inner ?? rest ?? ''
    if (stateIn(words) === undefined) continue
    const isOnly = !words
      .split(/[,;·|/]|\s[-–—]\s|\b(?:from|of)\b/)
      .some((part) => part.trim() !== '' && stateIn(part) === undefined)
    return {
      from: match.index,
      to: match.index + whole.length,
      before: open ?? dash ?? '',
      words,
      after: close ?? '',
      isOnly,
    }
  }
  return null
}
