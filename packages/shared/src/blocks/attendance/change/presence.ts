import type { DocJson, InlineJson, TableJson } from '../../../document/node.ts'
import type { Change } from '../../change/change.ts'
import { behind, write } from '../../change/inline.ts'
import { withMark, written } from '../../change/words.ts'
import { nodeAt, type Path } from '../../path.ts'
import type { Attendance, Attendee, Presence } from '../attendance.ts'
import { columnsOf, textIn as textInRow } from '../columns.ts'
import { stateOf } from '../states.ts'
import { addAttendee } from './add.ts'
import { listOf } from './nearest.ts'
import { contentIn, isEntryOf, textIn } from './place.ts'
import { removeAttendee } from './remove.ts'
import { noteIn } from './state-note.ts'
import { spell, wordFor } from './state-words.ts'

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
  const table = nodeAt(document, attendance.carrier.path)
  if (table?.type !== 'table' || (attendance.form !== 'table' && attendance.form !== 'grid')) return null
  const row = at.path.at(-2)!
  const column =
    attendance.form === 'table' ? (columnsOf(table, true)?.indexOf('state') ?? -1) : behindName(document, table, at)
  if (column < 0 || (table.content[row]?.content?.length ?? 0) <= column) return null
  const same = attendance.attendees.find((each) => each.state === presence && each.at.path.at(-2) !== row)
  const word = same === undefined ? '' : textInRow(table.content[same.at.path.at(-2)!]!, column)
  const old = textInRow(table.content[row]!, column)
  return [write({ path: [...at.path.slice(0, -1), column], from: 0, to: old.length }, spell(presence, word, time))]
}

/** The column of the cell that says it right behind a name; -1 where none does, or the name's own cell has the say. */
function behindName(document: DocJson, table: TableJson, at: Attendee['at']): number {
  const column = at.path.at(-1)! + 1
  const isSaid = stateOf(textInRow(table.content[at.path.at(-2)!]!, column)) !== undefined
  return isSaid && noteIn(textIn(document, at)) === null ? column : -1
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
