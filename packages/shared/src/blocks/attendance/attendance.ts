import type { Carrier, Written } from '../block.ts'
import type { Span } from '../path.ts'

export const PRESENCES = ['present', 'late', 'left', 'regrets', 'absent', 'observer'] as const
export type Presence = (typeof PRESENCES)[number]

/** A person as the minutes list them, in the words of the minutes. */
export interface Attendee {
  /** Without affiliation, handle and initials; the handle where nothing else is said. */
  readonly name: string
  /** Such as `AB` in `Ann Bell (AB)`. */
  readonly initials?: string
  /** Without the `@`. */
  readonly handle?: string
  readonly affiliation?: string
  readonly state: Presence
  /** The entry itself says so: `Ann Bell (scribe)`. */
  readonly takesNotes?: boolean
  /** The whole entry: what is removed with the person. In a table with a column of names it is the name; the row goes with it. */
  readonly at: Span
}

/**
 * How the entries stand: an item each; a row each in a table with a column of names; all in one cell of a row whose first cell
 * is the label; cells with a person each and
 * no head over them; a line with commas behind a label; a line each in a paragraph; a paragraph each; entries of a list in the front
 * matter; items of HTML.
 */
export type AttendanceForm = 'list' | 'table' | 'row' | 'grid' | 'commas' | 'lines' | 'paragraphs' | 'matter' | 'html'

/** One place in which the minutes say who was there. There may be several (present, regrets, guests). */
export interface Attendance {
  readonly kind: 'attendance'
  readonly carrier: Carrier
  readonly form: AttendanceForm
  /** What its heading or label says of everybody in it whose entry does not say otherwise. */
  readonly state: Presence
  /**
   * Where text for the next entry goes: behind the last one, or, while there is none, what stands behind the label (nothing, or
   * a placeholder). Null where a node is added instead (an item, a row, a missing cell).
   */
  readonly end: Span | null
  /** Empty: the place is there, and waits for names. */
  readonly attendees: readonly Attendee[]
}

/** Somebody who took the notes; `at` is where the name is written. */
export type NoteTaker = Written<string>
