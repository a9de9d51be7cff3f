import type { HeadingJson, InlineJson, MarkJson, MarkName, ParagraphJson, TableCellJson } from '../../document/node.ts'
import type { Role } from '../block.ts'
import type { Path, Span } from '../path.ts'
import { remembered } from './remembered.ts'

export type TextBlockJson = ParagraphJson | HeadingJson | TableCellJson

/** A run of a line with the same marks, by its place in the line's text. */
export interface Piece {
  readonly from: number
  readonly to: number
  readonly marks: readonly MarkJson[]
}

/** A list item around a line. */
export interface Item {
  readonly path: Path
  readonly list: Path
  readonly isOrdered: boolean
  readonly index: number
  /** 0 in a list that stands in no other. */
  readonly depth: number
  /** null: no check box. */
  readonly checked: boolean | null
  readonly parent: Item | null
}

/** What stands over a line and says what it belongs to: a heading, a label such as `**Attendees**`, or the item that it is nested in. */
export interface Head {
  readonly kind: 'heading' | 'label' | 'item'
  /** 1 to 6 for headings; 7 for labels, 8 and more for items, so that the inner always has the higher level. */
  readonly level: number
  readonly text: string
  /** `text` as `keyOf` gives it. */
  readonly key: string
  readonly path: Path
}

export interface CellPlace {
  readonly table: Path
  readonly row: number
  readonly column: number
}

/**
 * One line of the minutes as people see it: minutes put speakers, names and actions on lines, and one paragraph may hold many
 * of them. Index `i` of `text` is offset `from + i` of the text block: marks are gone, an image is U+FFFC.
 */
export interface Line {
  /** Of the paragraph, heading or cell. */
  readonly path: Path
  readonly node: TextBlockJson
  /** Which line of its text block, from 0. */
  readonly row: number
  readonly from: number
  readonly text: string
  readonly pieces: readonly Piece[]
  /** The innermost item that the text block is in. */
  readonly item: Item | null
  /** The line is the first of its item. */
  readonly isItemStart: boolean
  readonly cell: CellPlace | null
  readonly inQuote: boolean
  /** Outermost first. */
  readonly heads: readonly Head[]
  readonly id: string | null
  readonly role: Role | null
}

/** The span of a part of a line; all of it by default. */
export function spanIn(line: Line, from = 0, to: number = line.text.length): Span {
  return { path: line.path, from: line.from + from, to: line.from + to }
}

export function isLinked({ marks }: Piece): boolean {
  return marks.some(({ type }) => type === 'link')
}

/** Whether this whole part of the line, blanks and punctuation at its ends aside, has the mark. */
export function isMarked(line: Line, name: MarkName, from = 0, to: number = line.text.length): boolean {
  let at = from
  let end = to
  while (at < end && /[^\p{L}\p{N}]/u.test(line.text[at]!)) at++
  while (end > at && /[^\p{L}\p{N}]/u.test(line.text[end - 1]!)) end--
  if (at >= end) return false
  return line.pieces
    .filter((piece) => piece.from < end && piece.to > at)
    .every((piece) => piece.marks.some((mark) => mark.type === name))
}

/** The words of a heading or label, to compare: `:dart: **Agenda** 📋` and `Agenda:` are both `agenda`. */
export function keyOf(text: string): string {
  const plain = text
    .replace(/:[a-z0-9_+-]+:/g, ' ')
    .normalize('NFKC')
    .toLowerCase()
  return (plain.match(WORDS) ?? []).join(' ')
}

/** Marks belong to the letter before them, as in `रमा`; behind a digit or a picture they only say how it looks (`1️⃣`). */
const WORDS = /(?:\p{L}\p{M}*|\p{N})+/gu

interface BareLine {
  readonly row: number
  readonly from: number
  readonly text: string
  readonly pieces: readonly Piece[]
}

/** The lines of inline content, without their surroundings. */
export const bareLines = remembered(({ content = [] }: TextBlockJson): readonly BareLine[] => split(content))

function split(content: readonly InlineJson[]): BareLine[] {
  const lines: BareLine[] = []
  let text = ''
  let pieces: Piece[] = []
  let from = 0
  let at = 0
  const end = (): void => {
    lines.push({ row: lines.length, from, text, pieces })
    text = ''
    pieces = []
    from = at + 1
  }
  const add = (part: string, marks: readonly MarkJson[]): void => {
    if (part !== '') pieces.push({ from: text.length, to: text.length + part.length, marks })
    text += part
    at += part.length
  }
  for (const node of content) {
    switch (node.type) {
      case 'text':
        node.text.split('\n').forEach((part, index) => {
          if (index > 0) {
            end()
            at++
          }
          add(part, node.marks ?? [])
        })
        break
      case 'hardBreak':
        end()
        at++
        break
      case 'image':
        add('\uFFFC', [])
        break
    }
  }
  end()
  return lines
}
