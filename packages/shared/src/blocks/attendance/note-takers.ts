import type { TableJson } from '../../document/node.ts'
import { type FrontMatter, frontMatterOf } from '../matter/front-matter.ts'
import { isNext, type Path, type Span } from '../path.ts'
import { fold } from '../people/fold.ts'
import { type Passage, passageOf, spanOf } from '../people/passage.ts'
import { readEntries, readSeries } from '../people/people.ts'
import { isLikeSentence } from '../people/vocabulary.ts'
import { bareLines, type Block, type Head, type Line, spanIn, type View } from '../reading/index.ts'
import { headsOver } from './above.ts'
import type { Attendance, Attendee, NoteTaker } from './attendance.ts'
import { textIn } from './columns.ts'
import { labelOf, segmentsOf } from './label.ts'
import { wordsOfKey } from './matter.ts'
import { mentionsIn } from './mentions.ts'
import { isAboutAnother, isNoteHead, isRoleSection, type NoteLabel, noteLabelOf } from './note-label.ts'

/** Where the minutes say who takes the notes, or wait for it. */
export interface NotePlace {
  /** A label in a line or heading; a row of a table; a list; a key of the front matter; words in a sentence or below a name. */
  readonly form: 'line' | 'row' | 'list' | 'matter' | 'words'
  /** The paragraph, heading, table, list or front matter. */
  readonly path: Path
  /** The row, where it is one of a table. */
  readonly row: number
  readonly names: readonly NoteTaker[]
  /** What is replaced when somebody else takes over; empty while nobody does. Null where the cell or item is still missing. */
  readonly at: Span | null
}

/** Whom the minutes name as note taker, scribe or secretary, each once. */
export function recogniseNoteTakers(view: View, attendances: readonly Attendance[]): readonly NoteTaker[] {
  const said = notePlaces(view).flatMap(({ names }) => names)
  const marked = attendances.flatMap(({ attendees }) => attendees.filter(({ takesNotes }) => takesNotes))
  const seen = new Set<string>()
  return [...said, ...marked.map(takerOf)].filter(({ value }) => {
    const key = fold(value)
    return !seen.has(key) && seen.add(key)
  })
}

function takerOf({ name, at }: Attendee): NoteTaker {
  return { value: name, at }
}

/** Every place in which note takers are named or to be named, in the order of the minutes. */
export function notePlaces(view: View): readonly NotePlace[] {
  const places: NotePlace[] = []
  for (const block of view.blocks) {
    if (block.role === null) places.push(...placesIn(view, block))
  }
  return places
}

const NONE: readonly NotePlace[] = []

function placesIn(view: View, block: Block): readonly NotePlace[] {
  const { node, heads } = block
  if (isAboutAnother(heads)) return NONE
  switch (node.type) {
    case 'paragraph':
    case 'heading': {
      const labelled =
        mentionsIn(node).notes && !isAboutAnother(headsOfList(view, block)) ? placesInLines(view, block) : NONE
      return labelled.length > 0 || !isCalled(block) ? labelled : several(volunteerIn(block))
    }
    case 'bulletList':
    case 'orderedList':
      return isCalled(block) ? several(volunteersOf(block)) : NONE
    case 'table':
      return placesInTable(block, node)
    case 'rawBlock': {
      const matter = node.attrs.kind === 'yaml' ? frontMatterOf(view.document) : null
      return matter === null ? [] : placesInMatter(matter)
    }
    case 'blockquote':
    case 'codeBlock':
    case 'horizontalRule':
      return []
  }
}

/** What stands over the list that a block is an item of. */
function headsOfList(view: View, { item, heads }: Block): readonly Head[] {
  return item === null ? [] : headsOver(view, { path: item.list, heads })
}

function several(place: NotePlace | null): readonly NotePlace[] {
  return place === null ? NONE : [place]
}

/** Whether the innermost head over a block asks for note takers. */
function isCalled({ heads, node, item, path }: Block): boolean {
  const inner = heads.at(-1)
  if (inner === undefined || node.type === 'heading' || (inner.kind === 'item') !== (item !== null)) return false
  return isNoteHead(inner) && (inner.kind !== 'label' || isNext(inner.path, path))
}

