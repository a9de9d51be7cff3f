import type { DocJson, InlineJson } from '../../../document/node.ts'
import type { Change } from '../../change/change.ts'
import { behind, write } from '../../change/inline.ts'
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

/**
 * Says of somebody in the attendance whether they are there, as this group says it: in the list that is headed so, if there is
 * one nearby; by the check box or the column that says it of the others; else in brackets behind the name.
 */
export function setPresence(
  document: DocJson,
  attendances: readonly Attendance[],
  attendee: Attendee,
  presence: Presence,
): readonly Change[] {
  const index = attendances.findIndex((each) => isEntryOf(each, attendee))
  const from = attendances[index]
  if (from === undefined || attendee.state === presence) return []
  const to = listOf(attendances, index, presence)
  if (to !== null) return move(document, from, to, attendee)
  return (
    inBox(document, from, attendee, presence) ??
    inColumn(document, from, attendee, presence) ??
    inNote(document, from, attendee, presence)
  )
}

/** The nearest attendance of that state, with none of the own state between: that would be another session's. */
function listOf(attendances: readonly Attendance[], index: number, presence: Presence): Attendance | null {
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

function move(document: DocJson, from: Attendance, to: Attendance, attendee: Attendee): readonly Change[] {
  const isText = from.form !== 'table' && from.form !== 'matter' && to.form !== 'table' && to.form !== 'matter'
  const written = isText && from.form === to.form ? withoutNote(document, attendee) : undefined
  return [
    ...removeAttendee(document, from, attendee),
    ...addAttendee(document, to, attendee, written === undefined ? {} : { written }),
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
  { form, carrier, attendees }: Attendance,
  { at }: Attendee,
  presence: Presence,
): readonly Change[] | null {
  if (form !== 'list' || (presence !== 'present' && presence !== 'absent')) return null
  const item = (path: Path): boolean | null => {
    const node = nodeAt(document, path.slice(0, carrier.path.length + 1))
    return node?.type === 'listItem' ? (node.attrs?.checked ?? null) : null
  }
  const isRoll = attendees.some((each) => item(each.at.path) === true)
  if (!isRoll || item(at.path) === null || noteIn(textIn(document, at)) !== null) return null
  return [
    { type: 'attrs', path: at.path.slice(0, carrier.path.length + 1), attrs: { checked: presence === 'present' } },
  ]
}

function inColumn(
  document: DocJson,
  attendance: Attendance,
  { at }: Attendee,
  presence: Presence,
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
  return [write({ path: [...at.path.slice(0, -1), column], from: 0, to: old.length }, word || WORDS[presence])]
}

function inNote(document: DocJson, attendance: Attendance, { at }: Attendee, presence: Presence): readonly Change[] {
  const note = noteIn(textIn(document, at))
  const isUsual = presence === attendance.state
  const word = wordFor(document, attendance, presence)
  if (note === null) return isUsual ? [] : [write(behind(at), ` (${word})`)]
  const place = { path: at.path, from: at.from + note.from, to: at.from + note.to }
  if (note.isOnly) return [write(place, isUsual ? '' : `${note.before}${word}${note.after}`)]
  // What else the brackets say stays; what is said first holds.
  return [write({ ...place, from: place.from + note.before.length, to: place.from + note.before.length }, `${word}, `)]
}

/** As it stands behind another name in the same list. */
function wordFor(document: DocJson, { attendees }: Attendance, presence: Presence): string {
  const written = attendees
    .filter(({ state }) => state === presence)
    .map(({ at }) => noteIn(textIn(document, at)))
    .find((note) => note?.isOnly === true)
  return written?.words ?? WORDS[presence]
}

interface StateNote {
  readonly from: number
  readonly to: number
  readonly before: string
  readonly words: string
  readonly after: string
  /** It says nothing else. */
  readonly isOnly: boolean
}

/** Where an entry says whether somebody is there: in brackets, or behind a dash or comma. */
function noteIn(text: string): StateNote | null {
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
