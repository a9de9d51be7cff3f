import type { Attendance, AttendanceForm } from '../../blocks/attendance/attendance.ts'
import { textIn } from '../../blocks/attendance/change/place.ts'
import { columnsOf } from '../../blocks/attendance/columns.ts'
import { labelOf } from '../../blocks/attendance/label.ts'
import { commonPattern } from '../../blocks/people/entry-pattern.ts'
import type { PeopleStyle } from '../house-style.ts'
import { PLAIN } from '../plain.ts'
import { common } from './common.ts'
import { blockAt, type File, markdownIn } from './file.ts'

/** The place where most people are listed; where there are none yet, the first that waits for them. */
export function mainAttendance({ found }: File): Attendance | undefined {
  return found.attendances.toSorted((a, b) => b.attendees.length - a.attendees.length)[0]
}

export function inferAttendance(files: readonly File[]): PeopleStyle {
  // New minutes are Markdown.
  const form = common(files, (file) => {
    const own = mainAttendance(file)?.form
    return own === 'html' || own === 'paragraphs' || own === 'grid' ? undefined : own
  })
  if (form === undefined) return PLAIN.attendance
  const entries = files.flatMap(({ document, found }) =>
    found.attendances
      .filter((each) => each.form === form)
      .flatMap(({ attendees }) => attendees.map((person) => ({ person, text: textIn(document, person.at) }))),
  )
  return {
    form,
    entry: commonPattern(entries) ?? PLAIN.attendance.entry,
    labels: common(files, (file) => labelsOf(file, form)) ?? [],
    columns: common(files, columnsIn) ?? [],
  }
}

/** What stands before the names, where a label does. */
function labelsOf(file: File, form: AttendanceForm): PeopleStyle['labels'] | undefined {
  const own = file.found.attendances.filter((each) => each.form === form)
  const labels = own.flatMap(({ carrier, state }) => {
    const block = blockAt(file, carrier.path)
    const cells = block?.lines.filter(({ cell }) => cell?.row === carrier.row && cell.column === 0) ?? []
    const line = form === 'row' ? cells[0] : block?.lines[carrier.row]
    if (line === undefined || form === 'list' || form === 'table' || form === 'matter') return []
    const end = form === 'row' ? line.text.length : (labelOf(line)?.rest ?? 0)
    return [{ text: markdownIn(line, 0, end), state }]
  })
  const seen = new Set<string>()
  return labels.filter(({ text }) => !seen.has(text) && seen.add(text) !== undefined)
}

/** The columns of a table with a row for each person. */
function columnsIn(file: File): PeopleStyle['columns'] | undefined {
  const attendance = file.found.attendances.find(({ form }) => form === 'table')
  const block = attendance && blockAt(file, attendance.carrier.path)
  if (block?.node.type !== 'table') return undefined
  const heads = block.lines.filter(({ cell }) => cell?.row === 0)
  return (columnsOf(block.node, true) ?? []).map((holds, index) => {
    const head = heads.find(({ cell }) => cell?.column === index)
    return { text: head === undefined ? '' : markdownIn(head), holds }
  })
}
