import { fold } from '../../meeting/index.ts'
import type { Presence } from '../attendance/attendance.ts'
import { isCompanyInSmall } from './company.ts'
import { isPlaceholder, isRole, withoutPronouns } from './vocabulary.ts'

/** What the other entries of a list say about how this one is to be read. */
export interface Habits {
  /** Capitals in brackets are initials, whatever name they stand behind: `Ann Bell (ABL)`. */
  readonly hasInitials: boolean
  /** Names of organisations stand in brackets, so that `(acme)` is one more of them and no handle. */
  readonly hasAffiliations: boolean
  /** Notes that stand behind several names: nobody's initials or handle. */
  readonly repeated: ReadonlySet<string>
  /** Surnames stand first, `Bell, Ann`. */
  readonly areSurnamesFirst: boolean
  /** Nicks stand first, `annb / Ann Bell`. */
  readonly areNicksFirst: boolean
}

export const NO_HABITS: Habits = {
  hasInitials: false,
  hasAffiliations: false,
  repeated: new Set(),
  areSurnamesFirst: false,
  areNicksFirst: false,
}

/** What stands beside a name says, as far as it is of use. */
export interface Note {
  readonly initials?: string
  readonly handle?: string
  readonly affiliation?: string
  readonly state?: Presence
  readonly takesNotes?: boolean
}

const STATES: readonly (readonly [Presence, RegExp])[] = [
  ['observer', /\b(?:guests?|observ(?:er|ers|ing)|visitors?|visiting|auditing)\b/i],
  // As conference programs write it behind a name in the language of whoever copied the list.
  [
    'observer',
    /^(?:gast|invité|invitée|invitado|invitada|convidado|convidada|ospite|gość|gäst|gæst|gjest|vieras|гость|гостья|来宾|來賓|访客|ゲスト|게스트)$/i,
  ],
  [
    'late',
    /\b(?:late|later|joined|joins|joining|arr|arrived|arrives|arriving|half[- ]?way|(?:second|2nd|last) half|came in)\b|^from \d|^after \d/i,
  ],
  [
    'left',
    /\b(?:left|(?<!on )leaves?|leaving|until|till \d|(?:first|1st) half|dropped|departed|for (?:the )?first)\b/i,
  ],
  ['regrets', /\b(?:regrets?|apolog(?:y|ies)|excused|unable to attend|declined)\b/i],
  [
    'absent',
    /\b(?:absent|absence|not present|not attending|did not attend|missing|no[- ]show|away|ooo|on leave|vacation|pto)\b/i,
  ],
  ['present', /^(?:present|here|attending|attended)$/i],
]

/** Whether somebody is late, has left, sends regrets …, if this says so. */
export function stateIn(text: string): Presence | undefined {
  return STATES.find(([, words]) => words.test(text))?.[0]
}

/** Whoever somebody stands in for, and where that one works, is not said of them. */
const INSTEAD =
  /\b(?:(?:delegate|representative|rep)\s+(?:for|of)\s+(?=\p{Lu}\S*\s+(?:\p{Lu}\S*\s*)+,)|(?:alternate|proxy|substitut(?:e|ing)|stand(?:ing)?[ -]in|filling in|deputi[sz]ing)\s+for\s+(?=\p{Lu}\S*\s+\p{Lu})).*$/u

/** Reads what stands in brackets, or behind a dash or comma, beside a name. */
export function readNote(text: string, name: string, habits: Habits): Note {
  const said = withoutPronouns(text).replace(INSTEAD, '')
  const both = readBoth(said, name, habits)
  if (both !== null) return both
  const parts = said
    .split(/[,;·|]|\s[-–—/]\s|\s&\s|(?<=\b(?:guest|observer))\/|\/(?=(?:guest|observer)\b)/i)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const body = COMES_FROM.exec(said)?.groups?.['body']
  let note: Note = {}
  for (const part of parts) {
    if (part === body && isRole(part)) note = { affiliation: part, ...note }
    else if (COMPANY_END.test(part) && note.affiliation !== undefined)
      note = { ...note, affiliation: `${note.affiliation}, ${part}` }
    else note = { ...readPart(part, name, habits, parts.length === 1), ...note }
  }
  return note
}

/** `observer/CTC`: a committee is where somebody comes from who is not of this one. */
const COMES_FROM = /\b(?:[Gg]uest|[Oo]bserver)\/(?<body>\p{Lu}{2,5})\s*(?:[,;]|$)/u

/** `Nuts & Bolts`, `Acme Foundation / Beta Foundation`: two names of organisations, and nothing else, are one affiliation. */
function readBoth(text: string, name: string, habits: Habits): Note | null {
  const parts = text.trim().split(/\s[&/]\s/)
  const notes = parts.map((part) => readPart(part, name, habits, false))
  const areBoth = parts.length === 2 && notes.every(({ affiliation }, index) => affiliation === parts[index])
  return areBoth ? { affiliation: text.trim() } : null
}

