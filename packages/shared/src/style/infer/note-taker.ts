import { noteLabelOf } from '../../blocks/attendance/note-label.ts'
import type { TakerStyle } from '../house-style.ts'
import { mainAttendance } from './attendance.ts'
import { common } from './common.ts'
import { blockAt, type File, lineAt, markdownIn } from './file.ts'

/** Where the note taker is named; undefined where no file does. */
export function inferNoteTaker(files: readonly File[]): TakerStyle | undefined {
  return common(files, (file) => rowIn(file) ?? lineIn(file))
}

/** A row of the table that lists the people; it is there before anybody takes notes. */
function rowIn(file: File): TakerStyle | undefined {
  const attendance = mainAttendance(file)
  if (attendance?.form !== 'row') return undefined
  const lines = blockAt(file, attendance.carrier.path)?.lines ?? []
  const label = lines.find(({ cell, text }) => cell?.column === 0 && noteLabelOf(text, true) !== null)
  return label && { form: 'row', label: markdownIn(label) }
}

/** A line of its own with a label. */
function lineIn(file: File): TakerStyle | undefined {
  for (const { at } of file.found.noteTakers) {
    const line = at === null ? undefined : lineAt(file, at)
    if (at === null || line === undefined || line.cell !== null || line.item !== null) continue
    const label = markdownIn(line, 0, at.from - line.from)
    if (label !== '') return { form: 'line', label }
  }
  return undefined
}
