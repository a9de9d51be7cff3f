import type { DocJson } from '../../document/node.ts'
import { wordsAt } from '../change/words.ts'
import type { Range } from '../people/passage.ts'
import type { Roster } from '../people/roster.ts'
import type { Agenda, AgendaItem } from './agenda.ts'
import { bracketsIn } from './brackets.ts'
import { isMinutes, rangeOf } from './duration.ts'
import { readTopic } from './topic.ts'

/** Where something stands beside the topic and what encloses it: ` (` and `)` behind it, `` and ` - ` before it. */
export interface Frame {
  readonly place: 'start' | 'end'
  readonly open: string
  readonly close: string
}

/** How an agenda writes timeboxes and presenters. */
export interface AgendaSpelling {
  readonly time: Frame
  /** A length of time as the agenda writes it: `10 minutes`, `5m`. */
  readonly length: string
  readonly presenter: Frame
  /** `@ann`, not `Ann`. */
  readonly isHandle: boolean
  /** Both stand in the same brackets: `(5m, Lee)`; null where they do not. */
  readonly joined: { readonly isTimeFirst: boolean; readonly between: string } | null
}

const PLAIN_SPELLING: AgendaSpelling = {
  time: { place: 'end', open: ' (', close: ')' },
  length: '10 minutes',
  presenter: { place: 'end', open: ' (', close: ')' },
  isHandle: false,
  joined: { isTimeFirst: true, between: ', ' },
}

/** The spelling that the items of an agenda show, those nearest to one first; what they do not show is written plainly. */
export function spellingOf(document: DocJson, { items }: Agenda, near?: AgendaItem): AgendaSpelling {
  const all = flat(items)
  const at = Math.max(0, near === undefined ? 0 : all.indexOf(near))
  const nearest = all.map((item, index) => ({ item, far: Math.abs(index - at) })).sort((a, b) => a.far - b.far)
  return learn(nearest.map(({ item }) => exampleOf(document, item)))
}

/** The spelling of an example: `Topic (10 minutes, Ann Bell)`. */
export function spellingLike(example: string): AgendaSpelling {
  const passage = { path: [], from: 0, text: example, pieces: [] }
  const { minutes, presenter } = readTopic(passage, { isKnown: () => true, areInBrackets: true })
  const words = (span: Range | null | undefined): string | null => (span ? example.slice(span.from, span.to) : null)
  return learn([
    {
      text: example,
      minutes: minutes?.at ?? null,
      presenter: presenter?.at ?? null,
      length: words(minutes?.at),
      name: words(presenter?.at),
    },
  ])
}

/**
 * A spelling in which these names are read as a presenter again: without brackets or an `@`, words are taken for a name only if the
 * attendance knows it.
 */
export function forNames(names: readonly string[], spelling: AgendaSpelling, roster: Roster): AgendaSpelling {
  const isHandle = spelling.isHandle && !names.some((name) => /\s/.test(name))
  const text = isHandle ? `@${names.join(', @')}` : names.join(', ')
  if (isReadBack(text, spelling.presenter, roster)) return { ...spelling, isHandle }
  return { ...spelling, presenter: PLAIN_SPELLING.presenter, isHandle: false }
}

export function isReadBack(names: string, frame: Frame, roster: Roster): boolean {
  const isEnclosed = frame.place === 'end' ? isBracket(frame) : frame.open.endsWith('=')
  if (names.startsWith('@') || isEnclosed) return true
  return names.split(', ').every((name) => roster.resolve(name).state !== 'none')
}

/** What encloses the presenter of an item. */
export function presenterFrame(document: DocJson, item: AgendaItem): Frame {
  const { text, presenter } = exampleOf(document, item)
  return presenter === null ? { place: 'end', open: '(', close: ')' } : frameOf(text, presenter)
}

/** An item's words with the places of its timebox and presenter in them; in a table they have cells of their own. */
export interface Example {
  readonly text: string
  readonly minutes: Range | null
  readonly presenter: Range | null
  /** As they are written, wherever that is. */
  readonly length: string | null
  readonly name: string | null
}

export function exampleOf(document: DocJson, { at, minutes, presenter }: AgendaItem): Example {
  const within = (span: AgendaItem['at'] | null | undefined): Range | null =>
    span && span.path.join() === at.path.join() ? { from: span.from - at.from, to: span.to - at.from } : null
  return {
    text: wordsAt(document, at),
    minutes: within(minutes?.at),
    presenter: within(presenter?.at),
    length: minutes?.at ? wordsAt(document, minutes.at) : null,
    name: presenter?.at ? wordsAt(document, presenter.at) : null,
  }
}

