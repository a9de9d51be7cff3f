import type { DocJson, InlineJson, ListItemJson, ListJson, TableCellJson, TableJson } from '../../../document/node.ts'
import type { Change } from '../../change/change.ts'
import { frontMatterOf } from '../../matter/front-matter.ts'
import { addMatterValue } from '../../matter/write.ts'
import { nextPath, nodeAt } from '../../path.ts'
import { type EntryPattern, type Named, PLAIN_ENTRY, writeEntry } from '../../people/entry-pattern.ts'
import { isPlaceholder } from '../../people/vocabulary.ts'
import { bareLines } from '../../reading/index.ts'
import type { Attendance } from '../attendance.ts'
import { type Column, columnsOf, textIn as textInRow } from '../columns.ts'
import { addGridCell } from './grid-cells.ts'
import { addHtmlItem } from './html-items.ts'
import { contentAt, marksIn, patternIn, textAt, textOfAll } from './place.ts'
import { addToSeries, fill } from './series.ts'

/**
 * Adds somebody to an attendance: in its form, written as its entries are. `usual` is how the group writes a person, for a place
 * that is still empty; `written` is the entry as it stood elsewhere, with all that it says.
 */
export function addAttendee(
  document: DocJson,
  attendance: Attendance,
  person: Named,
  { usual = PLAIN_ENTRY, written }: { readonly usual?: EntryPattern; readonly written?: readonly InlineJson[] } = {},
): readonly Change[] {
  const text = writeEntry(person, patternIn(document, attendance) ?? usual)
  const entry = written ?? [withMarks(document, attendance, text)]
  switch (attendance.form) {
    case 'list':
      return [addItem(document, attendance, entry)]
    case 'table':
      return addRow(document, attendance, person)
    case 'row':
      return attendance.end === null ? [addCell(attendance, entry)] : addToSeries(document, attendance, entry)
    case 'commas':
      return addToSeries(document, attendance, entry)
    case 'grid':
      return [addGridCell(document, attendance, entry)]
    case 'lines':
      return [addLine(document, attendance, entry)]
    case 'paragraphs':
      return [addParagraph(attendance, entry)]
    case 'matter':
      return addValue(document, attendance, written === undefined ? text : textOfAll(written))
    case 'html':
      return addHtmlItem(document, attendance, written === undefined ? text : textOfAll(written))
  }
}

function withMarks(document: DocJson, attendance: Attendance, text: string): InlineJson {
  const marks = marksIn(document, attendance)
  return marks.length === 0 ? { type: 'text', text } : { type: 'text', text, marks }
}

/** An item behind that of the last person; the empty one, or a placeholder, that is there for it. */
function addItem(document: DocJson, { carrier, attendees }: Attendance, entry: readonly InlineJson[]): Change {
  const list = nodeAt(document, carrier.path) as ListJson
  const waiting = list.content.findLastIndex((item) => isWaiting(item, attendees.length === 0))
  if (waiting >= 0) {
    const path = [...carrier.path, waiting, 0]
    return { type: 'text', at: { path, from: 0, to: textAt(document, path).length }, content: entry }
  }
  const last = attendees.at(-1)?.at.path[carrier.path.length] ?? list.content.length - 1
  const hasBoxes = typeof list.content[last]?.attrs?.checked === 'boolean'
  const item: ListItemJson = {
    type: 'listItem',
    ...(hasBoxes ? { attrs: { checked: true } } : {}),
    content: [{ type: 'paragraph', content: entry }],
  }
  return { type: 'insert', path: [...carrier.path, last + 1], nodes: [item] }
}

function isWaiting({ content }: ListItemJson, takesPlaceholder: boolean): boolean {
  const [first] = content
  if (content.length !== 1 || first?.type !== 'paragraph') return false
  const text = bareLines(first)
    .map((line) => line.text)
    .join(' ')
  return text.trim() === '' || (takesPlaceholder && isPlaceholder(text))
}

/** A row with what its columns ask for; an empty one that is there for it. */
function addRow(document: DocJson, attendance: Attendance, person: Named): readonly Change[] {
  const { path } = attendance.carrier
  const table = nodeAt(document, path) as TableJson
  const cells = cellsOf(document, attendance, table, person)
  const empty = table.content.findIndex(
    (row, index) => index > 0 && (row.content ?? []).every((_, column) => textInRow(row, column) === ''),
  )
  const row = table.content[empty]?.content
  if (row !== undefined && row.length >= cells.length) {
    return cells.flatMap((text, column): Change[] => {
      const at = { path: [...path, empty, column], from: 0, to: 0 }
      return text === '' ? [] : [{ type: 'text', at, content: [{ type: 'text', text }] }]
    })
  }
  const head = table.content[0]?.content ?? []
  const content = cells.map((text, column) => cellOf(text, head[column]))
  return [{ type: 'insert', path: [...path, table.content.length], nodes: [{ type: 'tableRow', content }] }]
}

