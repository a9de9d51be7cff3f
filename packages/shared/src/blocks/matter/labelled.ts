import { labelOf } from '../attendance/label.ts'
import { isAboutAnother } from '../attendance/note-label.ts'
import { keyOf, type Line, type View } from '../reading/index.ts'

/** Minutes say when and where at their top; further down, dates are those of other things. */
export const TOP_LINES = 80

/** A line of the form `**Date:** …`. */
export interface Labelled {
  readonly key: string
  readonly label: string
  readonly value: string
  /** How many lines stand before it. */
  readonly line: number
}

/** The labelled lines of the top, and the rows of tables there that begin with a label. */
export function labelsIn({ lines }: View): readonly Labelled[] {
  return lines.slice(0, TOP_LINES).flatMap((line, index): Labelled[] => {
    if (isAboutAnother(line.heads)) return []
    if (line.cell !== null) return line.cell.column === 0 ? inRow(line, lines[index + 1], index) : []
    const label = labelOf(line)
    if (label === null) return []
    return [
      {
        key: keyOf(withoutBrackets(label.text)),
        label: label.text,
        value: line.text.slice(label.rest).trim(),
        line: index,
      },
    ]
  })
}

function inRow(line: Line, next: Line | undefined, index: number): Labelled[] {
  const isSame = next !== undefined && next.cell?.table === line.cell?.table && next.cell?.row === line.cell?.row
  return isSame
    ? [{ key: keyOf(withoutBrackets(line.text)), label: line.text, value: next.text.trim(), line: index }]
    : []
}

function withoutBrackets(text: string): string {
  return text.replace(/\([^()]*\)/g, ' ')
}
