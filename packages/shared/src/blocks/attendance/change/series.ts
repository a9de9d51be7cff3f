import type { DocJson, InlineJson } from '../../../document/node.ts'
import type { Change } from '../../change/change.ts'
import { behind, write } from '../../change/inline.ts'
import type { Span } from '../../path.ts'
import type { Attendance } from '../attendance.ts'
import { textAt, textIn, textOfAll } from './place.ts'

const AND = /^(,?)(\s+)(and|&)\s+$/
const SIMPLE = /^[,;]\s+$|^\s+[/|·•+]\s+$/

/** Adds an entry to names in running text, parted as the others are: `Ann and Bob` becomes `Ann, Bob and Cem`. */
export function addToSeries(
  document: DocJson,
  attendance: Attendance,
  entry: readonly InlineJson[],
): readonly Change[] {
  const { attendees, end } = attendance
  const last = attendees.at(-1)
  if (last === undefined) return end === null ? [] : [fill(document, end, entry)]
  const previous = attendees.at(-2)
  const isBeside = previous !== undefined && samePlace(previous.at, last.at)
  const between: Span | null = isBeside ? { path: last.at.path, from: previous.at.to, to: last.at.from } : null
  const separator = between === null ? ', ' : textIn(document, between)
  const and = AND.exec(separator)
  const place = behind(last.at)
  const isHandles = /^ +$/.test(separator) && textOfAll(entry).startsWith('@')
  if (and === null)
    return [insert(place, isHandles || SIMPLE.test(separator) ? separator.replaceAll('\n', ' ') : ', ', entry)]
  return [write(between!, ', '), insert(place, `${and[1]} ${and[3]} `, entry)]
}

/** Puts an entry behind a label, or in place of a placeholder there. */
export function fill(document: DocJson, end: Span, entry: readonly InlineJson[]): Change {
  const before = textAt(document, end.path)[end.from - 1]
  return insert(end, before === undefined || /\s/.test(before) ? '' : ' ', entry)
}

function insert(at: Span, before: string, entry: readonly InlineJson[]): Change {
  return { type: 'text', at, content: before === '' ? entry : [{ type: 'text', text: before }, ...entry] }
}

function samePlace(a: Span, b: Span): boolean {
  return a.path.join() === b.path.join()
}

const BEFORE = /(?:\s*[,;]\s*(?:(?:and|&)\s+)?|\s+(?:and|&|[/|·•+])\s+)$/
const BEHIND = /^(?:\s*[,;]\s*(?:(?:and|&)\s+)?|\s+(?:and|&|[/|·•+])\s+|\s+)/

/** Takes an entry out of names in running text, with what parts it from the one before, or else from the next. */
export function removeFromSeries(document: DocJson, at: Span): Change {
  const text = textAt(document, at.path)
  const before = BEFORE.exec(text.slice(0, at.from))?.[0] ?? ''
  const behindIt = text.slice(at.to)
  if (before !== '') return write({ ...at, from: at.from - before.length }, '')
  const next = BEHIND.exec(behindIt)?.[0] ?? ''
  const isLast = behindIt.slice(next.length).trim() === '' || /^\s*\n\s*$/.test(next)
  if (!isLast) return write({ ...at, to: at.to + next.length }, '')
  // Nothing is left on the line: no blank behind the label either.
  const blanks = /[ \t]*$/.exec(text.slice(0, at.from))![0].length
  return write({ ...at, from: at.from - blanks }, '')
}
