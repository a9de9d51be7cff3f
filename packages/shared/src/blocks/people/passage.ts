import type { Path, Span } from '../path.ts'
import type { Line, Piece } from '../reading/index.ts'

/** A part of a text block that is read for names: one line, or several that are one sentence. */
export interface Passage {
  readonly path: Path
  /** Where it begins in its text block. */
  readonly from: number
  readonly text: string
  readonly pieces: readonly Piece[]
}

/** A part of a passage, counted in it. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** Lines that follow each other in one text block, as one passage; every break between them is one character there too. */
export function passageOf(lines: readonly Line[], begin = 0): Passage {
  const first = lines[0]!
  const pieces = lines.flatMap((line) => {
    const shift = line.from - first.from - begin
    return line.pieces.map(({ from, to, marks }) => ({ from: Math.max(0, from + shift), to: to + shift, marks }))
  })
  return {
    path: first.path,
    from: first.from + begin,
    text: lines
      .map(({ text }) => text)
      .join('\n')
      .slice(begin),
    pieces: pieces.filter(({ from, to }) => to > from),
  }
}

export function spanOf({ path, from }: Passage, range: Range): Span {
  return { path, from: from + range.from, to: from + range.to }
}

/**
 * The text as it is read, at the same places: comments, tags and images are blank, and what is struck through counts as taken
 * back. A `<br>` parts what stands before and behind it.
 */
export function readable({ text, pieces }: Passage): string {
  let out = text.replaceAll('\uFFFC', ' ')
  for (const { from, to } of blanksBetweenMailLinks(text, pieces))
    out = out.slice(0, from) + ';'.padEnd(to - from) + out.slice(to)
  for (const { from, to, marks } of pieces) {
    if (!marks.some(({ type }) => type === 'raw' || type === 'strike')) continue
    const isBreak = /^<br\s*\/?>$/i.test(text.slice(from, to))
    out = out.slice(0, from) + (isBreak ? ';' : ' ').padEnd(to - from) + out.slice(to)
  }
  return out
}

/** `[Ann Bell](mailto:…) [Bob Cole](mailto:…)`: shared documents part the people that they link by nothing but blanks. */
function blanksBetweenMailLinks(text: string, pieces: readonly Piece[]): readonly Range[] {
  const mails = pieces.filter(({ marks }) =>
    marks.some((mark) => mark.type === 'link' && mark.attrs.href.startsWith('mailto:')),
  )
  const between = mails.slice(1).map((next, at) => ({ from: mails[at]!.to, to: next.from }))
  return between.filter(({ from, to }) => to > from && text.slice(from, to).trim() === '')
}

/** Some words of a line, as a passage of their own. */
export function passageFor(line: Line, part: string): Passage {
  const begin = line.text.indexOf(part)
  const { text, ...rest } = passageOf([line], begin)
  return { ...rest, text: text.slice(0, part.length) }
}
