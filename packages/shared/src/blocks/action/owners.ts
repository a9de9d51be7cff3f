import { isEverybody, isNoName, isVacant, looksLikeInitials } from '../people/name-shape.ts'
import { areSure, type People, readPeople } from '../people/read-people.ts'
import { isMarked, type Line, matchAt } from '../reading/index.ts'
import type { Voices } from '../speaker/voices.ts'
import type { OwnerForm } from './action.ts'

/** Owners with what stands around them, by their place in the line. */
export interface Owned {
  readonly form: OwnerForm
  /** Empty where the place says that nobody has taken it yet (`Unclaimed: …`). */
  readonly people: readonly People['people'][number][]
  readonly from: number
  readonly to: number
  /** The names are known, handles, or set in bold: not only words in the shape of a name. */
  readonly isSure: boolean
}

const COLON = /[\s*_]*[:：](?!\/\/)[\s*_]*/y
/** `Lee and team to …`: those have no names. */
const AND_OTHERS =
  /\s+(?:(?:and|&)\s+(?:(?:the|his|her|their)\s+)?(?:team|others|co|friends)|et\s+al\.?)(?![\p{L}\p{N}])/uy
/** `RD (open an issue): …` */
const ASIDE_COLON = /\s?\([^()\n]{1,40}\)[\s*_]*[:：](?!\/\/)[\s*_]*/y
const DASH = /\s+(?:[-–—]{1,2}|[-=]>|→)\s+|\s?[–—]\s?/y
const TO = /\s+to\s+(?=\p{Ll})(?!(?:the|a|an|this|that|our|their|my|your|its|us|be|next|last)\b)/uy
const WILL =
  /\s+(?:will|should|shall|please|(?:needs?|aims?|plans?|intends?|agree[sd]?|volunteer(?:s|ed)?|offer(?:s|ed)?|promise[sd]?) to|(?:is|are) (?:(?:going|asked) )?to|(?:has|have) (?:(?:agreed|volunteered|offered|promised) )?to)\s+(?=\p{Ll})(?!(?:not|never)\b)/uy

/**
 * The owners with whom the text from here on begins: `Lee: …`, `Lee and Mary to …`, `@lee …`, `[Lee] …`, `Lee - …`. `isNamed`:
 * the other entries of its list begin with names, so that a word in small letters before `to` is one too;
 * so is `abell to …` where Ann Bell is there.
 */
export function readOwners(line: Line, at: number, names: Voices, isNamed = false): Owned | null {
  const { text } = line
  const isOpen = text[at] === '[' || text[at] === '('
  const lead = matchAt(LEAD, text, at)
  if (lead !== null) return behindLead(line, at, at + lead[0].length, names)
  const found = readPeople(text, isOpen ? at + 1 : at, names, (from, to) => {
    const word = text.slice(from, to)
    const isNick = /^\p{Ll}[\w-]+$/u.test(word) && text.startsWith(' to ', to) && (isNamed || names.isShort(word))
    const isBold = !isOpen && !/\s/.test(word) && isMarked(line, 'bold', from, to)
    return (isNick || isBold) && !isNoName(word)
  })
  if (found === null) return nobody(text, at)
  if (isOpen) return inBrackets(text, at, found, names)
  const { people } = found
  const held = isHeld(people, names) ? inHand(text, at, found.to, names) : null
  if (held !== null) return held
  const to = found.to + (matchAt(AND_OTHERS, text, found.to)?.[0].length ?? 0)
  const isHandle = people.every((person) => person.hasAt || isLinkedPerson(line, person))
  const isSure = people.every((person) => areSure([person], names) || isMarked(line, 'bold', person.from, person.to))
  const endingWith = (pattern: RegExp, form: OwnerForm, owners: Owned['people'] = people): Owned | null => {
    const end = matchAt(pattern, text, to)
    return end === null ? null : { form, people: owners, from: at, to: to + end[0].length, isSure }
  }
  // `The group will …` leaves it to nobody.
  const owners = people.filter(({ name }) => name !== 'group')
  return (
    endingWith(COLON, 'colon') ??
    (isSure || people.every(({ name }) => looksLikeInitials(name)) ? endingWith(ASIDE_COLON, 'colon') : null) ??
    endingWith(TO, 'to', owners) ??
    endingWith(WILL, 'will', owners) ??
    (isSure || people.every(({ name }) => isEverybody(name)) ? endingWith(DASH, 'dash') : null) ??
    (isHandle ? endingWith(/[\s,]+(?=\S)/y, 'mention') : null) ??
    (isSure ? endingWith(/\s*$/y, 'mention') : null)
  )
}

function isHeld(people: Owned['people'], names: Voices): boolean {
  return people.length === 1 && people.every((each) => looksLikeInitials(each.name) && !areSure([each], names))
}

