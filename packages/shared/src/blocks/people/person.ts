import { fold } from '../../meeting/index.ts'
import { nickAndName } from './nicks-first.ts'
import { NO_HABITS, type Habits, type Note, readNote } from './note.ts'
import { SURNAME_FIRST } from './surname-first.ts'
import { isName, isPlaceholder, isRoleOnly, withoutPronouns } from './vocabulary.ts'

/** Somebody as an entry of a list says it: `Ann Bell @ann (Acme, late)`. */
export interface Person extends Note {
  /** The handle, where nothing else is there. */
  readonly name: string
}

/** `blank`: the entry is empty, or waits to be filled. `other`: it is about something else. */
export type Reading = Person | 'blank' | 'other'

const NOISE = /^(?:\[[ xX]?\]\s*|[-*•–—+]\s+|\d+[.)]\s+|[✓✔✗✘]\s*)+/u
const PICTURES = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\uFE0F\u200D]|:[a-z][a-z0-9_+-]*:/gu
/** `{name}`, `<your name>`. */
const TEMPLATE = /\{[^{}]*\}|<[^<>@]*>/
const BRACKETS = /\(([^()]*(?:\([^()]*\)[^()]*)*)(?:\)|$)|\[([^[\]]*)\]/g
const PUNCTUATION = String.raw`\s+[-–—|]+(?:\s+|$)|\s*[–—]\s*|\s*:\s+|\s*,\s+(?!(?:Inc|Ltd|LLC|GmbH|Corp)\b)`
const CAME_OR_WENT = 'joined|joining|joins|arrived|arrives|left|leaving|leaves|until|after'
/** What parts a name from what is said of it: a dash, a bar, a colon, a comma, or that somebody came or went. */
const DIVIDER = new RegExp(
  String.raw`${PUNCTUATION}|\s+\/+(?:\s+|$)|(?<=\p{L}\s\p{Lu}[\p{L}'’-]*)\/(?=\p{Lu}[\p{L}\d.&-]*\s*(?:[(,]|$))|\s+(?=(?:${CAME_OR_WENT}|from|for|on|in|at|via)\s|late$)`,
  'u',
)
const SEMICOLON = /\s*;\s*/
/** The same behind the name, where `Institute for Nuts` is one thing. */
const NEXT = new RegExp(
  String.raw`${PUNCTUATION}|\s+(?=(?:(?:${CAME_OR_WENT})\s|(?:from|for|on|in|at|via)\s(?!(?:the\s)?\p{Lu})|late$))`,
  'u',
)
const PREFIX =
  /^(?:(?:special |invited )?(guest|observer|visitor)s?|(late|regrets|absent|remote))\s*[:–-]?\s+(?=[\p{Lu}@])/iu

/** Nobody says so much of anybody, and the patterns below would go through it again and again. */
export const LONGEST = 1_000

/** Reads one entry. Says nothing that is not there: a role is no affiliation, and a sentence no name. */
export function readPerson(text: string, habits: Habits = NO_HABITS): Reading {
  if (text.length > LONGEST) return 'other'
  const notes: string[] = []
  let rest = text.replace(SERVER, '').replace(PICTURES, ' ').trim().replace(NOISE, '')
  if (isPlaceholder(rest) || TEMPLATE.test(rest)) return 'blank'
  rest = withoutPronouns(rest).replace(BRACKETS, (_, ...groups: (string | undefined)[]) => {
    notes.push(groups.slice(0, 2).find((group) => group !== undefined) ?? '')
    return ' '
  })
  const nicked = habits.areNicksFirst ? nickAndName(rest) : null
  if (nicked !== null) return { ...notesOf(notes, nicked.name, habits), handle: nicked.nick, name: nicked.name }
  const prefix = PREFIX.exec(rest.trim())
  if (prefix) {
    notes.unshift(prefix[0])
    rest = rest.trim().slice(prefix[0].length)
  }
  const { handle, rest: named } = takeHandle(rest)
  const semicolon = habits.areSurnamesFirst ? named.indexOf(';') : -1
  const isWhole = habits.areSurnamesFirst && SURNAME_FIRST.test(semicolon < 0 ? named : named.slice(0, semicolon))
  const divider = (isWhole ? SEMICOLON : DIVIDER).exec(named.trim())
  const [head, tail] = divider === null ? [named.trim(), []] : partedAt(named.trim(), divider)
  const name = head.replace(/\s+/g, ' ').replace(/^[\s.,:;*_-]+|(?:\.{2,}|…|[\s,:;*_-])+$/g, '')
  const called = handle === undefined ? undefined : notes.find((note) => isCalled(note, handle))
  // `@annbell (Ann Bell) - Acme`
  if (called !== undefined && name !== '' && !isCalled(name, handle))
    return { handle: handle!, name: called, ...readNote(name, called, habits) }
  const said = [...notes, ...tail]
  if (name === '' && handle === undefined) return said.some((note) => !isPlaceholder(note)) ? 'other' : 'blank'
  if (name !== '' && (isPlaceholder(name) || isRoleOnly(name))) return 'blank'
  if (name !== '' && !isName(isWhole ? name.replace(',', '') : name)) return 'other'
  const written = name === '' ? handle! : name
  const note = { ...notesOf(said, written, habits), ...(handle === undefined ? {} : { handle }) }
  return isCalled(note.affiliation, name === '' ? written : undefined)
    ? { handle: written, name: note.affiliation! }
    : { name: written, ...note }
}

/** What all notes beside a name say; the first has the say. */
function notesOf(said: readonly string[], name: string, habits: Habits): Note {
  return said.reduce<Note>((note, each) => ({ ...readNote(each, name, habits), ...note }), {})
}

/** A name, and each thing that is said behind it. */
function partedAt(text: string, { 0: divider, index }: RegExpExecArray): readonly [string, readonly string[]] {
  return [text.slice(0, index), text.slice(index + divider.length).split(NEXT)]
}

/** `@annbell (Ann Bell)`: what stands beside a lone handle is the name, if the handle is made of it. */
function isCalled(beside: string | undefined, handle: string | undefined): boolean {
  if (beside === undefined || handle === undefined || !isName(beside)) return false
  return fold(beside)
    .split(' ')
    .some((word) => word.length > 2 && fold(handle).includes(word))
}

/** Where Matrix knows somebody: `@ann:chat.example`. */
const SERVER = /(?<=@[\w.=/-]{1,60}):[a-z\d-]+(?:\.[a-z\d-]+)+(?::\d{2,5})?(?![\w/])/gi

/** A handle or address of mail that stands in the open: `Ann @ann`, `Ann <ann@acme.example>`. */
function takeHandle(text: string): { handle?: string; rest: string } {
  const plain = text.replace(/[<(]?[\w.+-]+@[\w-]+\.[\w.-]+[>)]?/g, ' ').replace(/\s@\s+/g, ' | ')
  const found = /(?<![\w.])@([\p{L}\d][\p{L}\d_-]*)|\b(?:gh|github|irc|nick)\s*[:=]\s*@?([\w-]+)/u.exec(plain)
  if (found === null) return { rest: plain }
  return {
    handle: (found[1] ?? found[2])!,
    rest: `${plain.slice(0, found.index)} ${plain.slice(found.index + found[0].length)}`,
  }
}
