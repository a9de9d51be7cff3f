import { looksLikeInitials } from '../people/name-shape.ts'
import { readPeople } from '../people/read-people.ts'
import { isSetApart, type Line } from '../reading/index.ts'
import type { Voices } from '../speaker/voices.ts'
import type { ActionForm } from './action.ts'
import { readTypedBox } from './done.ts'
import { findEnding } from './ending.ts'
import { behindDay } from './given.ts'
import { NO_HABITS } from './habits.ts'
import type { Label } from './label-parts.ts'
import { readHeadLabel, readLabel, readSpokenLabel } from './label.ts'
import { type Owned, readDoer, readOwners, readOwnersAtEnd } from './owners.ts'
import { isReport } from './report.ts'
import { isAddress, isOfAnother, isOnlyLink, isProduct, isRemark } from './section.ts'
import type { Sections } from './sections.ts'

/** What says that a line is an action item, by places in the line. */
export interface Claim {
  readonly form: ActionForm
  readonly label: Label | null
  /** What is to be done, with what the line says of owners and dates at its ends. */
  readonly from: number
  readonly to: number
  /** Owners that stand before the text, or in the label. */
  readonly owned: Owned | null
  /** Owners that a head above names. */
  readonly above: readonly string[]
  /** The name at the beginning of the line is the speaker's. */
  readonly isSpoken: boolean
  /** Brackets at its end name owners, known or not. */
  readonly endInNames?: boolean
}

/** Whether a row of a text block begins something of its own rather than going on with the row before. */
export function beginsAnew(line: Line, names: Voices): boolean {
  const at = beginning(line)
  if (readTypedBox(line) !== null || (HINT.test(line.text) && readLabel(line, at, names) !== null)) return true
  if (!/[:：]/.test(line.text.slice(at, at + LONGEST))) return false
  return NUMBERED.test(line.text) || readOwners(line, at, names)?.form === 'colon'
}

/** `Issue 12: …` */
const NUMBERED = /^\s*\p{Lu}[\p{L}]*(?: \p{L}+){0,2} #?\d{1,5}[:：](?:\s|$)/u

/** As far as names before a colon go. */
const LONGEST = 80

/** No label is without one of these; most lines of minutes are, and need no closer look. */
const HINT = /action|AI|to[ -]?do|next step/i

/** A heading announces action items; it is one itself only where it has a label and says whose: `### Action item: Lee: …`. */
function inHeading(line: Line, names: Voices): Claim | null {
  const claim = HINT.test(line.text) ? byLabel(line, beginning(line), names) : null
  return claim !== null && claim.owned !== null && claim.owned.isSure && claim.to > claim.from ? claim : null
}

/** Why this line is an action item, or null. To be asked in the lines' order. */
export function claimOf(line: Line, names: Voices, sections: Sections): Claim | null {
  if (line.node.type === 'heading') return inHeading(line, names)
  const typed = readTypedBox(line)
  const at = typed?.to ?? beginning(line)
  const isHinted = HINT.test(line.text)
  const labelled = isHinted ? byLabel(line, at, names) : null
  if (labelled !== null) return labelled
  const entry = sections.entryOf(line)
  const hasBox = typed !== null || (line.isItemStart && line.item !== null && line.item.checked !== null)
  if (entry === null && !hasBox) return isHinted ? byEnding(line, at, names) : null
  const to = line.text.trimEnd().length
  const habits = entry?.habits ?? NO_HABITS
  const start = Math.max(at, entry?.topicEnd ?? at)
  const owned =
    readOwners(line, start, names, habits.areNamed) ??
    readOwners(line, behindDay(line.text, start), names, habits.areNamed) ??
    (entry === null ? null : readDoer(line, start, names, habits.doers))
  const from = owned?.to ?? at
  const { endInNames } = habits
  const rest = { label: null, from, to, owned, above: entry?.owners ?? [], isSpoken: false, endInNames }
  if (owned === null && typed !== null && isStep(line)) return null
  if (hasBox) {
    const isOwned = owned === null ? endsWithHandle(line, at, to, names) : owned.isSure
    const isTold = owned?.form === 'mention' && IS_NEWS.test(line.text.slice(owned.to))
    return entry !== null || (isOwned && !isTold && isTask(line)) ? { ...rest, form: 'box' } : null
  }
  // `Board: https://…` says where something is; initials say whose.
  const isPointer =
    owned === null
      ? isOnlyLink(line, from, to)
      : !owned.isSure &&
        !owned.people.every(({ name }) => looksLikeInitials(name)) &&
        isAddress(line.text.slice(from, to))
  const isOther = isRemark(line.text.slice(at)) || isOfAnother(line.text.slice(at)) || isReport(line, start, names)
  return isPointer || (owned === null && isOther) ? null : { ...rest, form: 'section' }
}