function placesInLines(view: View, block: Block): NotePlace[] {
  const lines = segmentsOf(block.lines)
  return lines.flatMap((line, index) => placeInLine(view, { ...block, lines }, line, index) ?? [])
}

function placeInLine(view: View, block: Block, line: Line, index: number): NotePlace | null {
  const { path } = block
  const label = labelOf(line)
  const sense = label && noteLabelOf(label.text, isRoleSection(line.heads))
  if (label && sense) {
    const names = namesIn(passageOf([line], label.rest))
    if (sense.isWeak && !(names.length > 0 && names.every(isFullName))) return null
    const isUnclear = sense.isShared && names.length > 1
    const at = spanIn(line, label.rest)
    if (names.length > 0) return { form: 'line', path, row: line.row, names: isUnclear ? [] : names, at }
    return isFollowed(view, block, index) || !/[:：]/.test(line.text)
      ? below(block, index)
      : { form: 'line', path, row: line.row, names, at }
  }
  return wordsIn(block, line, index)
}

/** `**Scribe:**` and the names in the next lines. */
function below(block: Block, index: number): NotePlace | null {
  const next = block.lines[index + 1]
  if (next === undefined || labelOf(next) !== null) return null
  const names = namesIn(passageOf([next]))
  return names.length === 0 ? null : { form: 'line', path: block.path, row: next.row, names, at: spanIn(next) }
}

/** Whether what the label announces stands below it. */
function isFollowed(view: View, block: Block, index: number): boolean {
  if (index < block.lines.length - 1) return labelOf(block.lines[index + 1]!) === null
  const next = view.blocks[view.blocks.findIndex(({ path }) => path === block.path) + 1]
  return (
    next !== undefined &&
    next.node.type !== 'heading' &&
    next.heads.some(({ path }) => path === block.path) &&
    isCalled(next)
  )
}

const SIGNED =
  /^(?:(?:recording|meeting|acting|minutes?)\s+)?(?:secretary|scribe|note[- ]?taker|recorder)(?:\s+(?:of|for|to)\s+(?:the\s+|this\s+)?[\p{L}\s]+)?\.?$/iu
const TAKEN =
  /^(?:the\s+)?(?:minutes|notes)\s+(?:(?:were|was|are)\s+)?(?:(?:taken|recorded|written|prepared|submitted|kept)\s+)?by\s+(.+?)\.?$|^scribed\s+by\s+(.+?)\.?$/i

/** `Notes taken by Ann.`, or `Secretary of the meeting` in the line below a name. */
function wordsIn(block: Block, line: Line, index: number): NotePlace | null {
  const { text } = line
  const taken = TAKEN.exec(text.trim())
  const before = block.lines[index - 1]
  const isSigned = SIGNED.test(text.trim()) && before !== undefined && labelOf(before) === null
  const source = taken ? passageFor(line, (taken[1] ?? taken[2])!) : isSigned ? passageOf([before]) : null
  if (source === null) return null
  const names = namesIn(source)
  if (names.length === 0 || (isSigned && !/\p{Lu}.*\s/u.test(source.text))) return null
  return {
    form: 'words',
    path: block.path,
    row: line.row,
    names,
    at: spanOf(source, { from: 0, to: source.text.length }),
  }
}

function passageFor(line: Line, part: string): Passage {
  const begin = line.text.indexOf(part)
  const { text, ...rest } = passageOf([line], begin)
  return { ...rest, text: text.slice(0, part.length) }
}

const VOLUNTEERS =
  /^(.+?)\s+(?:has\s+|have\s+|will\s+|is\s+|are\s+)?(?:volunteer(?:s|ed|ing)?|tak(?:e|es|ing)\s+(?:the\s+)?notes|to\s+take\s+notes|scrib(?:e|es|ing))\b/i
const NOBODY = /\b(?:chairs?|nobody|no one|none|someone|anyone|i|we|you|who|please)\b/i

