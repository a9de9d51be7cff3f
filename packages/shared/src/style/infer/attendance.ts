import type { Attendance, AttendanceForm, Attendee } from '../../blocks/attendance/attendance.ts'
import { type Column, columnsOf } from '../../blocks/attendance/columns.ts'
import { labelOf } from '../../blocks/attendance/label.ts'
import type { TableJson } from '../../document/node.ts'
import type { AttendanceStyle, Pattern } from '../house-style.ts'
import { blockAt, type File, lineAt } from './file.ts'
import { common, richest } from './majority.ts'
import { type Part, patternOf } from './pattern-of.ts'

/** The place where most people are listed; where there are none yet, the first that waits for them. */
export function mainAttendance({ found }: File): Attendance | undefined {
  return found.attendances.toSorted((a, b) => b.attendees.length - a.attendees.length)[0]
}

export function inferAttendance(files: readonly File[]): Partial<AttendanceStyle> {
  const form = common(files, (file) => mainAttendance(file)?.form)
  if (form === undefined) return {}
  const entry = richest(files.flatMap((file) => entriesOf(file, form)))
  const labels = common(files, (file) => labelsOf(file, form)) ?? []
  const columns = common(files, (file) => columnsIn(file)) ?? []
  return { form, labels, columns, ...(entry === undefined ? {} : { entry }) }
}

function entriesOf(file: File, form: AttendanceForm): Pattern[] {
  const own = file.found.attendances.filter((each) => each.form === form)
  return own.flatMap(({ attendees }) => attendees.flatMap((attendee) => entryOf(file, attendee) ?? []))
}

/** How one person is written. */
function entryOf(file: File, attendee: Attendee): Pattern | undefined {
  const { at } = attendee
  const line = lineAt(file, at)
  if (line === undefined) return '{name}'
  const begin = at.from - line.from
  const end = at.to - line.from
  const text = line.text.slice(begin, end)
  const parts: Part[] = []
  const find = (words: string | undefined, place: string, after = 0): void => {
    const from = words === undefined ? -1 : text.indexOf(words, after)
    if (from < 0 || parts.some((part) => overlaps(part, at.from + from, at.from + from + words!.length))) return
    parts.push({ at: { ...at, from: at.from + from, to: at.from + from + words!.length }, place })
  }
  if (attendee.name !== attendee.handle) find(attendee.name, 'name')
  find(attendee.handle, 'handle')
  find(attendee.affiliation, 'affiliation', attendee.name.length)
  find(attendee.initials, 'initials', attendee.name.length)
  // What else is in brackets says what somebody is here.
  const [, role] = /[(（]([^()（）]+)[)）]\s*$/.exec(text) ?? []
  find(role, 'role')
  return parts.length === 0 ? undefined : patternOf(line, parts, begin, end)
}

function overlaps({ at }: Part, from: number, to: number): boolean {
  return at.from < to && from < at.to
}

/** What stands before the names, where a label does. */
function labelsOf(file: File, form: AttendanceForm): AttendanceStyle['labels'] | undefined {
  const own = file.found.attendances.filter((each) => each.form === form)
  const labels = own.flatMap(({ carrier, state }) => {
    const block = blockAt(file, carrier.path)
    const cells = block?.lines.filter(({ cell }) => cell?.row === carrier.row && cell.column === 0) ?? []
    const line = form === 'row' ? cells[0] : block?.lines[carrier.row]
    if (line === undefined || form === 'list' || form === 'table' || form === 'matter') return []
    const end = form === 'row' ? line.text.length : (labelOf(line)?.rest ?? 0)
    return [{ text: patternOf(line, [], 0, end), state }]
  })
  const seen = new Set<string>()
  return labels.filter(({ text }) => !seen.has(text) && seen.add(text) !== undefined)
}

/** The columns of a table with a row for each person. */
function columnsIn(file: File): AttendanceStyle['columns'] | undefined {
  const attendance = file.found.attendances.find(({ form }) => form === 'table')
  const block = attendance && blockAt(file, attendance.carrier.path)
  if (block?.node.type !== 'table') return undefined
  const table: TableJson = block.node
  const columns = columnsOf(table, true) ?? []
  return columns.map((column, index) => {
    const cells = block.lines.filter(({ cell }) => cell?.column === index)
    const [head, ...rows] = cells
    const hasAt = rows.some(({ text }) => text.trim().startsWith('@'))
    return { text: head === undefined ? '' : patternOf(head, []), entry: entryIn(column, hasAt) }
  })
}

function entryIn(column: Column, hasAt: boolean): Pattern {
  switch (column) {
    case 'handle':
      return hasAt ? '@{handle}' : '{handle}'
    case 'name':
    case 'initials':
    case 'affiliation':
      return `{${column}}`
    case 'state':
    case 'other':
      return ''
  }
}
