import type { Change } from '@plenary/shared/blocks'

import type { Reading } from '../understanding/index.ts'
import type { Stranger } from './strangers.ts'

/** Writes another name in these turns, in the marks of the old one; colon and what is said stay. */
export function renamed(strangers: readonly Stranger[], name: string, { places }: Reading): Change[] {
  return strangers.flatMap(({ turn: { written, at }, at: range }) => {
    const text = places.doc.textBetween(range.from, range.to, '', '\uFFFC')
    const offset = text.indexOf(written)
    if (offset < 0) return []
    const marks = places.doc.nodeAt(range.from + offset)?.marks ?? []
    const from = at.from + offset
    const span = { path: at.path, from, to: from + written.length }
    const run = {
      type: 'text' as const,
      text: name,
      ...(marks.length > 0 && { marks: marks.map((mark) => mark.toJSON()) }),
    }
    return [{ type: 'text' as const, at: span, content: [run] }]
  })
}
