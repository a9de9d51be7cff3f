import type { Block, Line } from '../reading/index.ts'
import { countOf } from './count.ts'
import { isScale, repeats, scaleOf } from './scale.ts'
import { type Entry, optionsOf, type Tally } from './tally.ts'

/** The counts that a table holds: head and counts as rows, or a row for each option. `isAsked`: it answers a marked question, so that its labels may be any. */
export function talliesInTable(table: Block, isAsked: boolean): readonly Tally[] {
  const rows = rowsOf(table.lines)
  const columns = inColumns(table, rows)
  if (columns.length > 0) return columns
  const found = inRows(table, rows, isAsked) ?? (isAsked ? ofOwnOptions(table, rows) : null)
  return found === null ? [] : [found]
}

type Row = readonly Line[]

function rowsOf(cells: readonly Line[]): Row[] {
  const rows: Line[][] = []
  for (const line of cells) {
    if (line.cell === null || line.row > 0) continue
    ;(rows[line.cell.row] ??= [])[line.cell.column] = line
  }
  // A row without cells has no lines, and so no place of its own.
  return Array.from(rows, (row) => row ?? [])
}

/** `| SF | F | N | A | SA |` over `| 17 | 18 | 0 | 0 | 0 |`; with a first column of questions, a row is a poll each. */
function inColumns(table: Block, [head, ...rows]: readonly Row[]): Tally[] {
  if (head === undefined) return []
  const labels = head.map(({ text }) => text.trim())
  const first = labels.findIndex((label) => scaleOf(label) !== null)
  if (first < 0 || first > 1 || !isScale(labels.slice(first).filter((label) => label !== ''))) return []
  return rows.flatMap((row) => {
    const entries = labels.flatMap((label, column): Entry[] => {
      const line = row[column]
      const count = column < first || label === '' || line === undefined ? null : countOf(line.text)
      return line === undefined || count === null ? [] : [{ label, line, count }]
    })
    const isFull = entries.length === labels.slice(first).filter((label) => label !== '').length
    const name = first === 1 && rows.length > 1 ? row[0] : undefined
    const question =
      name === undefined || name.text.trim() === '' ? null : { line: name, from: 0, to: name.text.length }
    const lines = question === null ? table.lines : row
    const tally = { form: 'columns', counts: table.path, lines, question, isKnown: true } as const
    return isFull && entries.length > 1 ? [{ ...tally, ...optionsOf(entries) }] : []
  })
}

/** `| Red | Blue |` over `| 3 | |`, in a table that has nothing else: options in words of the group's own. */
function ofOwnOptions(table: Block, [head = [], row = [], ...others]: readonly Row[]): Tally | null {
  if (others.length > 0 || head.length < 2 || head.length !== row.length) return null
  const entries = row.flatMap((line, column): Entry[] => {
    const label = head[column]!.text.trim()
    const count = countOf(line.text)
    return label === '' || countOf(label) !== null || count === null ? [] : [{ label, line, count }]
  })
  if (entries.length < head.length || repeats(entries.map(({ label }) => label))) return null
  const tally = { form: 'columns', counts: table.path, lines: table.lines, question: null, isKnown: false } as const
  return { ...tally, ...optionsOf(entries) }
}

/** `| **SF** | 18 |` in each row; the head may be such a row too. */
function inRows(table: Block, rows: readonly Row[], isAsked: boolean): Tally | null {
  const entries = rows.flatMap(([name, value], index): (Entry | null)[] => {
    const label = name?.text.trim() ?? ''
    const count = value === undefined ? null : countOf(value.text)
    const isOption = label !== '' && count !== null && (scaleOf(label) !== null || (isAsked && count.value !== null))
    if (isOption && value !== undefined) return [{ label, line: value, count }]
    return index === 0 ? [] : [null]
  })
  const whole = entries.filter((entry) => entry !== null)
  const labels = whole.map(({ label }) => label)
  const isKnown = isScale(labels)
  if (whole.length < entries.length || whole.length < 2 || !(isKnown || (isAsked && !repeats(labels)))) return null
  return { form: 'rows', counts: table.path, lines: table.lines, question: null, isKnown, ...optionsOf(whole) }
}
