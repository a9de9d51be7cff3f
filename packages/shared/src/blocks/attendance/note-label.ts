import { type Head, keyOf } from '../reading/index.ts'

const ROLE =
  '(?:note ?tak(?:ers?|ing)|notes? ?takers?|notetak(?:ers?|ing)|notes (?:taken )?by|minutes? ?takers?|minutes (?:taken )?by|minuted by|scribes?|scribing|scribed by|scribe ?nick|notes? ?keepers?|minutes? ?keepers?|(?:recording |meeting |minutes? |acting )?secretary|recorders?|rapporteurs?|taking notes|responsible for (?:the )?(?:minutes|notes)|protokoll(?:ant(?:in)?|führ(?:ung|er(?:in)?))?|schriftführ(?:ung|er(?:in)?)|secrétaire(?: de séance)?|secretari[oa]|verbalizzante|notulist|記録者?|记录人?)'
const LABEL = new RegExp(
  `^(?:(?:volunteers?|meeting|minutes?|lead|main|primary|today s|designated|rotating|acting|official|backup|for|our|the) )*${ROLE}(?: (?:s|for|of|this|today|the|meeting|call|session|volunteers?|nick|names?|is|are|was|were|duty))*$`,
)
/** Whom a section of roles calls `Minutes: Ann`. */
const SHORT = /^(?:minutes?|notes)$/
const BESIDE =
  /^(?:co ?chairs?|chairs?|chairperson|hosts?|moderators?|facilitators?|leads?|leaders?|driver|timekeeper)$/
const CALL = new RegExp(
  `^(?:(?:determine|find|finding|select|selection of|choose|pick|picking|assign|identify|request|seek|appoint|get|need|call|volunteers?|for|of|a|an|the|to|any|one|who|is|will|be|are) )*(?:${ROLE}|(?:take|taking|write|keep|do) (?:the )?(?:notes|minutes))(?: (?:volunteers?|selection|assignment|duty|duties|for|this|the|meeting|call|today))*$`,
)

export interface NoteLabel {
  /** It is a chair's label too, so that of several names nobody knows which. */
  readonly isShared: boolean
  /** It may mean something else: `Minutes: Ann Bell` by its full name is one, `Notes: Ann` only beside `Chair: Bob`. */
  readonly weak: 'no' | 'unless full' | 'unless beside'
}

/** Whether a label names note takers. */
export function noteLabelOf(text: string, isRoleSection: boolean): NoteLabel | null {
  const bare = text.replace(/\([^()]*\)?/g, ' ')
  const key = keyOf(bare)
  if (key === '' || key.length > 60) return null
  if (LABEL.test(key)) return { isShared: false, weak: 'no' }
  if (SHORT.test(key) && !isRoleSection) {
    return { isShared: false, weak: key === 'minutes' ? 'unless full' : 'unless beside' }
  }
  const parts = bare.split(/[/,&+]|\s(?:and|or)\s/).map(keyOf)
  const isNotes = (part: string): boolean => LABEL.test(part) || (isRoleSection && SHORT.test(part))
  if (!parts.some(isNotes) || !parts.every((part) => isNotes(part) || BESIDE.test(part))) return null
  return { isShared: parts.length > 1, weak: 'no' }
}

/** Whether a label is that of another role at the meeting, such as `Chair`. */
export function isBesideNotes(label: string): boolean {
  return BESIDE.test(keyOf(label))
}

/** Whether a label says it for certain, whatever stands behind it. */
export function isFirm(label: NoteLabel | null): boolean {
  return label?.weak === 'no'
}

/** Whether names that stand under this head are those of note takers: `Scribes`, `Find volunteers for note taking`. */
export function isNoteHead(head: Head): boolean {
  return asksForNotes(head.text)
}

/** Whether words call for note takers, or are the label over their names. */
export function asksForNotes(text: string): boolean {
  const before = known.get(text)
  if (before !== undefined) return before
  const key = keyOf(text.replace(/\([^()]*\)?/g, ' ')).replace(/^\d+ /, '')
  const is = key.length <= 70 && (CALL.test(key) || LABEL.test(key))
  if (known.size > 2000) known.clear()
  known.set(text, is)
  return is
}

const known = new Map<string, boolean>()

/** Whether the heads are about another meeting than this. */
export function isAboutAnother(heads: readonly Head[]): boolean {
  return remember(heads).isAboutAnother
}

/** Whether the heads say that roles of the meeting are told here. */
export function isRoleSection(heads: readonly Head[]): boolean {
  return remember(heads).isRoleSection
}

const OTHER = /\b(?:next|future|upcoming|previous|last) (?:time|meetings?|weeks?|calls?|sessions?|sprints?|month)\b/

/** A sentence over a list may speak of another meeting, too. */
const SENTENCE = 7

function isOfAnother({ key, kind }: Head): boolean {
  return OTHER.test(key) && (kind !== 'item' || key.split(' ').length < SENTENCE)
}

/** Blocks that follow each other mostly share their heads. */
let last = { heads: [] as readonly Head[], isAboutAnother: false, isRoleSection: false }

function remember(heads: readonly Head[]): typeof last {
  if (heads !== last.heads) {
    last = {
      heads,
      isAboutAnother: heads.some(isOfAnother),
      isRoleSection: heads.some(({ key }) => /\broles?\b/.test(key)),
    }
  }
  return last
}
