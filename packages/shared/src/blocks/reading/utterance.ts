import { isMarked, type Line, type Piece } from './line.ts'

/**
 * Lines that follow each other in a text block as one: hard-wrapped minutes break in the middle of what they say. The break
 * is one character of the text, as it is one of the block's, so that places stay what they are.
 */
export function joinLines(lines: readonly [Line, ...Line[]]): Line {
  const [first] = lines
  if (lines.length === 1) return first
  const pieces = lines.flatMap((line): Piece[] => {
    const by = line.from - first.from
    return line.pieces.map(({ from, to, marks }) => ({ from: from + by, to: to + by, marks }))
  })
  return { ...first, text: lines.map(({ text }) => text).join('\n'), pieces }
}

/** kramdown's attributes of the block above, which other readers of Markdown take for text. */
const ATTRIBUTES = /^\s*\{:[^}]*\}\s*$/

/** No words: patterns that skip blanks and marks would go through such a run again and again. */
const WORDLESS = /[\s*_|,;:.…•·→>–—-]{300}/

/** Whether a line is made of words, as all that people write is. */
export function isLegible({ text }: Line): boolean {
  return text.length < 300 || !WORDLESS.test(text)
}

/** The lines in groups that say one thing: those of a text block, parted where one begins anew or stands below a label of its own. */
export function* utterances(
  lines: readonly Line[],
  beginsAnew: (line: Line) => boolean,
): Generator<readonly [Line, ...Line[]]> {
  let current: [Line, ...Line[]] | null = null
  for (const line of lines) {
    if (ATTRIBUTES.test(line.text) || !isLegible(line)) continue
    if (current !== null && line.row > 0 && !isHeaded(current.at(-1)!, line) && !beginsAnew(line)) {
      current.push(line)
      continue
    }
    if (current !== null) yield current
    current = [line]
  }
  if (current !== null) yield current
}

/** Whether a row stands below the row before as its label, rather than going on in the same bold words. */
function isHeaded(before: Line, line: Line): boolean {
  if (line.heads === before.heads) return false
  return /[:：]\s*$/.test(before.text) || !(isMarked(before, 'bold') && isMarked(line, 'bold'))
}

/** A part of a joined line in one line, as people read it. */
export function wordsOf(line: Line, from: number, to: number): string {
  return line.text
    .slice(from, to)
    .replace(/\s*\n\s*/g, ' ')
    .trim()
}
