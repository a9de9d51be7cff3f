import type { Line } from './line.ts'
import { joinLines } from './utterance.ts'

/** The cells of a row by their column, each as one line; rows may lack some. */
export type Row = readonly (Line | undefined)[]

/** The rows of a table, its head first. */
export function rowsOf(cells: readonly Line[]): readonly Row[] {
  const rows: Line[][][] = []
  for (const line of cells) {
    if (line.cell === null) continue
    const row = (rows[line.cell.row] ??= [])
    ;(row[line.cell.column] ??= []).push(line)
  }
  return Array.from(rows, (row) => Array.from(row ?? [], whole))
}

function whole(lines: readonly Line[] | undefined): Line | undefined {
  const [first, ...others] = lines ?? []
  return first && joinLines([first, ...others])
}
