import { sameMark } from '../document/normal-inline.ts'
import type { Draft } from './render-inline.ts'

/** What begins a block at the start of a line, and which character of it a backslash must stand before. */
const STARTS: readonly (readonly [RegExp, (start: string) => number])[] = [
  [/^#{1,6}(?=[ \t]|$)/, first],
  [/^>/, first],
  [/^[-+*](?=[ \t]|$)/, first],
  [/^\d{1,9}[.)](?=[ \t]|$)/, last],
  [/^(?:`{3}|~{3})/, first],
  [/^(?:=+|-+)[ \t]*$/, first],
  [/^([-*_])[ \t]*(?:\1[ \t]*){2,}$/, first],
  [/^(?=[^|:]*[|:])[|:\- \t]*-[|:\- \t]*$/, first],
  [/^\[[^\]]+\]:/, first],
]

function first(): number {
  return 0
}

function last(start: string): number {
  return start.length - 1
}

/** The characters that would turn a line of text into another block, unless they already stood there in the old source. */
export function lineStartEscapes(draft: Draft): number[] {
  if (draft.isInCell) return []
  const { units } = draft
  const escapes: number[] = []
  units.forEach((unit, index) => {
    if (!isLineStart(draft, index) || unit.kind !== 'char' || opensMarks(draft, index)) return
    const line = lineFrom(draft, index)
    for (const [pattern, at] of STARTS) {
      const found = pattern.exec(line)
      if (found === null) continue
      const escaped = index + at(found[0])
      if (!isOldStart(draft, index, escaped)) escapes.push(escaped)
      return
    }
  })
  return escapes
}

/** Whether this line began just so in the old source, where it was no other block. */
function isOldStart({ old, origins }: Draft, from: number, to: number): boolean {
  const start = origins[from]!
  if (old === undefined || start < 0) return false
  const before = start === 0 ? '\n' : old.units[start - 1]!.unit.text
  return before === '\n' && origins.slice(from, to + 1).every((origin, index) => origin === start + index)
}

function isLineStart({ units }: Draft, index: number): boolean {
  const before = units[index - 1]
  return before === undefined || before.kind === 'break' || (before.kind === 'char' && before.text === '\n')
}

/** Whether a delimiter stands before this unit. */
function opensMarks({ units }: Draft, index: number): boolean {
  const before = units[index - 1]?.kind === 'break' ? units[index - 2] : units[index - 1]
  return units[index]!.marks.some((mark) => !before?.marks.some((each) => sameMark(each, mark)))
}

/** The line as far as it is bare text; what is not stands for itself as one letter. */
function lineFrom({ units }: Draft, index: number): string {
  let line = ''
  for (let at = index; at < units.length && line.length < 400; at++) {
    const unit = units[at]!
    if (unit.text === '\n' && (unit.kind === 'char' || unit.kind === 'break')) break
    line += unit.kind === 'char' && unit.marks.length === units[index]!.marks.length ? unit.text : 'x'
  }
  return line
}
