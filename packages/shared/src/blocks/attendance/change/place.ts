import type { DocJson, InlineJson, MarkJson } from '../../../document/node.ts'
import { isSamePerson } from '../../../meeting/index.ts'
import { sliceInline } from '../../change/inline.ts'
import { nodeAt, type Path, type Span } from '../../path.ts'
import { commonPattern, type EntryPattern } from '../../people/entry-pattern.ts'
import { bareLines } from '../../reading/index.ts'
import type { Attendance, Attendee } from '../attendance.ts'

/** The inline content of a text block, or the text of a raw one. */
export function contentAt(document: DocJson, path: Path): readonly InlineJson[] {
  const node = nodeAt(document, path)
  return node !== undefined && 'content' in node ? ((node.content ?? []) as readonly InlineJson[]) : []
}

/** The text of a text block, every break as a line end, so that its places are those of spans. */
export function textAt(document: DocJson, path: Path): string {
  const node = nodeAt(document, path)
  if (node?.type === 'rawBlock') return node.content?.[0]?.text ?? ''
  if (node?.type !== 'paragraph' && node?.type !== 'heading' && node?.type !== 'tableCell') return ''
  return bareLines(node)
    .map(({ text }) => text)
    .join('\n')
}

export function textIn(document: DocJson, { path, from, to }: Span): string {
  return textAt(document, path).slice(from, to)
}

export function contentIn(document: DocJson, { path, from, to }: Span): readonly InlineJson[] {
  return sliceInline(contentAt(document, path), from, to)
}

/** How the entries of an attendance are written; null where there are none to learn from. */
export function patternIn(document: DocJson, { attendees }: Attendance): EntryPattern | null {
  return commonPattern(attendees.map((person) => ({ text: textIn(document, person.at), person })))
}

/** The marks that the last entry has as a whole, such as bold; a link is its own. */
export function marksIn(document: DocJson, { attendees }: Attendance): readonly MarkJson[] {
  const last = attendees.at(-1)
  const nodes = last === undefined ? [] : contentIn(document, last.at)
  const [first, ...rest] = nodes.map((node) => (node.type === 'text' ? (node.marks ?? []) : []))
  return (first ?? []).filter(
    ({ type }) => type !== 'link' && type !== 'raw' && rest.every((marks) => marks.some((mark) => mark.type === type)),
  )
}

/** The same entry in a newer reading, or another object of it. */
export function isEntryOf(attendance: Attendance, attendee: Attendee): boolean {
  return attendance.attendees.some(
    (each) =>
      each === attendee ||
      (isSamePerson(each, attendee) &&
        each.at.from === attendee.at.from &&
        each.at.path.join() === attendee.at.path.join()),
  )
}

export function textOfAll(content: readonly InlineJson[]): string {
  return content.map((node) => (node.type === 'text' ? node.text : ' ')).join('')
}
