import type { Span } from '../../blocks/path.ts'
import type { Line } from '../../blocks/reading/index.ts'
import type { InlineJson, MarkJson } from '../../document/node.ts'
import { sameMark, textOf } from '../../document/normal-inline.ts'
import type { Pattern } from '../house-style.ts'
import { sourceOf } from './file.ts'

/** A part of a line that is another in every meeting, and the place that it is in a pattern. */
export interface Part {
  readonly at: Span
  readonly place: string
}

/** The line as a pattern: its parts are places, what stands between them is how the group writes. The parts do not overlap. */
export function patternOf(line: Line, parts: readonly Part[], from = 0, to: number = line.text.length): Pattern {
  const places = parts
    .map(({ at, place }) => ({ from: at.from - line.from, to: at.to - line.from, place }))
    .filter((part) => part.from >= from && part.from <= to)
    .sort((a, b) => a.from - b.from)
  const content: InlineJson[] = []
  let at = from
  for (const part of places) {
    content.push(...textsIn(line, at, part.from), textOf(`{${part.place}}`, commonMarks(line, part.from, part.to)))
    at = Math.max(at, part.to)
  }
  content.push(...textsIn(line, at, to))
  return sourceOf({ type: 'paragraph', content: content.filter((node) => node.type !== 'text' || node.text !== '') })
}

function textsIn(line: Line, from: number, to: number): InlineJson[] {
  return line.pieces.flatMap((piece) => {
    const text = line.text.slice(Math.max(from, piece.from), Math.min(to, piece.to))
    return piece.from < to && piece.to > from ? [textOf(text, piece.marks)] : []
  })
}

/** The marks that all of a part has; a link or code is a matter of what it says, not of the style. */
function commonMarks(line: Line, from: number, to: number): readonly MarkJson[] {
  const [first, ...rest] = line.pieces.filter((piece) => piece.from < to && piece.to > from)
  const marks = (first?.marks ?? []).filter(({ type }) => type === 'bold' || type === 'italic' || type === 'strike')
  return marks.filter((mark) => rest.every((piece) => piece.marks.some((each) => sameMark(each, mark))))
}
