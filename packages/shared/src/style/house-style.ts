import type { ActionStyle } from '../blocks/action/style.ts'
import type { AgendaStyle } from '../blocks/agenda/create.ts'
import type { Presence } from '../blocks/attendance/attendance.ts'
import type { AttendanceStyle } from '../blocks/attendance/change/create.ts'
import type { DecisionStyle } from '../blocks/decision/style.ts'
import type { PollStyle } from '../blocks/poll/style.ts'
import type { SpeakerStyle } from '../blocks/speaker/style.ts'
import type { Habits } from '../markdown/index.ts'

/** Changes when a stored style of an older form would be misread. */
export const STYLE_VERSION = 1

/**
 * Markdown with places to be filled, such as `{title} ({dd}/{mm}/{yyyy})`. A place without a value is left out together with its brackets
 * and separators; see `fill`.
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
  readonly attendance: PeopleStyle
  readonly noteTaker: TakerStyle
  readonly agenda: Omit<AgendaStyle, 'head'>
  readonly notes: NotesStyle
  readonly speaker: SpeakerStyle
  readonly action: ActionStyle & {
    /** In a section of their own they are items, not paragraphs. */
    readonly isItem: boolean
  }
  readonly decision: DecisionStyle & {
    /** The heading under which a topic's decisions stand; null: only the label marks them. */
    readonly section: { readonly level: number; readonly text: string } | null
  }
  readonly poll: PollStyle
  /** The last lines, such as `*Copyright {yyyy} The authors.*`. */
  readonly footer: Pattern
  readonly writing: Writing
}

export interface MatterField {
  readonly key: string
  /** As in YAML, with the quotes it has. In a list each line is an entry, and `{name}` one for each person. */
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

/** How people are listed; what stands over them is a matter of the sections. */
export interface PeopleStyle extends Pick<AttendanceStyle, 'form' | 'entry' | 'columns'> {
  /** What stands before the names, in the forms that write them behind a label (`row`, `commas`, `lines`), and what it says of them. */
  readonly labels: readonly { readonly text: Pattern; readonly state: Presence }[]
}

/** Where the note taker is named: a row below that of the names, a line of its own, or nowhere. */
export interface TakerStyle {
  readonly form: 'row' | 'line' | 'none'
  readonly label: Pattern
}

export interface NotesStyle {
  /** The level of the headings that the topics have; 0: a topic is an item with the notes nested in it. */
  readonly topicLevel: number
  /** Each turn is an item, not a paragraph. */
  readonly areItems: boolean
}

/** How the Markdown itself is written. */
export interface Writing extends Habits {
  /** Blank lines stand between the items of a list. */
  readonly isLoose: boolean
}
