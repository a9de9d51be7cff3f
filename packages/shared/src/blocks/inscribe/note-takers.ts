import type { DocJson, InlineJson, ListJson } from '../../document/node.ts'
import { isSamePerson } from '../../meeting/index.ts'
import type { Attendance, Attendee, NoteTaker } from '../attendance/attendance.ts'
import { addNotePlace, handlesOf, type NoteTakerStyle, PLAIN_NOTE_TAKER } from '../attendance/change/new-note-place.ts'
import { cellOf, itemOf, paragraphOf } from '../attendance/change/nodes.ts'
import { patternOf } from '../attendance/change/note-taker.ts'
import { contentIn, textIn } from '../attendance/change/place.ts'
import { fill } from '../attendance/change/series.ts'
import type { NotePlace } from '../attendance/note-names.ts'
import { notePlaces } from '../attendance/note-places.ts'
import { recogniseAttendance } from '../attendance/recognise.ts'
import type { Change } from '../change/change.ts'
import { behind, write } from '../change/inline.ts'
import { frontMatterOf } from '../matter/front-matter.ts'
import { addMatterValue, setMatter } from '../matter/write.ts'
import { nodeAt } from '../path.ts'
import { type Named, writeEntry } from '../people/entry-pattern.ts'
import { readPerson } from '../people/person.ts'
import { Roster } from '../people/roster.ts'
import { viewOf } from '../reading/index.ts'

/**
 * Brings those who took notes, in the order in which they did, into the place that the minutes have for them, or a new one in
 * house style. Names that people have written there stay where they are; what is said elsewhere is not said again.
 */
export function noteTakers(
  document: DocJson,
  people: readonly Named[],
  style: NoteTakerStyle = PLAIN_NOTE_TAKER,
): readonly Change[] {
  const view = viewOf(document)
  const attendances = recogniseAttendance(view)
  const places = notePlaces(view)
  const naming = new Naming(document, attendances)
  const takers = people.map((person) => naming.known(person))
  const place = places.find(({ names }) => names.length > 0) ?? places[0]
  const elsewhere = places.filter((each) => each !== place).flatMap(({ names }) => names)
  const marked = attendances.flatMap(({ attendees }) => attendees.filter(({ takesNotes }) => takesNotes))
  const missing = takers.filter(
    (person) =>
      !naming.has([...elsewhere, ...(place?.names ?? [])], person) &&
      !marked.some((each) => isSamePerson(each, person)),
  )
  if (place !== undefined) return naming.write(place, takers, missing)
  if (missing.length === 0) return []
  const word = markOf(document, marked)
  const listed = missing.map((person) => naming.entryOf(person))
  if (word !== null && listed.every((entry) => entry !== undefined)) {
    return listed.map(({ at }) => write(behind(at), ` (${word})`))
  }
  const [first, ...others] = missing
  const pattern = handlesOf(document, attendances) ?? '{name}'
  // They are written as one name is; the pattern is applied here, so that it is not applied to all of them.
  const name = [first!, ...others].map((person) => writeEntry(person, pattern)).join(', ')
  return addNotePlace(document, attendances, { name }, style)
}

/** How entries of the attendance say that somebody takes notes: `scribe`. */
function markOf(document: DocJson, marked: readonly Attendee[]): string | null {
  const words = marked.map(({ at }) => /[([]([^()[\]]+)[)\]]\s*$/.exec(textIn(document, at))?.[1])
  return words.find((word) => word !== undefined && !/[,;]/.test(word)) ?? null
}

class Naming {
  readonly #document: DocJson
  readonly #attendances: readonly Attendance[]
  readonly #roster: Roster

  constructor(document: DocJson, attendances: readonly Attendance[]) {
    this.#document = document
    this.#attendances = attendances
    this.#roster = new Roster(attendances.flatMap(({ attendees }) => attendees))
  }

  entryOf(person: Named): Attendee | undefined {
    return this.#roster.attendees.find((entry) => isSamePerson(entry, person))
  }

  /** With what the attendance says of them. */
  known(person: Named): Named {
    const { affiliation, handle, initials } = this.entryOf(person) ?? {}
    return {
      ...(initials === undefined ? {} : { initials }),
      ...(handle === undefined ? {} : { handle }),
      ...(affiliation === undefined ? {} : { affiliation }),
      ...person,
    }
  }

