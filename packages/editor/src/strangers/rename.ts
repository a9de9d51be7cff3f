import { calledIn, type Change, speakerStyle } from '@plenary/shared/blocks'

import type { Reading } from '../understanding/index.ts'
import type { Stranger } from './strangers.ts'

/**
 * Says in these turns that it is somebody of the attendance who speaks: as these minutes call people (`Ann Bell`, `Ann`, `AB`),
 * in the marks of the old name; colon and what is said stay.
 */
export function renamed(strangers: readonly Stranger[], name: string, { places, understanding }: Reading): Change[] {
  const { turns, roster } = understanding
  const person = roster.attendees.find((attendee) => attendee.name === name)
  const called = person === undefined ? name : calledIn(speakerStyle(turns, roster), person, roster)
  return strangers.flatMap(({ turn: { written, at }, at: range }) => {
    const text = places.doc.textBetween(range.from, range.to, '', '\uFFFC')
    const offset = text.indexOf(written)
    if (offset < 0) return []
    const marks = places.doc.nodeAt(range.from + offset)?.marks ?? []
    const from = at.from + offset
    const span = { path: at.path, from, to: from + written.length }
    const run = {
      type: 'text' as const,
      text: called,
      ...(marks.length > 0 && { marks: marks.map((mark) => mark.toJSON()) }),
    }
    return [{ type: 'text' as const, at: span, content: [run] }]
  })
}
