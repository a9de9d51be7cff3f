import type { ActionForm } from '../blocks/action/action.ts'
import type { AttendanceForm, Presence } from '../blocks/attendance/attendance.ts'
import type { PollForm } from '../blocks/poll/poll.ts'
import type { Habits } from '../markdown/index.ts'

/** Changes when a stored style of an older form would be misread. */
export const STYLE_VERSION = 1

/**
 * Markdown with places to be filled, such as `{name} ({affiliation})` or `# {title} ({dd}/{mm}/{yyyy})`. What a place is empty for is
 * left out together with its brackets and separators; see `fill`.
 */
export type Pattern = string

/**
 * How a group writes its minutes: data, inferred from files of the group (`inferStyle`), correctable by people, and stored with the
 * meeting. It holds no words of any meeting, only headings, labels and patterns.
 */
export interface HouseStyle {
  readonly version: typeof STYLE_VERSION
  /** What people choose it by. */
  readonly name: string
  /** Of the exported file: `{yyyy}-{mm}-{dd}.md`. */
  readonly fileName: Pattern
  /** The keys of the front matter in their order; empty: there is none. */
  readonly matter: readonly MatterField[]
  /** What stands over the title, such as a logo. */
  readonly above: Pattern
  readonly title: TitleStyle
  /** What stands between the title and the first section, such as a line with the date. */
  readonly opening: Pattern
  readonly sections: readonly Section[]
  readonly attendance: AttendanceStyle
  readonly noteTaker: NoteTakerStyle
  readonly agenda: AgendaStyle
  readonly notes: NotesStyle
  readonly action: ActionStyle
  readonly decision: DecisionStyle
  readonly poll: PollStyle
  /** The last lines, such as `*Copyright {yyyy} The authors.*`. */
  readonly footer: Pattern
  readonly writing: Writing
}

export interface MatterField {
  readonly key: string
  /** As in YAML, with the quotes it has; in a list what each entry is, `{entry}` for each person. */
  readonly value: Pattern
  readonly isList: boolean
}

export interface TitleStyle {
  /** Of its heading; 0: the title stands in the front matter only. */
  readonly level: number
  readonly pattern: Pattern
  /** What a meeting is called when nobody says otherwise; the `{title}` of the pattern. */
  readonly usual: string
}

export const SECTION_KINDS = ['attendance', 'agenda', 'notes', 'actions', 'decisions', 'other'] as const
export type SectionKind = (typeof SECTION_KINDS)[number]

/** A part of the minutes that every file has, in the order in which they stand. `other`: it is always there, and only its name is known. */
export interface Section {
  readonly kind: SectionKind
  readonly head: SectionHead
  /** What always stands in it. */
  readonly body: Pattern
}

/** What stands over a section: a heading; a paragraph of a few words; an item at the end of the list of notes; nothing. */
export type SectionHead =
  | { readonly form: 'heading'; readonly level: number; readonly text: string }
  | { readonly form: 'label' | 'item'; readonly text: string }
  | { readonly form: 'none' }

export interface AttendanceStyle {
  readonly form: AttendanceForm
  /** A person, of `{name}`, `{initials}`, `{handle}`, `{affiliation}` and `{role}`. */
  readonly entry: Pattern
  /** What stands before the names, in the forms that write them behind a label (`row`, `commas`, `lines`), and what it says of them. */
  readonly labels: readonly { readonly text: string; readonly state: Presence }[]
  /** The columns of a table of people. */
  readonly columns: readonly { readonly text: string; readonly entry: Pattern }[]
}

/** Where the note taker is named: a row below that of the names, a line of its own, or nowhere. */
export interface NoteTakerStyle {
  readonly form: 'row' | 'line' | 'none'
  readonly label: string
}

export interface AgendaStyle {
  readonly isOrdered: boolean
  /** An item, of `{text}`, `{minutes}` and `{presenter}`. */
  readonly entry: Pattern
}

export interface NotesStyle {
  /** The level of the headings that the topics have; 0: a topic is an item with the notes nested in it. */
  readonly topicLevel: number
  /** What somebody says, of `{text}` and `{name}`, `{first}`, `{initials}` or `{handle}`. */
  readonly turn: Pattern
  /** Each turn is an item. */
  readonly isItem: boolean
}

export interface ActionStyle {
  readonly form: Exclude<ActionForm, 'said'>
  /** What is to be done, of `{text}`, `{due}` and `{owner}`, or `{first}`, `{initials}` or `{handle}` of the owner. */
  readonly entry: Pattern
  readonly isItem: boolean
}

export interface DecisionStyle {
  /** A label in the line, or a heading over it. */
  readonly form: 'label' | 'section'
  /** The line, of `{text}`. */
  readonly entry: Pattern
  /** The heading, and its level; empty and 0 where there is none. */
  readonly head: string
  readonly level: number
}

export interface PollStyle {
  readonly form: PollForm
  /** Of `{text}`. */
  readonly question: Pattern
  readonly options: readonly string[]
  /** Of `{text}`. */
  readonly outcome: Pattern
}

/** How the Markdown itself is written. */
export interface Writing extends Habits {
  /** Blank lines stand between the items of a list. */
  readonly isLoose: boolean
}