  has(names: readonly NoteTaker[], person: Named): boolean {
    return names.some((name) => this.#isNamed(name, person))
  }

  #isNamed({ value, at }: NoteTaker, person: Named): boolean {
    const written = this.#textOf({ value, at })
    if (isSamePerson({ name: value }, person)) return true
    if (written.startsWith('@') && isSamePerson({ name: value, handle: value }, person)) return true
    const who = this.#roster.resolve(written)
    const meant = who.state === 'one' ? who : this.#roster.resolve(value)
    return (
      meant.state === 'one' && isSamePerson({ name: meant.name }, { name: this.entryOf(person)?.name ?? person.name })
    )
  }

  /** Their names stand in their order where names of theirs stand already, and go on behind all names. */
  write(place: NotePlace, takers: readonly Named[], missing: readonly Named[]): readonly Change[] {
    const { names } = place
    if (names.length === 0) return this.#begin(place, missing)
    const own = names.filter((name) => takers.some((person) => this.#isNamed(name, person)))
    const pattern = patternOf(this.#document, this.#attendances, place)
    const wanted = takers.flatMap((person): (NoteTaker | string)[] => {
      const name = own.find((each) => this.#isNamed(each, person))
      if (name !== undefined) return [name]
      return missing.includes(person) ? [writeEntry(person, pattern)] : []
    })
    const texts = wanted.slice(own.length).map((each) => (typeof each === 'string' ? each : this.#textOf(each)))
    return [...own.flatMap(({ at }, index) => this.#replace(at, wanted[index])), ...this.#append(place, texts)]
  }

  #replace(at: NoteTaker['at'], wanted: NoteTaker | string | undefined): readonly Change[] {
    if (at === null || wanted === undefined) return []
    if (typeof wanted === 'string') return [write(at, wanted)]
    return wanted.at === null || wanted.at === at
      ? []
      : [{ type: 'text', at, content: contentIn(this.#document, wanted.at) }]
  }

  #textOf({ value, at }: NoteTaker): string {
    return at === null ? value : textIn(this.#document, at)
  }

  #append(place: NotePlace, texts: readonly string[]): readonly Change[] {
    const last = place.names.findLast(({ at }) => at !== null)?.at ?? null
    if (texts.length === 0 || last === null) return []
    switch (place.form) {
      case 'row':
      case 'words':
      case 'line':
        return [write(behind(last), texts.map((text) => `, ${text}`).join(''))]
      case 'list': {
        const path = last.path.slice(0, place.path.length + 1)
        const items = texts.map((text) => itemOf(paragraphOf([{ type: 'text', text }])))
        return [{ type: 'insert', path: [...place.path, path.at(-1)! + 1], nodes: items }]
      }
      case 'matter':
        return this.#inMatter(place, texts)
    }
  }

  /** The place names nobody yet, or in words that nobody can tell names from; those stay. */
  #begin(place: NotePlace, missing: readonly Named[]): readonly Change[] {
    const { at, path, row } = place
    const text = at === null ? '' : textIn(this.#document, at)
    const unsaid = missing.filter(({ name }) => !text.includes(name))
    if (unsaid.length === 0) return []
    const texts = this.#texts(place, unsaid)
    const isWaiting = text.trim() === '' || readPerson(text) === 'blank'
    switch (place.form) {
      case 'row':
        if (at === null) return [{ type: 'insert', path: [...path, row, 1], nodes: [cellOf(texts.join(', '))] }]
        return [isWaiting ? write(at, texts.join(', ')) : write(behind(at), `, ${texts.join(', ')}`)]
      case 'words':
      case 'line': {
        const content: InlineJson[] = [{ type: 'text', text: texts.join(', ') }]
        return [isWaiting ? fill(this.#document, at!, content) : write(behind(at!), `, ${texts.join(', ')}`)]
      }
      case 'list': {
        const list = nodeAt(this.#document, path) as ListJson
        const items = texts.map((each) => itemOf(paragraphOf([{ type: 'text', text: each }])))
        return [{ type: 'insert', path: [...path, list.content.length], nodes: items }]
      }
      case 'matter':
        return this.#inMatter(place, texts)
    }
  }

  #inMatter({ at }: NotePlace, texts: readonly string[]): readonly Change[] {
    const matter = frontMatterOf(this.#document)
    const entry = matter?.entries.find(({ value }) => value.from === at?.from && value.to === at.to)
    if (matter === null || entry === undefined) return []
    if (entry.form === 'blank') return setMatter(this.#document, entry.key, texts.join(', '))
    const added = texts.map((text) => addMatterValue(matter, entry, text))
    // They all go to the same place, so it is one change.
    return [{ type: 'text', at: added[0]!.at, content: added.flatMap(({ content }) => content) }]
  }

  #texts(place: NotePlace, people: readonly Named[]): readonly string[] {
    const pattern = patternOf(this.#document, this.#attendances, place)
    return people.map((person) => writeEntry(person, pattern))
  }
}