export function flat(items: readonly AgendaItem[]): AgendaItem[] {
  return items.flatMap((item) => [item, ...flat(item.items)])
}

function learn(examples: readonly Example[]): AgendaSpelling {
  // From when to when an item goes depends on those before it.
  const isLength = ({ length }: Example): boolean => length !== null && rangeOf(1, length) === null
  const timed = examples.find((example) => example.minutes !== null && isLength(example))
  const presented = examples.find(({ text, presenter }) => presenter !== null && isParted(text, presenter))
  const both = examples.find((example) => example.minutes !== null && example.presenter !== null && isLength(example))
  const time = timed === undefined ? PLAIN_SPELLING.time : frameOf(timed.text, timed.minutes!)
  const isOpen = presented === undefined && isBracket(time)
  return {
    time,
    length: examples.find(isLength)?.length ?? PLAIN_SPELLING.length,
    presenter: presented === undefined ? PLAIN_SPELLING.presenter : frameOf(presented.text, presented.presenter!),
    isHandle: examples.find(({ name }) => name !== null)?.name?.startsWith('@') ?? false,
    joined: both === undefined ? (isOpen ? PLAIN_SPELLING.joined : null) : joinOf(both),
  }
}

function frameOf(text: string, range: Range): Frame {
  const bracketed = bracketsIn(text).find(({ from, to }) => from < range.from && range.to < to)
  const [from, to] = bracketed === undefined ? [range.from, range.to] : [bracketed.from, bracketed.to]
  const place = /\p{L}|\p{N}/u.test(text.slice(0, from)) ? 'end' : 'start'
  const inner = bracketed === undefined ? ['', ''] : [openOf(text, bracketed.from), text[to - 1]!]
  return place === 'start'
    ? { place, open: inner[0]!, close: `${inner[1]}${/^\s*[-–—:|]*\s*/.exec(text.slice(to))![0]}` }
    : { place, open: `${/\s*[-–—|,:]*\s*$/.exec(text.slice(0, from))![0]}${inner[0]}`, close: inner[1]! }
}

/** The bracket, with `name=` where HackMD's own form is used. */
function openOf(text: string, at: number): string {
  return /^\[name=/.exec(text.slice(at))?.[0] ?? text[at]!
}

/** Whether something tells a name from the topic: a bracket, a separator, its `@`; that it is a known one does not hold for others. */
function isParted(text: string, presenter: Range): boolean {
  const { place, open, close } = frameOf(text, presenter)
  return /\S/.test(place === 'start' ? close : open) || text[presenter.from] === '@'
}

function isBracket({ open }: Frame): boolean {
  return /[([{]$/.test(open)
}

function joinOf({ text, minutes, presenter }: Example): AgendaSpelling['joined'] {
  const isTimeFirst = minutes!.from < presenter!.from
  const [first, second] = isTimeFirst ? [minutes!, presenter!] : [presenter!, minutes!]
  const between = text.slice(first.to, second.from)
  return /[()[\]{}\p{L}]/u.test(between) ? null : { isTimeFirst, between }
}

/** A length of time written like another: `15 minutes` like `10 minutes`, `15m` like `1h`. */
export function spellLength(minutes: number, like: string): string {
  const range = rangeOf(minutes, like)
  if (range !== null) return range
  if (/^\s*\d+\s*$/.test(like)) return isMinutes(String(minutes)) ? String(minutes) : `${minutes} min`
  const [, blank = '', unit = 'minutes'] = /\d(\s*-?\s*)([\p{L}'’′]+)[^\p{L}]*$/u.exec(like) ?? []
  const isHours = /^h/i.test(unit)
  if (isHours && minutes % 60 === 0) return counted(minutes / 60, blank, unit)
  if (!isHours) return counted(minutes, blank, unit)
  return counted(minutes, blank, unit.length === 1 ? 'm' : /^hrs?$/i.test(unit) ? 'min' : 'minutes')
}

function counted(count: number, blank: string, unit: string): string {
  const one = unit.replace(/(?<=hour|minute|min|hr)s$/i, '')
  const many = /^(?:hour|minute)$/i.test(one) ? `${one}s` : unit
  return `${count}${blank}${count === 1 ? one : many}`
}
