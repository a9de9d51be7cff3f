import type { Align, TableCellJson, TableJson, TableRowJson } from '../document/node.ts'
import { align } from './align.ts'
import { isTightRow } from './habits.ts'
import { pairUp } from './pair-up.ts'
import { innerOf } from './write-text.ts'
import type { Place, Writing } from './writing.ts'
import { newLine } from './writing.ts'

/** A table: rows and cells that did not change keep their source, and the line of dashes as far as the columns are the same. */
export function writeTable(old: TableJson | undefined, node: TableJson, place: Place, writing: Writing): string {
  const span = old && writing.base.source.spanOf(old)
  const [header, ...rows] = node.content
  const [oldHeader, ...oldRows] = old?.content ?? []
  if (!span || !oldHeader) return writeAnew(node, place, writing)
  const { source } = writing.base
  const columns = columnsOf(oldHeader, header!, writing)
  const headSpan = source.spanOf(oldHeader)!
  const isTight = isTightRow(source.slice(headSpan.from, headSpan.to))
  const oldDelimiters = source.slice(headSpan.to, oldRows[0] ? source.spanOf(oldRows[0])!.from : span.to)
  const pairs = pairUp(oldRows, rows, writing.keys)
  let out = source.slice(span.from, headSpan.from) + writeRow(oldHeader, header!, columns, place, writing, isTight)
  out += delimiters(oldDelimiters, oldHeader, header!, columns, place)
  rows.forEach((row, index) => {
    const oldRow = oldRows[pairs[index]!]
    out += newLine(place) + writeRow(oldRow, row, columns, place, writing, isTight)
  })
  const last = oldRows.at(-1) ?? undefined
  return out + (last ? source.slice(source.spanOf(last)!.to, span.to) : '')
}

/** For each column the index of the old column that it is, or -1. */
function columnsOf(old: TableRowJson, now: TableRowJson, { keys }: Writing): number[] {
  const before = old.content ?? []
  const after = now.content ?? []
  if (before.length === after.length) return after.map((_, index) => index)
  return align(
    before.map((cell) => keys.of(cell)),
    after.map((cell) => keys.of(cell)),
  )
}

function writeAnew(node: TableJson, place: Place, writing: Writing): string {
  const [header, ...rows] = node.content
  const isTight = writing.base.habits.isTableTight === true
  const [head, ...lines] = [header!, ...rows].map((row) => rowAnew(row, place, writing, isTight))
  const dashes = (header!.content ?? []).map((cell) => dashesFor(alignOf(cell)))
  const line = isTight ? tightDashes(head!, dashes) : `| ${dashes.join(' | ')} |`
  return [head, line, ...lines].join(newLine(place))
}

/** As many dashes as there are letters above them. */
function tightDashes(head: string, dashes: readonly string[]): string {
  const widths = head.slice(1, -1).split(/(?<!\\)\|/)
  const written = dashes.map((each, column) => {
    const [, before = '', behind = ''] = /^(:?)-+(:?)$/.exec(each)!
    const width = (widths[column] ?? '').length - before.length - behind.length
    return before + '-'.repeat(Math.max(1, width)) + behind
  })
  return `|${written.join('|')}|`
}

function dashesFor(align: Align | null): string {
  switch (align) {
    case 'left':
      return ':--'
    case 'center':
      return ':-:'
    case 'right':
      return '--:'
    case null:
      return '---'
  }
}

/** The line of dashes with what leads to it; untouched when no column is new and none is aligned anew. */
function delimiters(
  source: string,
  old: TableRowJson,
  now: TableRowJson,
  columns: readonly number[],
  place: Place,
): string {
  const isSame =
    (old.content ?? []).length === columns.length &&
    (now.content ?? []).every((cell, index) => alignOf(cell) === alignOf(old.content?.[columns[index] ?? -1]))
  const [, lead = '', line = ''] = /^(\s*?(?:\r\n?|\n)[ \t>]*)([^\r\n]*)/.exec(source) ?? []
  if (isSame) return lead + line
  const cells = line.replace(/^[ \t]*\||\|[ \t]*$/g, '').split('|')
  const written = (now.content ?? []).map((cell, index) => {
    const before = columns[index]! >= 0 ? cells[columns[index]!] : undefined
    const isKept = before !== undefined && alignOf(cell) === alignOf(old.content?.[columns[index]!])
    return isKept ? before.trim() : dashesFor(alignOf(cell))
  })
  return `${lead || newLine(place)}| ${written.join(' | ')} |`
}

