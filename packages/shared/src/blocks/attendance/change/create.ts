import type { BlockJson, DocJson, InlineJson, TableCellJson } from '../../../document/node.ts'
import type { Change } from '../../change/change.ts'
import { frontMatterOf } from '../../matter/front-matter.ts'
import { appendLine, matterWith, scalar } from '../../matter/write.ts'
import { type EntryPattern, type Named, PLAIN_ENTRY, writeEntry } from '../../people/entry-pattern.ts'
import { bareLines, viewOf } from '../../reading/index.ts'
import type { AttendanceForm } from '../attendance.ts'
import type { Column } from '../columns.ts'
import { senseOf } from '../heads.ts'
import { notePlaces } from '../note-places.ts'
import { belowFacts, cellOf, itemOf, paragraphOf, rowOf, textOf } from './nodes.ts'

/** What announces a new attendance. In a row it is the first cell, in front matter the key. */
export type AttendanceHead =
  | { readonly kind: 'heading'; readonly text: string; readonly level: number }
  | { readonly kind: 'label'; readonly text: string; readonly isBold: boolean }

/** How a group writes its attendance. A house style fills it. */
export interface AttendanceStyle {
  readonly form: Exclude<AttendanceForm, 'html' | 'paragraphs' | 'grid'>
  readonly head: AttendanceHead
  readonly entry: EntryPattern
  /** Of a table with a row for each person. */
  readonly columns: readonly { readonly text: string; readonly holds: Column }[]
  /** The label of the note taker, where it stands with the attendance: a row below it, a line of its own. */
  readonly noteTaker: string | null
}

export const PLAIN_ATTENDANCE: AttendanceStyle = {
  form: 'list',
  head: { kind: 'heading', text: 'Attendees', level: 2 },
  entry: PLAIN_ENTRY,
  columns: [
    { text: 'Name', holds: 'name' },
    { text: 'Organization', holds: 'affiliation' },
  ],
  noteTaker: null,
}

/** A new attendance as nodes, with these people, or with the place for the first one. */
export function newAttendance(style: AttendanceStyle, people: readonly Named[] = []): readonly BlockJson[] {
  const entries = people.map((person) => writeEntry(person, style.entry))
  const notes = style.noteTaker === null || style.form === 'row' ? [] : [paragraphOf([label(style.noteTaker, true)])]
  switch (style.form) {
    case 'list': {
      const items = (entries.length === 0 ? [''] : entries).map((text) => itemOf(paragraphOf(words(text))))
      return [headOf(style.head), { type: 'bulletList', content: items }, ...notes]
    }
    case 'table': {
      const head = style.columns.map(({ text }) => cellOf(text))
      const hasState = style.columns.some(({ holds }) => holds === 'state')
      const rows = people.map((person) =>
        rowOf(...style.columns.map(({ holds }) => cellIn(person, holds, style.entry, hasState))),
      )
      return [headOf(style.head), { type: 'table', content: [rowOf(...head), ...rows] }, ...notes]
    }
    case 'row': {
      const names = rowOf(cellOf(style.head.text), cellOf(entries.join(', ')))
      const taker = style.noteTaker === null ? [] : [rowOf(cellOf(style.noteTaker), cellOf(''))]
      return [{ type: 'table', content: [rowOf(cellOf(''), cellOf('')), names, ...taker] }]
    }
    case 'commas':
      return [...series(style.head, words(entries.join(', ')), [{ type: 'text', text: ' ' }]), ...notes]
    case 'lines': {
      const lines = entries.flatMap((text, index) => (index === 0 ? words(text) : [BREAK, ...words(text)]))
      return [...series(style.head, lines, [BREAK]), ...notes]
    }
    case 'matter':
      return [matterWith(matterSource(style, entries))]
  }
}

const BREAK: InlineJson = { type: 'hardBreak' }

/**
 * Puts a new attendance into minutes: into their front matter, below a heading that waits for it, or below the title and what
 * stands there of the meeting.
 */
export function insertAttendance(
  document: DocJson,
  style: AttendanceStyle,
  people: readonly Named[] = [],
): readonly Change[] {
  const matter = frontMatterOf(document)
  if (style.form === 'matter' && matter !== null) {
    return [
      appendLine(
        matter,
        matterSource(
          style,
          people.map((person) => writeEntry(person, style.entry)),
        ),
      ),
    ]
  }
  // Minutes that already have a place for the note taker get no second one.
  const hasTaker = notePlaces(viewOf(document)).length > 0
  const nodes = newAttendance(hasTaker ? { ...style, noteTaker: null } : style, people)
  const waiting = style.form === 'matter' ? -1 : waitingHeading(document)
  if (waiting < 0) return [{ type: 'insert', path: [style.form === 'matter' ? 0 : belowFacts(document)], nodes }]
  const isHeaded = style.head.kind === 'heading' && (style.form === 'list' || style.form === 'table')
  return [{ type: 'insert', path: [waiting + 1], nodes: isHeaded ? nodes.slice(1) : nodes }]
}

/** A heading such as `## Attendees` with nothing below it. */
function waitingHeading({ content }: DocJson): number {
  return content.findIndex((node, index) => {
    const next = content[index + 1]
    const isBlank = next?.type === 'paragraph' && (next.content ?? []).length === 0
    const isEmpty = next === undefined || isBlank || next.type === 'heading' || next.type === 'horizontalRule'
    return node.type === 'heading' && isEmpty && senseOf(bareLines(node)[0]!.text)?.strength === 'sure'
  })
}

function headOf(head: AttendanceHead): BlockJson {
  if (head.kind === 'heading') return { type: 'heading', attrs: { level: head.level }, content: words(head.text) }
  return paragraphOf([label(head.text, head.isBold)])
}

/** Behind the label, or in a paragraph below the heading. */
function series(
  head: AttendanceHead,
  names: readonly InlineJson[],
  between: readonly InlineJson[],
): readonly BlockJson[] {
  if (head.kind === 'heading') return [headOf(head), ...(names.length === 0 ? [] : [paragraphOf(names)])]
  return [paragraphOf([label(head.text, head.isBold), ...(names.length === 0 ? [] : [...between, ...names])])]
}

function label(text: string, isBold: boolean): InlineJson {
  return textOf(/[:：]$/.test(text) ? text : `${text}:`, isBold ? [{ type: 'bold' }] : undefined)
}

function words(text: string): readonly InlineJson[] {
  return text === '' ? [] : [{ type: 'text', text }]
}

function cellIn(person: Named, column: Column, entry: EntryPattern, hasState: boolean): TableCellJson {
  switch (column) {
    case 'name':
      return cellOf(person.note === undefined || hasState ? person.name : `${person.name} (${person.note})`)
    case 'handle':
      return cellOf(
        person.handle === undefined
          ? ''
          : entry.includes('{handle}') && !entry.includes('@')
            ? person.handle
            : `@${person.handle}`,
      )
    case 'initials':
      return cellOf(person.initials ?? '')
    case 'affiliation':
      return cellOf(person.affiliation ?? '')
    case 'state':
      return cellOf(person.note ?? '')
    case 'other':
      return cellOf('')
  }
}

function matterSource({ head }: AttendanceStyle, entries: readonly string[]): string {
  const key = head.text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '_')
  return [`${key}:`, ...entries.map((entry) => `- ${scalar(entry)}`)].join('\n')
}
