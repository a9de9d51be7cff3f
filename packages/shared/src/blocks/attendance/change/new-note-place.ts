import type { DocJson, InlineJson, TableCellJson } from '../../../document/node.ts'
import type { Change } from '../../change/change.ts'
import { frontMatterOf } from '../../matter/front-matter.ts'
import { appendLine, setMatter } from '../../matter/write.ts'
import { nextPath, nodeAt, type Path, samePath } from '../../path.ts'
import { type EntryPattern, type Named, writeEntry } from '../../people/entry-pattern.ts'
import { isMarked, type Line, viewOf } from '../../reading/index.ts'
import type { Attendance } from '../attendance.ts'
import { labelOf } from '../label.ts'
import { belowTitle, cellOf, inlineOf, itemOf, lineOf, textOf } from './nodes.ts'
import { patternIn, textAt } from './place.ts'

/** How a group names its note taker, where the minutes have no place for it yet. */
export interface NoteTakerStyle {
  readonly label: string
  /** The key in front matter. */
  readonly key: string
}

export const PLAIN_NOTE_TAKER: NoteTakerStyle = { label: 'Note taker', key: 'note_taker' }

/** Beside the attendance, in the manner of what stands there; without one below the title. */
export function addNotePlace(
  document: DocJson,
  attendances: readonly Attendance[],
  person: Named,
  style: NoteTakerStyle,
): readonly Change[] {
  const attendance = attendances.find(({ state }) => state === 'present') ?? attendances[0]
  const name = writeEntry(person, handlesOf(document, attendances) ?? '{name}')
  if (attendance === undefined)
    return [{ type: 'insert', path: [belowTitle(document)], nodes: [lineOf(style.label, name, true)] }]
  const { carrier, form } = attendance
  switch (form) {
    case 'row':
      return [addTableRow(document, attendance, style.label, name)]
    case 'matter':
      return addKey(document, attendance, style.key, name)
    case 'commas':
    case 'lines':
      return [addLabelled(document, attendance, style.label, name)]
    case 'paragraphs':
      return [
        {
          type: 'insert',
          path: nextPath(attendance.attendees.at(-1)!.at.path),
          nodes: [lineOf(style.label, name, true)],
        },
      ]
    case 'list':
    case 'table':
    case 'grid':
    case 'html': {
      const item = itemAround(document, carrier.path)
      if (item !== null)
        return [{ type: 'insert', path: item.after, nodes: [itemOf(lineOf(style.label, name, item.isBold))] }]
      return [{ type: 'insert', path: nextPath(carrier.path), nodes: [lineOf(style.label, name, true)] }]
    }
  }
}

function addTableRow(document: DocJson, { carrier }: Attendance, label: string, name: string): Change {
  const table = nodeAt(document, carrier.path)
  const first = table?.type === 'table' ? table.content[carrier.row]?.content?.[0]?.content?.[0] : undefined
  const marks = first?.type === 'text' ? first.marks : undefined
  const head: TableCellJson = { type: 'tableCell', content: [textOf(label, marks)] }
  const rows = table?.type === 'table' ? table.content.length : 0
  return { type: 'insert', path: [...carrier.path, rows], nodes: [{ type: 'tableRow', content: [head, cellOf(name)] }] }
}

function addKey(document: DocJson, { end }: Attendance, key: string, name: string): readonly Change[] {
  const matter = frontMatterOf(document)
  if (matter === null) return setMatter(document, key, name)
  const entry = matter.entries.find(({ at }) => end !== null && at.from <= end.from && end.to <= at.to)
  return [appendLine(matter, `${key}: ${name}`, entry)]
}

/** A line below those of the attendance if others stand there too; else a paragraph, or an item, of its own. */
function addLabelled(document: DocJson, { carrier }: Attendance, label: string, name: string): Change {
  const lines = linesAt(document, carrier.path)
  const isBold = hasBoldLabel(lines[carrier.row])
  const item = carrier.path.slice(0, -1)
  if (nodeAt(document, item)?.type === 'listItem') {
    return { type: 'insert', path: nextPath(item), nodes: [itemOf(lineOf(label, name, isBold))] }
  }
  const node = nodeAt(document, carrier.path)
  const labelled = lines.filter((line) => labelOf(line) !== null)
  if (labelled.length < 2 || node?.type !== 'paragraph') {
    return { type: 'insert', path: nextPath(carrier.path), nodes: [lineOf(label, name, isBold)] }
  }
  const isHard = (node.content ?? []).some(({ type }) => type === 'hardBreak')
  const end = textAt(document, carrier.path).length
  const content: InlineJson[] = [
    isHard ? { type: 'hardBreak' } : { type: 'text', text: '\n' },
    ...inlineOf(label, name, isBold),
  ]
  return { type: 'text', at: { path: carrier.path, from: end, to: end }, content }
}

function linesAt(document: DocJson, path: Path): readonly Line[] {
  return viewOf(document).lines.filter((line) => samePath(line.path, path))
}

function hasBoldLabel(line: Line | undefined): boolean {
  const label = line && labelOf(line)
  return line !== undefined && label !== null && label !== undefined && isMarked(line, 'bold', 0, label.rest)
}

/** `- **Attendees:**` around a nested list: where the next item of that list goes. */
function itemAround(document: DocJson, path: Path): { readonly after: Path; readonly isBold: boolean } | null {
  const item = path.slice(0, -1)
  if (nodeAt(document, item)?.type !== 'listItem') return null
  const first = nodeAt(document, [...item, 0])
  const node = first?.type === 'paragraph' ? first.content?.[0] : undefined
  return {
    after: nextPath(item),
    isBold: node?.type === 'text' && node.marks?.some(({ type }) => type === 'bold') === true,
  }
}

/** `@{handle}`, where people are listed by nothing else. */
export function handlesOf(document: DocJson, attendances: readonly Attendance[]): EntryPattern | null {
  const pattern = attendances[0] && patternIn(document, attendances[0])
  return pattern === '@{handle}' ? pattern : null
}