function alignOf(cell: TableCellJson | undefined): Align | null {
  return cell?.attrs?.align ?? null
}

function writeRow(
  old: TableRowJson | undefined,
  row: TableRowJson,
  columns: readonly number[],
  place: Place,
  writing: Writing,
  isTight: boolean,
): string {
  const { source } = writing.base
  const span = old && source.spanOf(old)
  const before = old?.content ?? []
  const cells = row.content ?? []
  if (!span || writing.trustIn(row) !== 'patch') return rowAnew(row, place, writing, isTight)
  if (writing.keys.of(old) === writing.keys.of(row)) return source.slice(span.from, span.to)
  if (before.length !== cells.length)
    return rowAnew(
      row,
      place,
      writing,
      isTight,
      cells.map((_, index) => before[columns[index] ?? -1]),
    )
  let out = ''
  let at = span.from
  cells.forEach((cell, index) => {
    const cellSpan = source.spanOf(before[index]!)!
    out +=
      source.slice(at, cellSpan.from) +
      writeCell(before[index]!, cell, place, writing, isTight, source.text[cellSpan.to] === '|')
    at = cellSpan.to
  })
  return out + source.slice(at, span.to)
}

/** A cell keeps its pipes, and its width as far as its padding can make up for the change. */
function writeCell(
  old: TableCellJson,
  cell: TableCellJson,
  place: Place,
  writing: Writing,
  isTight: boolean,
  isFollowed: boolean,
): string {
  const { source } = writing.base
  const span = source.spanOf(old)!
  const whole = source.slice(span.from, span.to)
  if (writing.trustIn(cell) === 'patch' && sameContent(old, cell, writing)) return whole
  const inner = innerOf(span.tree)
  const text = cellText(cell, old, place, writing)
  const head = inner ? source.slice(span.from, inner.from) : (/^\|?[ \t]?/.exec(whole)?.[0] ?? '')
  const tail = inner ? source.slice(inner.to, span.to) : whole.slice(head.length)
  const grown = text.length - (inner ? inner.to - inner.from : 0)
  const lead = head.endsWith('|') && !inner && !isTight && text !== '' ? `${head} ` : head
  const blanks = /^[ \t]*/.exec(tail)![0]
  const padded =
    grown > 0
      ? blanks.slice(0, Math.max(Math.min(1, blanks.length), blanks.length - grown))
      : blanks.length > 1
        ? blanks + ' '.repeat(-grown)
        : blanks
  const rest = tail.slice(blanks.length)
  // The bar behind a cell is that of the next one, but for the last.
  const isBeforeBar = rest.startsWith('|') || (rest === '' && isFollowed)
  return lead + text + (padded === '' && isBeforeBar && text !== '' && !inner && !isTight ? ' ' : padded) + rest
}

function sameContent(a: TableCellJson, b: TableCellJson, { keys }: Writing): boolean {
  const before = a.content ?? []
  const after = b.content ?? []
  return before.length === after.length && before.every((node, index) => keys.of(node) === keys.of(after[index]!))
}

function rowAnew(
  row: TableRowJson,
  place: Place,
  writing: Writing,
  isTight: boolean,
  old: readonly (TableCellJson | undefined)[] = [],
): string {
  const texts = (row.content ?? []).map((cell, index) => cellText(cell, old[index], place, writing))
  // A row of pipes alone is no row, and a backslash would take the pipe behind it.
  const canBeTight = texts.some((text) => text !== '') && texts.every((text) => !text.endsWith('\\'))
  if (isTight && canBeTight) return `|${texts.join('|')}|`
  // An empty cell is one blank wide.
  return `|${texts.map((text) => (text === '' ? ' ' : ` ${text} `)).join('|')}|`
}

function cellText(cell: TableCellJson, old: TableCellJson | undefined, place: Place, writing: Writing): string {
  return cell.content === undefined ? '' : writing.inline(cell, old, 'cell', place)
}
