import { readPeople } from '../people/read-people.ts'
import { isSetApart, type Line, matchAt } from '../reading/index.ts'
import type { Voices } from '../speaker/voices.ts'
import { bracketLabel } from './label-brackets.ts'
import { ownedLabel } from './label-owners.ts'
import { BLANK, COLON, DASH, type Label, plainLabel } from './label-parts.ts'
import { readOwners } from './owners.ts'

const WORD =
  /(?<open>[[(]?)\s*(?<word>(?:pending|unchecked|outstanding) action items?(?=\s*[:：])|action[\s_-]*(?:items?|points?|required|needed)|actions?|ais?|to[\s-]?dos?|call[\s-]to[\s-]action)(?![\p{L}\p{N}])/iuy
const NUMBER = /[\s-]*#?\d{1,4}(?:\.\d{1,3})?(?=\s*[\]:：)–—-]|\s)/y

/**
 * The label with which a line, or what is said in it, begins, such as `ACTION:`, `**AI** `, `TODO(lee):`, `[ACTION - Lee]`.
 * Without a colon or a dash only a label of its own kind counts: in marks that end with it, or with owners.
 */
export function readLabel(line: Line, from: number, names: Voices): Label | null {
  const { text } = line
  const head = matchAt(WORD, text, from)
  if (head === null) return null
  const { open = '', word = '' } = head.groups ?? {}
  // `AI` is also what is talked about, and may be somebody's initials.
  if (/^ais?$/i.test(word) && (!/^AIs?$/.test(word) || names.who(word).state === 'one')) return null
  if (isCode(line, from)) return null
  const wordEnd = from + head[0].length
  const behind = wordEnd + (matchAt(NUMBER, text, wordEnd)?.[0].length ?? 0)
  if (open !== '') return bracketLabel(line, from, behind, word, names)
  return ownedLabel(line, from, behind, word, names) ?? bareLabel(line, from, behind, word, names)
}

function isCode({ pieces }: Line, at: number): boolean {
  return pieces.some(({ from, to, marks }) => from <= at && at < to && marks.some(({ type }) => type === 'code'))
}

/** `action:` in small letters and `Actions:` are also what people talk about; there it takes an owner. */
function isTold(line: Line, word: string, at: number, names: Voices): boolean {
  return !/^(?:action|actions|Actions)$/.test(word) || readOwners(line, at, names) !== null
}

function bareLabel(line: Line, from: number, behind: number, word: string, names: Voices): Label | null {
  const { text } = line
  const colon = matchAt(COLON, text, behind)
  if (colon !== null)
    return isTold(line, word, behind + colon[0].length, names)
      ? plainLabel(from, behind, behind + colon[0].length)
      : null
  const dash = matchAt(DASH, text, behind)
  const isLoud = /^(ACTION|AI|TODO)/.test(word) || /item|point/i.test(word)
  const isOwn = isSetApart(line, from, behind) && /^\p{Lu}/u.test(word)
  if (dash !== null && (isLoud || isOwn)) return plainLabel(from, behind, behind + dash[0].length)
  const blank = matchAt(BLANK, text, behind)
  const isTodo =
    word === 'TODO' && /^\s+(?!lists?\b|items?\b|comments?\b)\S+\s+\S.*[^:：\s]\s*$/s.test(text.slice(behind))
  // `Action item to ask Bob`; what is to be gone through is a topic.
  const isToDo =
    /^action item$/i.test(word) && /^ to (?!(?:discuss|review|consider|be|do)\b)\p{Ll}+ \S/u.test(text.slice(behind))
  if (blank !== null && (isOwn || isTodo || isToDo)) return plainLabel(from, behind, behind + blank[0].length)
  return isOwn && behind === text.trimEnd().length ? plainLabel(from, behind, behind) : null
}

/** `Lee: Action - review it`, `Lee: Next step - a review`: behind who speaks a dash makes the label. */
export function readSpokenLabel({ text }: Line, at: number): Label | null {
  const found = matchAt(/(?:Action|Next steps?)(?<dash>\s+[-–—]{1,2}\s+)(?=\S)/y, text, at)
  if (found === null) return null
  const to = at + found[0].length
  return plainLabel(at, to - found.groups!['dash']!.length, to)
}

/** `#action lee …` and `!action lee …` of meeting robots, and `Next steps: …`. */
export function readHeadLabel({ text }: Line, at: number, names: Voices): Label | null {
  const robot = matchAt(/[#!]action(?:item)?\s*[:：]?\s+(?=\S)/iy, text, at)
  if (robot !== null) return robotLabel(text, at, at + robot[0].trimEnd().length, at + robot[0].length, names)
  const steps = matchAt(/next steps(?<separator>[\s*_]*[:：][\s*_]+)(?=\S)/iy, text, at)
  if (steps === null) return null
  const to = at + steps[0].length
  return plainLabel(at, to - steps.groups!['separator']!.length, to)
}

/** The robot's first word is a nick, if it is somebody's. */
function robotLabel(text: string, at: number, word: number, to: number, names: Voices): Label {
  const nick = readPeople(text, to, names)
  const blank = nick === null ? null : matchAt(/\s+(?!to\s|will\s)(?=\S)/y, text, nick.to)
  if (nick === null || blank === null || !nick.people.every(({ name }) => names.isRegular(name))) {
    return plainLabel(at, word, to)
  }
  const end = nick.to + blank[0].length
  const owned = { form: 'mention', people: nick.people, from: to, to: end, isSure: true } as const
  return { from: at, word, to: end, owned, end: null }
}
