import type { Line } from '../reading/index.ts'

/** A row that a letter makes an item of its own. */
export interface LetteredRow {
  readonly line: Line
  /** Where its words begin. */
  readonly begin: number
}

const MARK = /^\s*\(?(?<letter>[a-z]|[ivx]{2,4})[.)]\s+(?=\S)/
const SERIES = [Array.from('abcdefghijklmnopqrstuvwxyz'), 'i ii iii iv v vi vii viii ix x'.split(' ')] as const

/**
 * The rows of a text block that letters make items: `a. Boats` and `b. Oars`, which are no list in Markdown and so are text of the
 * item above them. One alone, or letters out of their order, are none.
 */
export function letteredRows(lines: readonly Line[]): readonly LetteredRow[] {
  const rows = lines.flatMap((line) => {
    const mark = MARK.exec(line.text)
    return mark === null ? [] : [{ line, begin: mark[0].length, letter: mark.groups!['letter']! }]
  })
  const isInOrder = SERIES.some((series) => rows.every(({ letter }, at) => series[at] === letter))
  return rows.length > 1 && isInOrder ? rows : []
}

/** What stands before the next row: `c. ` behind `b. `. */
export function nextMark(mark: string): string {
  return mark.replace(/[a-z]+/, (letter) => {
    const series = SERIES.find((each) => each.includes(letter)) ?? SERIES[0]
    return series[series.indexOf(letter) + 1] ?? letter
  })
}
