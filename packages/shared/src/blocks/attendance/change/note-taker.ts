import type { DocJson, ListJson } from '../../../document/node.ts'
import type { Change } from '../../change/change.ts'
import { write } from '../../change/inline.ts'
import { frontMatterOf } from '../../matter/front-matter.ts'
import { setMatter } from '../../matter/write.ts'
import { nodeAt, samePath } from '../../path.ts'
import { commonPattern, type EntryPattern, type Named, writeEntry } from '../../people/entry-pattern.ts'
import { viewOf } from '../../reading/index.ts'
import type { Attendance } from '../attendance.ts'
import type { NotePlace } from '../note-names.ts'
import { notePlaces } from '../note-places.ts'
import { addNotePlace, handlesOf, type NoteTakerStyle, PLAIN_NOTE_TAKER } from './new-note-place.ts'
import { cellOf, itemOf, paragraphOf } from './nodes.ts'
import { patternIn, textAt, textIn } from './place.ts'
import { fill } from './series.ts'

/**
 * Says who takes the notes, in the place that the minutes have for it: the row, the line, the heading, the key. Where they have
 * none, one is made beside the attendance. `null`: nobody does, and the place waits.
 */
export function setNoteTaker(
  document: DocJson,
  attendances: readonly Attendance[],
  person: Named | null,
  style: NoteTakerStyle = PLAIN_NOTE_TAKER,
): readonly Change[] {
  const places = notePlaces(viewOf(document))
  const place = places.find(({ names }) => names.length > 0) ?? places[0]
  if (place !== undefined) return setAt(document, attendances, place, person)
  return person === null ? [] : addNotePlace(document, attendances, person, style)
}

function setAt(
  document: DocJson,
  attendances: readonly Attendance[],
  place: NotePlace,
  person: Named | null,
): readonly Change[] {
  const text = person === null ? '' : writeEntry(person, patternOf(document, attendances, place))
  const { path, row, at } = place
  switch (place.form) {
    case 'row':
      if (at === null) return [{ type: 'insert', path: [...path, row, 1], nodes: [cellOf(text)] }]
      return [write(at, text)]
    case 'words':
      // `Ann volunteers.` says nothing without the name.
      if (text === '') return [{ type: 'remove', path }]
      return [write(at!, text)]
    case 'line':
      return text === '' ? [write(at!, '')] : [fill(document, at!, [{ type: 'text', text }])]
    case 'list':
      return setInList(document, place, text)
    case 'matter':
      return setInMatter(document, place, person?.name ?? '')
  }
}

/** As the last note taker is written; else as people in the same table, or the handles of this group. */
export function patternOf(
  document: DocJson,
  attendances: readonly Attendance[],
  { names, form, path }: NotePlace,
): EntryPattern {
  const known = names.flatMap(({ value, at }) => {
    const attendee = attendances.flatMap(({ attendees }) => attendees).find(({ name }) => name === value)
    return at === null ? [] : [{ text: textIn(document, at), person: attendee ?? { name: value } }]
  })
  const isHandle = known.some(({ text, person }) => text === `@${person.name}`)
  if (isHandle) return '@{handle}'
  if (known.length > 0) return commonPattern(known) ?? '{name}'
  const beside = attendances.find(({ carrier }) => form === 'row' && samePath(carrier.path, path))
  return (beside && patternIn(document, beside)) ?? handlesOf(document, attendances) ?? '{name}'
}

/** One item with the name; those of others go. */
function setInList(document: DocJson, { path, names }: NotePlace, text: string): readonly Change[] {
  const list = nodeAt(document, path) as ListJson
  const taken = names.flatMap(({ at }) => (at === null ? [] : [at]))
  const [first, ...others] = taken
  if (first === undefined) {
    const item = itemOf(paragraphOf([{ type: 'text', text }]))
    return text === '' ? [] : [{ type: 'insert', path: [...path, list.content.length], nodes: [item] }]
  }
  const whole = { path: first.path, from: 0, to: textAt(document, first.path).length }
  return [
    write(text === '' ? whole : first, text),
    ...others.map(({ path: at }): Change => ({ type: 'remove', path: at.slice(0, path.length + 1) })),
  ]
}

function setInMatter(document: DocJson, { at }: NotePlace, name: string): readonly Change[] {
  const matter = frontMatterOf(document)
  const entry = matter?.entries.find(({ value }) => value.from === at?.from && value.to === at.to)
  if (entry === undefined) return []
  return name === ''
    ? [write({ ...entry.at, from: entry.at.from + entry.key.length + 1 }, '')]
    : setMatter(document, entry.key, name)
}