function cellsOf(document: DocJson, attendance: Attendance, table: TableJson, person: Named): readonly string[] {
  const columns = columnsOf(table, true) ?? []
  const others = new Set<Column>(columns)
  // What has a column of its own is not said beside the name.
  const own = (['handle', 'initials', 'affiliation'] as const).reduce<Named>(
    (named, field) => (others.has(field) || person[field] === undefined ? named : { ...named, [field]: person[field] }),
    others.has('state') || person.note === undefined ? { name: person.name } : { name: person.name, note: person.note },
  )
  return columns.map((column, index) => {
    switch (column) {
      case 'name':
        return writeEntry(own, patternIn(document, attendance) ?? PLAIN_ENTRY)
      case 'handle':
        return person.handle === undefined ? '' : `${hasAt(table, index) ? '@' : ''}${person.handle}`
      case 'initials':
        return person.initials ?? ''
      case 'affiliation':
        return person.affiliation ?? ''
      case 'state':
        return person.note ?? usualState(attendance, table, index)
      case 'other':
        return ''
    }
  })
}

/** What the column says of others who are there: `yes`, `x`. */
function usualState({ attendees }: Attendance, table: TableJson, column: number): string {
  const rows = attendees.filter(({ state }) => state === 'present').map(({ at }) => table.content[at.path.at(-2)!]!)
  return rows.map((row) => textInRow(row, column)).find((text) => text !== '') ?? ''
}

function hasAt(table: TableJson, column: number): boolean {
  const written = table.content.slice(1).map((row) => textInRow(row, column))
  return !written.some((text) => text !== '' && !text.startsWith('@'))
}

function cellOf(text: string, head: TableCellJson | undefined): TableCellJson {
  const align = head?.attrs?.align ?? null
  return {
    type: 'tableCell',
    ...(align === null ? {} : { attrs: { align } }),
    ...(text === '' ? {} : { content: [{ type: 'text', text }] }),
  }
}

/** The cell beside the label, where the row has none yet. */
function addCell({ carrier }: Attendance, entry: readonly InlineJson[]): Change {
  return { type: 'insert', path: [...carrier.path, carrier.row, 1], nodes: [{ type: 'tableCell', content: entry }] }
}

/** A line behind that of the last person, broken off as the lines before it are. */
function addLine(document: DocJson, { attendees, end }: Attendance, entry: readonly InlineJson[]): Change {
  const last = attendees.at(-1)
  if (last === undefined) return fill(document, end!, entry)
  const { path } = last.at
  const text = textAt(document, path)
  const lineEnd = text.indexOf('\n', last.at.to)
  const to = lineEnd < 0 ? text.length : lineEnd
  const isHard = isHardBreak(contentAt(document, path), text.lastIndexOf('\n', last.at.from - 1))
  const line: readonly InlineJson[] = isHard ? [{ type: 'hardBreak' }] : [{ type: 'text', text: '\n' }]
  return { type: 'text', at: { path, from: to, to }, content: [...line, ...entry] }
}

/** A paragraph behind that of the last person; there is always one, or it would not be told from other text. */
function addParagraph({ attendees }: Attendance, entry: readonly InlineJson[]): Change {
  return { type: 'insert', path: nextPath(attendees.at(-1)!.at.path), nodes: [{ type: 'paragraph', content: entry }] }
}

function isHardBreak(content: readonly InlineJson[], offset: number): boolean {
  let at = 0
  for (const node of content) {
    if (at === offset && node.type === 'hardBreak') return true
    at += node.type === 'text' ? node.text.length : 1
  }
  return false
}

function addValue(document: DocJson, attendance: Attendance, text: string): readonly Change[] {
  const matter = frontMatterOf(document)
  const entry = matter?.entries.find(({ at }) => isIn(at, attendance))
  return matter === null || entry === undefined ? [] : [addMatterValue(matter, entry, text)]
}

/** Whether an entry of the front matter is that of this attendance. */
export function isIn(at: { readonly from: number; readonly to: number }, { end }: Attendance): boolean {
  return end !== null && at.from <= end.from && end.to <= at.to
}
