import type { Path, Span } from '../path.ts'
import type { Passage } from '../people/passage.ts'
import { readSeries } from '../people/people.ts'
import { isLikeSentence } from '../people/vocabulary.ts'
import type { Attendee, NoteTaker } from './attendance.ts'

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

export function takerOf({ name, at }: Attendee): NoteTaker {
  return { value: name, at }
}

/** More than these share no notes: it is a list of something else. */
export const MOST = 8

/** Who has another task: `Ann, Bob facilitating`. */
const BESIDE = /[,;]\s*[^,;]{2,40}\s(?:facilitating|chairing|presiding|moderating|hosting)\.?\s*$/i

/** The names behind a label, `Ann, then Bob`; none where it says anything else. */
export function namesIn(passage: Passage): readonly NoteTaker[] {
  if (/https?:|www\./.test(passage.text)) return []
  const text = passage.text
    .replace(/\((and|&) ([^()]+)\)/g, ' $1 $2 ')
    .replace(BESIDE, (words) => ' '.repeat(words.length))
    .replace(/\s*(?:->|→|\/)\s*|,?\s+(?:then|followed by|and then)\s+/g, (parts) => ','.padEnd(parts.length))
  const { attendees, others } = readSeries({ ...passage, text }, 'present')
  if (others > 0 || attendees.length > MOST || attendees.some(({ name }) => isLikeSentence(name))) return []
  return attendees.map(takerOf)
}