/** `@lee has a prototype`, `@Lee K is away`: that gives nobody anything to do. */
const IS_NEWS = /^(?:\p{Lu} )?(?:has|have|had|is|was|were|believes?|thinks?|says?|said|wants?|wonders?)\s(?!to\s)/u

/** A line that a person has said to be an action item. */
export function claimSaid(line: Line, names: Voices): Claim {
  const at = beginning(line)
  const owned = readOwners(line, at, names)
  const [from, to] = [owned?.to ?? at, line.text.trimEnd().length]
  return { form: 'said', label: null, from, to, owned, above: [], isSpoken: false }
}

/** A check box that names somebody is a task, unless it quotes a robot or lists what a product is to have. */
function isTask(line: Line): boolean {
  return !line.inQuote && !line.heads.some(isProduct)
}

/** A row with a box, in the text of an item that has one: indented too far to be an item, it is a step of it. */
function isStep({ row, item }: Line): boolean {
  return row > 0 && item !== null && item.checked !== null
}

/** `[ ] write it @lee`; in an agenda that is who speaks about it. */
function endsWithHandle(line: Line, at: number, to: number, names: Voices): boolean {
  const isTopic = line.heads.at(-1)?.key.includes('agenda') ?? false
  return !isTopic && readOwnersAtEnd(line, at, to, names, false)?.people.every(({ hasAt }) => hasAt) === true
}

function byLabel(line: Line, at: number, names: Voices): Claim | null {
  const label = readLabel(line, at, names) ?? readHeadLabel(line, at, names)
  if (label !== null) return labelClaim(line, label, names, false)
  const speaker = readOwners(line, at, names)
  if (speaker?.form !== 'colon') return null
  const said = readLabel(line, speaker.to, names)
  const dashed = said === null ? readSpokenLabel(line, speaker.to) : null
  if (dashed !== null) return labelClaim(line, dashed, names, true)
  if (said === null) return null
  const isLoud = /^\[?(?:ACTION|AI|TODO|(?:\w+ )?\w+[\s_-]*[Ii]tem)/.test(line.text.slice(said.from))
  return isLoud || isSetApart(line, said.from, said.word) ? labelClaim(line, said, names, true) : null
}

function byEnding(line: Line, at: number, names: Voices): Claim | null {
  const ending = findEnding(line, at, names)
  if (ending === null) return null
  const { label, isLast } = ending
  const owned = isLast ? label.owned : onlyOwners(line, label.to, names)
  if (!isLast && owned === null) return labelClaim(line, label, names, true)
  const speaker = readOwners(line, at, names)
  const from = speaker?.form === 'colon' ? speaker.to : at
  return { form: 'trailing-label', label, from, to: label.from, owned, above: [], isSpoken: from > at }
}

/** `… **Action**: Michael`: behind the label stands only whose it is. */
function onlyOwners({ text }: Line, at: number, names: Voices): Owned | null {
  const found = readPeople(text, at, names)
  if (found === null || /[\p{L}\p{N}]/u.test(text.slice(found.to))) return null
  return { form: 'behind-label', people: found.people, from: at, to: text.trimEnd().length, isSure: true }
}

function labelClaim(line: Line, label: Label, names: Voices, isSpoken: boolean): Claim | null {
  const to = label.end ?? line.text.trimEnd().length
  const owned = label.owned ?? readOwners(line, label.to, names) ?? readDoer(line, label.to, names)
  // `Action items: https://…` says where the list is.
  const isList = /^\W*(?:\p{L}+ )?action(?:s|[\s_-]*items)/iu.test(line.text.slice(label.from, label.word))
  if (isList && owned === null && isOnlyLink(line, label.to, to)) return null
  const from = label.owned === null && owned !== null ? owned.to : label.to
  return { form: 'label', label, from, to, owned, above: [], isSpoken }
}

/** Behind bullets, dots, emoji, `[done]` and `DONE`. */
function beginning({ text }: Line): number {
  return /^(?:[\s*_.…•·→>-]|\p{Extended_Pictographic}|\uFE0F|:[a-z][a-z_]+:|[[(](?:[Dd]one|DONE|[Cc]ompleted|COMPLETED)[\])]:?|DONE\b:?)*/u.exec(
    text,
  )![0].length
}
