import { passageOf } from '../people/passage.ts'
import { type People, readEntries, readSeries } from '../people/people.ts'
import { type Block, type Line, spanIn } from '../reading/index.ts'
import type { Attendance, Presence } from './attendance.ts'
import { attendanceOf, carrierOf, isConvincing } from './found.ts'
import type { HeadSense } from './heads.ts'

/** All of a paragraph that stands under a heading or label which announces people. */
export function readWhole(block: Block, { state, strength }: HeadSense): Attendance | null {
  const { lines } = block
  const people = readBelow(lines, state)
  if (!isConvincing(people, strength, false)) return null
  const last = lines.at(-1)!
  const form = isSeries(lines) ? 'commas' : 'lines'
  return attendanceOf(carrierOf(block), form, state, people, spanIn(last, last.text.length))
}

/** Names one to a line, or as one series over all lines. */
export function readBelow(lines: readonly Line[], state: Presence): People {
  if (isSeries(lines)) return readSeries(passageOf(lines), state)
  return readEntries(
    lines.map((line) => passageOf([line])),
    state,
  )
}

/** Whether lines are one series of names, and not a name each. */
export function isSeries(lines: readonly Line[]): boolean {
  if (lines.length === 1) return true
  return (
    lines.slice(0, -1).every(({ text }) => /(?:[,;&]|\band)\s*$/.test(text)) ||
    lines.every(({ text }) => (text.match(/,/g) ?? []).length > 1)
  )
}
