import { passageOf } from '../people/passage.ts'
import { readEntries, readSeries } from '../people/people.ts'
import { type Block, spanIn } from '../reading/index.ts'
import type { Attendance } from './attendance.ts'
import { attendanceOf, carrierOf } from './found.ts'

const FIRST_BLOCKS = 10

/** A bare paragraph at the top, `Ann Bell (AB), Bob Cole (BC), …`: no label says so, but nothing else looks like it. */
export function readInitialsLine(block: Block): Attendance | null {
  const { path, lines, node } = block
  if (node.type !== 'paragraph' || path.length > 1 || path[0]! > FIRST_BLOCKS) return null
  const codes = lines.flatMap(({ text }) => text.match(/\(\p{Lu}{2,4}\)/gu) ?? [])
  if (codes.length < 3) return null
  const isEach = lines.length > 2 && lines.every(({ text }) => !/,\s*\S/.test(text))
  const people = isEach
    ? readEntries(
        lines.map((each) => passageOf([each])),
        'present',
      )
    : readSeries(passageOf(lines), 'present')
  const { attendees, others } = people
  const known = attendees.filter(({ initials }) => initials !== undefined).length
  if (attendees.length < 3 || known * 5 < (attendees.length + others) * 4) return null
  const last = lines.at(-1)!
  return attendanceOf(carrierOf(block), isEach ? 'lines' : 'commas', 'present', people, spanIn(last, last.text.length))
}
