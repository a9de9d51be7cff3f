import type { DocJson } from '../../../document/node.ts'
import type { Change } from '../../change/change.ts'
import { write } from '../../change/inline.ts'
import type { Span } from '../../path.ts'
import type { Attendance } from '../attendance.ts'
import { textAt } from './place.ts'
import { removeFromSeries } from './series.ts'

const OPEN = /<li\b[^<>]*>\s*$/i
const CLOSE = /^\s*<\/li>/i

/** An item behind that of the last person, in the source of the same block. */
export function addHtmlItem(document: DocJson, { attendees }: Attendance, text: string): readonly Change[] {
  const last = attendees.at(-1)?.at
  if (last === undefined) return []
  const { to } = itemAround(document, last) ?? last
  return [write({ path: last.path, from: to, to }, `\n<li>${escaped(text)}</li>`)]
}

/** The item with its tags; of several names in it, the one. */
export function removeHtmlItem(document: DocJson, at: Span): Change {
  const item = itemAround(document, at)
  return item === null ? removeFromSeries(document, at) : write(item, '')
}

function itemAround(document: DocJson, at: Span): Span | null {
  const text = textAt(document, at.path)
  const open = OPEN.exec(text.slice(0, at.from))
  const close = CLOSE.exec(text.slice(at.to))
  return open && close && { path: at.path, from: open.index, to: at.to + close[0].length }
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