const COMPANY_END = /^(?:Inc|Ltd|LLC|GmbH|Corp|AG|Co|S\.?[AL]|B\.?V)\.?$/

function readPart(part: string, name: string, habits: Habits, isAlone: boolean): Note {
  const handle =
    /^(?:github|gh|irc|nick|slack|zulip|handle)?\s*[:=]?\s*@([\w-]+)$/i.exec(part) ??
    /^(?:github|gh|irc|nick)\s*[:=]\s*([\w-]+)$/i.exec(part)
  if (handle) return { handle: handle[1]! }
  if (isInitials(part, name, habits)) return { initials: part }
  if (TAKES_NOTES.test(part)) return { takesNotes: true }
  // Where others have their firm it says for whom somebody works, as it is written.
  if (/^independent$/i.test(part)) return { affiliation: part }
  const from = organisationIn(part)
  const state = stateIn(part)
  if (state !== undefined) return from === undefined ? { state } : { state, affiliation: from }
  if (from !== undefined) return { affiliation: from }
  if (isRole(part) || (isPlaceholder(part) && part !== 'GitHub')) return {}
  if (isAlone && isHandle(part, name, habits)) return { handle: part }
  if (isAlone && isShortOf(name, part)) return {}
  return isOrganisation(part) ? { affiliation: part } : {}
}

/** `Matt (Matthew)` */
function isShortOf(name: string, part: string): boolean {
  const [short, long] = [fold(name), fold(part)]
  return (
    !/\s/.test(`${short}${long}`) &&
    short.length > 2 &&
    long !== short &&
    long.startsWith(short.slice(0, Math.max(3, short.length - 1)))
  )
}

const TAKES_NOTES =
  /^(?:(?:the )?scribe|scribing|note[- ]?tak(?:er|ing)|taking (?:notes|minutes)|notes|minutes|minute[- ]taker|(?:recording )?secretary)$/i

/** `Guest from Acme to tell of screws`, `engineer at Acme`. */
function organisationIn(part: string): string | undefined {
  const found =
    /^(.*?)\b(from|at|of|for|representing)\s+(?:the\s+)?(\p{Lu}.*?|[\w-]+\.\p{Ll}{2,10})(?:\s+(?:to|for|on|about|who|until|since)\s.*)?$/u.exec(
      part,
    )
  if (found === null) return undefined
  const [, before = '', word, name = ''] = found
  // `author of Bolt-27` says what is presented.
  if (word === 'of' && /\b(?:authors?|editors?|champions?|presenters?|reviewers?)\s*$/i.test(before)) return undefined
  // `University of Oslo` is one name; `director of Acme` is not.
  const isSaidOf = /^(?:from|at|representing)$/.test(word!) || (before !== '' && isRole(before))
  return isSaidOf && isOrganisation(name) && !isRole(name) ? name : undefined
}

function isInitials(part: string, name: string, { hasInitials, repeated }: Habits): boolean {
  if (!/^\p{Lu}[\p{Lu}\d]{1,3}$/u.test(part)) return false
  if (repeated.has(part) && !hasInitials) return false
  return hasInitials || runsThrough(part, name)
}

/** Whether these letters stand in the name in this order, beginning with its first: `JHD` in `Jon Harrand`. */
export function runsThrough(letters: string, name: string): boolean {
  const wanted = fold(letters)
  const text = fold(name).replaceAll(' ', '')
  if (wanted[0] !== text[0]) return false
  let at = 0
  for (const letter of text) if (letter === wanted[at]) at++
  return at === wanted.length
}

/** One word without capitals that begins like one of the name: `(ann)`, `(annb-2)`. */
function isHandle(part: string, name: string, { hasAffiliations, repeated }: Habits): boolean {
  if (!/^[\p{Ll}\d][\p{Ll}\d_-]*$/u.test(part) || hasAffiliations || repeated.has(part)) return false
  return fold(name)
    .split(' ')
    .some((word) => word[0] === fold(part)[0])
}

function isOrganisation(part: string): boolean {
  if (part.length > 60 || part.split(/\s+/).length > 7 || !/\p{L}/u.test(part)) return false
  if (/[?!:{}<>"]|https?|\d{1,2}:\d\d|^\d+\s*(?:am|pm|min|m|h)?$|^(?:UTC|GMT)/.test(part)) return false
  return /^[\p{Lu}\d]/u.test(part) || /^\p{L}[\p{L}\d.-]*$/u.test(part) || isCompanyInSmall(part)
}