/** `ABC (Lee/Mary): …`: where they sit, and who they are. */
function inHand(text: string, at: number, from: number, names: Voices): Owned | null {
  const open = matchAt(/ ?\(/y, text, from)
  const found = open === null ? null : readPeople(text, from + open[0].length, names)
  const end = found === null ? null : matchAt(/\)[\s*_]*[:：](?!\/\/)[\s*_]*/y, text, found.to)
  if (found === null || end === null || found.people.length < 2) return null
  return { form: 'colon', people: found.people, from: at, to: found.to + end[0].length, isSure: false }
}

/** `For Lee: …` */
const LEAD = /(?:[Ff]or|(?:[Oo]wner|[Aa]ssign(?:ed|ee)(?: to)?)[:：]?)\s+(?=[\p{L}@])/uy

function behindLead(line: Line, at: number, start: number, names: Voices): Owned | null {
  const found = readPeople(line.text, start, names)
  const end = found === null ? null : matchAt(COLON, line.text, found.to)
  if (found === null || end === null) return null
  return {
    form: 'colon',
    people: found.people,
    from: at,
    to: found.to + end[0].length,
    isSure: areSure(found.people, names),
  }
}

const DOES =
  /,?\s+(?=\p{Ll})(?!(?:is|are|was|were|has|had|have|said|says|and|or|as|of|from|in|on|did|does|got|went|\p{L}+ed)\b)/uy

const NOBODY: ReadonlySet<string> = new Set()

/**
 * Behind a label also `Lee checks …` and `Lee, Mary check …`, if these are known; in a list of action items too. `doers` are
 * people there who are not known, but begin several of its entries.
 */
export function readDoer({ text }: Line, at: number, names: Voices, doers: ReadonlySet<string> = NOBODY): Owned | null {
  const found = readPeople(text, at, names)
  const isKnown = found !== null && found.people.every((person) => areSure([person], names) || doers.has(person.name))
  const end = isKnown ? matchAt(DOES, text, found.to) : null
  return found && end && { form: 'mention', people: found.people, from: at, to: found.to + end[0].length, isSure: true }
}

/** `[Ann Bell](mailto:ann@acme.example) writes`, as shared documents name people. */
function isLinkedPerson({ pieces }: Line, { from, to }: People['people'][number]): boolean {
  return pieces.some(
    (piece) =>
      piece.from === from &&
      piece.to === to &&
      piece.marks.some((mark) => mark.type === 'link' && mark.attrs.href.startsWith('mailto:')),
  )
}

/** `[Lee] …`, `(Lee) …` */
function inBrackets(text: string, at: number, { people, to }: People, names: Voices): Owned | null {
  const close = /^\s*(?:\([^()]*\)\s*)?[)\]]\s*(?:[:：–—-]\s*)?/.exec(text.slice(to))
  const isSure = areSure(people, names)
  return close === null ? null : { form: 'brackets', people, from: at, to: to + close[0].length, isSure }
}

/** `Unclaimed: …`: the place of an owner is there, and empty. */
function nobody(text: string, at: number): Owned | null {
  const found = /^[([]?(?<who>[\p{L}? ]{1,20}?)[)\]]?[:：]\s+/u.exec(text.slice(at))
  const isOpen = found?.groups !== undefined && isVacant(found.groups['who']!)
  return isOpen ? { form: 'colon', people: [], from: at, to: at + found[0].length, isSure: true } : null
}

/**
 * The owners with whom the text ends: `… - Lee`, `… (@lee)`, `… @lee`, `… (owner: Lee)`. `isListed`: brackets at the end always name the
 * owner; `isEntry`: they do so where somebody of that name speaks.
 */
export function readOwnersAtEnd(
  line: Line,
  from: number,
  to: number,
  names: Voices,
  isListed: boolean,
  isEntry = false,
): Owned | null {
  const { text } = line
  const part = text.slice(from, to)
  const found = END.exec(part)
  if (found === null) return null
  const at = from + found.index
  const start = at + found[0].length - found.groups!['who']!.length
  const people = readPeople(text, start, names)
  const close = text.slice(people?.to ?? to, to).trim()
  if (people === null || !/^(?:,\s[^()]{3,30}\))?[)\]]?[.]?$/.test(close)) return null
  const isSaid = /owner|assign/i.test(found[0])
  const form = /^\s*[([]/.test(found[0]) ? 'end-parens' : 'end-dash'
  const areHeard = isEntry && form === 'end-parens' && people.people.every(({ name }) => names.isHeard(name))
  const isSure = isSaid || isListed || areHeard || areSure(people.people, names)
  return isSure ? { form, people: people.people, from: at, to, isSure } : null
}

/** The last dash, bracket or handle, and what follows it. */
const END =
  /(?:\s*[([](?:(?:owners?|assignees?|assigned(?: to)?)\s*[:：]?\s*)?|\s+[-–—]{1,2}\s*(?:(?:owners?|assignees?|assigned(?: to)?)\s*[:：]?\s*)?|\s(?:owners?|assignees?|assigned to)\s*[:：]\s*|\s+(?=@))(?<who>[^()[\]–—]{2,60}?[)\]]?\.?\s*)$/iu
