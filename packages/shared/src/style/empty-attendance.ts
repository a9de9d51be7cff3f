import type { Attendee } from '../blocks/attendance/attendance.ts'
import type { BlockJson, InlineJson, ParagraphJson, TableCellJson, TableRowJson } from '../document/node.ts'
import type { HouseStyle, Pattern } from './house-style.ts'
import { inlineOf } from './markdown-of.ts'
import type { Values } from './pattern.ts'

/** Somebody who is expected. */
export type Person = Pick<Attendee, 'name' | 'initials' | 'handle' | 'affiliation'>

/** The places for people and note taker before anybody has come, in the style's form; with those who are expected. */
export function emptyAttendance(
  { attendance, noteTaker }: HouseStyle,
  people: readonly Person[],
): readonly BlockJson[] {
  const entries = people.map((person) => inlineOf(attendance.entry, valuesOfPerson(person)))
  const taker: ParagraphJson[] =
    noteTaker.form === 'line' ? [{ type: 'paragraph', content: inlineOf(noteTaker.label) }] : []
  switch (attendance.form) {
    case 'list': {
      const items = entries.map((content) => ({ type: 'listItem' as const, content: [paragraphOf(content)] }))
      return [items.length === 0 ? { type: 'paragraph' } : { type: 'bulletList', content: items }, ...taker]
    }
    case 'table': {
      const head = rowOf(attendance.columns.map(({ text }) => inlineOf(text)))
      const rows = people.map((person) => rowOf(attendance.columns.map(({ entry }) => cellOf(entry, person))))
      return [{ type: 'table', content: [head, ...rows] }, ...taker]
    }
    case 'row': {
      const labels = attendance.labels.map(({ text }, index) =>
        rowOf([inlineOf(text), index === 0 ? joined(entries) : []]),
      )
      const last = noteTaker.form === 'row' ? [rowOf([inlineOf(noteTaker.label), []])] : []
      return [{ type: 'table', content: [rowOf([[], []]), ...labels, ...last] }]
    }
    case 'commas':
    case 'lines': {
      const lines = attendance.labels.map(({ text }, index): ParagraphJson => {
        const names = index === 0 ? entries : []
        return paragraphOf(attendance.form === 'commas' ? commas(text, names) : lineEach(text, names))
      })
      return [...lines, ...taker]
    }
    case 'matter':
      return taker
  }
}

/** What the places of an entry stand for. */
export function valuesOfPerson({ name, initials, handle, affiliation }: Person): Values {
  return { name, initials, handle, affiliation, first: name.split(/\s+/)[0] }
}

function cellOf(entry: Pattern, person: Person): readonly InlineJson[] {
  return inlineOf(entry, valuesOfPerson(person))
}

function paragraphOf(content: readonly InlineJson[]): ParagraphJson {
  return content.length === 0 ? { type: 'paragraph' } : { type: 'paragraph', content }
}

function rowOf(cells: readonly (readonly InlineJson[])[]): TableRowJson {
  const content = cells.map((cell): TableCellJson => ({
    type: 'tableCell',
    ...(cell.length > 0 ? { content: cell } : {}),
  }))
  return { type: 'tableRow', content }
}

function commas(label: string, entries: readonly (readonly InlineJson[])[]): readonly InlineJson[] {
  const names = joined(entries)
  if (label === '' || names.length === 0) return [...inlineOf(label), ...names]
  return [...inlineOf(label), { type: 'text', text: ' ' }, ...names]
}

function lineEach(label: string, entries: readonly (readonly InlineJson[])[]): readonly InlineJson[] {
  const lines = label === '' ? entries : [inlineOf(label), ...entries]
  return lines.flatMap((line, index) => (index === 0 ? line : [{ type: 'hardBreak' as const }, ...line]))
}

function joined(entries: readonly (readonly InlineJson[])[]): readonly InlineJson[] {
  return entries.flatMap((entry, index) => (index === 0 ? entry : [{ type: 'text' as const, text: ', ' }, ...entry]))
}
