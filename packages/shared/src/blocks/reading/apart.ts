import { isMarked, type Line } from './line.ts'

/** Whether a part is in bold, in italics or a link, and that ends with it: so a label is told from the text behind it. */
export function isSetApart(line: Line, from: number, to: number): boolean {
  const next = line.text.slice(to).search(/[\p{L}\p{N}]/u)
  return (['bold', 'italic', 'link'] as const).some(
    (name) => isMarked(line, name, from, to) && (next < 0 || !isMarked(line, name, to, to + next + 1)),
  )
}

/** What a sticky pattern finds at this place of a text. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