/** `Ann Bell volunteers.`, or the bare names, in the paragraph below a call for note takers. */
function volunteerIn(block: Block): NotePlace | null {
  const [line] = block.lines
  if (line === undefined || block.lines.length > 1) return null
  const label = labelOf(line)
  if (label !== null && !/^volunteers?$/i.test(label.text)) return null
  const volunteer = VOLUNTEERS.exec(line.text.trim())?.[1]
  const source = volunteer === undefined ? passageOf([line], label?.rest) : passageFor(line, volunteer)
  const names = NOBODY.test(source.text) ? [] : namesIn({ ...source, text: source.text.replace(/[.!]$/, ' ') })
  if (names.length === 0 || names.some(({ value }) => !/\p{Lu}/u.test(value))) return null
  return { form: 'words', path: block.path, row: 0, names, at: spanOf(source, { from: 0, to: source.text.length }) }
}

/** The items of a list below such a call. */
function volunteersOf({ node, path }: Block): NotePlace | null {
  if (node.type !== 'bulletList' && node.type !== 'orderedList') return null
  const passages = node.content.flatMap((item, index): Passage[] => {
    const first = item.content[0]
    if (first?.type !== 'paragraph') return []
    const { text, from, pieces } = bareLines(first)[0]!
    return [{ path: [...path, index, 0], from, text, pieces }]
  })
  const { attendees, others } = readEntries(passages, 'present')
  if (others > 0 || attendees.length > MOST) return null
  return { form: 'list', path, row: 0, names: attendees.map(takerOf), at: null }
}

function placesInTable({ path }: Block, { content }: TableJson): NotePlace[] {
  const found = content.flatMap((row, index): NotePlace[] => {
    if (!isFirm(noteLabelOf(textIn(row, 0), false))) return []
    const cell = row.content?.[1]
    if (cell === undefined) return [{ form: 'row', path, row: index, names: [], at: null }]
    const place = cellAt(cell, [...path, index, 1])
    return index === 0 && isColumnHead(content) ? [] : [{ form: 'row', path, row: index, ...place }]
  })
  if (found.length > 0 || content.length !== 2) return found
  return (content[0]!.content ?? []).flatMap((_, column): NotePlace[] => {
    const cell = content[1]!.content?.[column]
    if (cell === undefined || !isFirm(noteLabelOf(textIn(content[0]!, column), false))) return []
    return [{ form: 'row', path, row: 1, ...cellAt(cell, [...path, 1, column]) }]
  })
}

/** `| Scribe | Chair |` above their names. */
function isColumnHead([head]: TableJson['content']): boolean {
  return head !== undefined && namesIn({ path: [], from: 0, text: textIn(head, 1), pieces: [] }).length === 0
}

function cellAt(cell: Parameters<typeof bareLines>[0], path: Path): Pick<NotePlace, 'names' | 'at'> {
  const { text, from, pieces } = bareLines(cell)[0]!
  return { names: namesIn({ path, from, text, pieces }), at: { path, from, to: from + text.length } }
}

function placesInMatter({ entries, path }: FrontMatter): NotePlace[] {
  return entries.flatMap((entry): NotePlace[] => {
    if (!isFirm(noteLabelOf(wordsOfKey(entry.key), false)) || entry.form === 'other') return []
    const names = entry.values.flatMap(({ text, at }) => namesIn({ path, from: at.from, text, pieces: [] }))
    return [{ form: 'matter', path, row: 0, names, at: entry.value }]
  })
}

function isFirm(label: NoteLabel | null): boolean {
  return label !== null && !label.isWeak
}

function isFullName({ value }: NoteTaker): boolean {
  return /^\p{Lu}\S*\s+\p{Lu}/u.test(value)
}

const MOST = 8

/** The names behind a label, `Ann, then Bob`; none where it says anything else. */
function namesIn(passage: Passage): readonly NoteTaker[] {
  if (/https?:|www\./.test(passage.text)) return []
  const text = passage.text.replace(/\s*(?:->|→|\/)\s*|,?\s+(?:then|followed by|and then)\s+/g, (parts) =>
    ','.padEnd(parts.length),
  )
  const { attendees, others } = readSeries({ ...passage, text }, 'present')
  if (others > 0 || attendees.length > MOST || attendees.some(({ name }) => isLikeSentence(name))) return []
  return attendees.map(takerOf)
}
