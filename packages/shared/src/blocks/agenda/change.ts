import type { DocJson } from '../../document/node.ts'
import type { Change } from '../change/change.ts'
import { wordsAt, wordsLike } from '../change/words.ts'
import { childrenOf, nodeAt, type Path, type Span } from '../path.ts'
import type { Range } from '../people/passage.ts'
import type { Roster } from '../people/roster.ts'
import type { Agenda, AgendaItem } from './agenda.ts'
import { bracketsIn } from './brackets.ts'
import {
  type AgendaSpelling,
  type Example,
  exampleOf,
  forNames,
  type Frame,
  isReadBack,
  presenterFrame,
  spellingOf,
  spellLength,
} from './spelling.ts'
import { cellPath } from './table.ts'

/** Sets the timebox of an item in the agenda's own spelling; null takes it away. */
export function setTimebox(
  document: DocJson,
  agenda: Agenda,
  item: AgendaItem,
  minutes: number | null,
): readonly Change[] {
  const at = item.minutes?.at ?? null
  if (minutes === null) return at === null ? [] : [removal(document, item, at)]
  if (at !== null) return [replacement(document, at, spellLength(minutes, wordsAt(document, at)))]
  const spelling = spellingOf(document, agenda, item)
  const text = spellLength(minutes, spelling.length)
  return [inCell(document, item, 'time', text) ?? insertion(document, item, text, 'minutes', spelling)]
}

/**
 * Sets who presents an item; an empty list takes them away. Where the agenda writes handles (`spellingOf(…).isHandle`), they
 * are to be given, without the `@`.
 */
export function setPresenter(
  document: DocJson,
  agenda: Agenda,
  item: AgendaItem,
  names: readonly string[],
  roster: Roster,
): readonly Change[] {
  const at = item.presenter?.at ?? null
  if (names.length === 0) return at === null ? [] : [removal(document, item, at)]
  const spelling = forNames(names, spellingOf(document, agenda, item), roster)
  const text = spellNames(names, at === null ? spelling.isHandle : wordsAt(document, at).startsWith('@'))
  if (at !== null && isReadBack(text, presenterFrame(document, item), roster)) return [replacement(document, at, text)]
  if (at !== null) return [removal(document, item, at), insertion(document, item, text, 'presenter', spelling)]
  return [inCell(document, item, 'presenter', text) ?? insertion(document, item, text, 'presenter', spelling)]
}

export function spellNames(names: readonly string[], isHandle: boolean): string {
  return names.map((name) => (isHandle && !/\s/.test(name) ? `@${name}` : name)).join(', ')
}

/** A topic with its timebox and presenter in a spelling. */
export function itemText({ text, minutes, presenters = [] }: NewItem, spelling: AgendaSpelling): string {
  const time = minutes === undefined ? '' : spellLength(minutes, spelling.length)
  const names = spellNames(presenters, spelling.isHandle)
  const { joined } = spelling
  if (joined !== null && time !== '' && names !== '') {
    const both = joined.isTimeFirst ? [time, names] : [names, time]
    return framed(text, both.join(joined.between), spelling.time)
  }
  return framed(framed(text, names, spelling.presenter), time, spelling.time)
}

/** What is said of an item that is to be added. */
export interface NewItem {
  readonly text: string
  readonly minutes?: number
  readonly presenters?: readonly string[]
}

function framed(text: string, inner: string, { place, open, close }: Frame): string {
  if (inner === '') return text
  return place === 'start' ? `${open}${inner}${close}${text}` : `${text}${open}${inner}${close}`
}

function replacement(document: DocJson, at: Span, text: string): Change {
  return { type: 'text', at, content: wordsLike(document, at, text) }
}

function inCell(document: DocJson, { at }: AgendaItem, column: 'time' | 'presenter', text: string): Change | null {
  const path: Path | null = cellPath(document, at.path, column)
  if (path === null) return null
  return { type: 'text', at: wholeOf(document, path), content: [{ type: 'text', text }] }
}

function insertion(
  document: DocJson,
  item: AgendaItem,
  text: string,
  what: 'minutes' | 'presenter',
  spelling: AgendaSpelling,
): Change {
  const example = exampleOf(document, item)
  const { at, words } = joinedPlace(example, text, what, spelling) ?? apartPlace(example, text, what, spelling)
  const from = item.at.from + at
  return { type: 'text', at: { path: item.at.path, from, to: from }, content: [{ type: 'text', text: words }] }
}

interface Insertion {
  readonly at: number
  readonly words: string
}

/** Into the brackets of the other, where the agenda has both in one. */
function joinedPlace(
  example: Example,
  text: string,
  what: 'minutes' | 'presenter',
  { joined }: AgendaSpelling,
): Insertion | null {
  const other = what === 'minutes' ? example.presenter : example.minutes
  if (joined === null || other === null || bracketAround(example.text, other) === null) return null
  const isBefore = (what === 'minutes') === joined.isTimeFirst
  return isBefore
    ? { at: other.from, words: `${text}${joined.between}` }
    : { at: other.to, words: `${joined.between}${text}` }
}

function apartPlace(
  { text: words }: Example,
  text: string,
  what: 'minutes' | 'presenter',
  spelling: AgendaSpelling,
): Insertion {
  const frame = what === 'minutes' ? spelling.time : spelling.presenter
  // Behind a colon it would be what is said of the topic; that of `:tada:` is none.
  const at = frame.place === 'start' ? 0 : words.replace(/(?<!:[\w+-]+)[:：]?\s*$/, '').trimEnd().length
  return { at, words: `${frame.open}${text}${frame.close}` }
}

/** Takes a part of an item away with the brackets or separators that stand there for it alone. */
function removal(document: DocJson, item: AgendaItem, at: Span): Change {
  if (at.path.join() !== item.at.path.join()) return removalApart(document, at)
  const { text } = exampleOf(document, item)
  const range = removedWith(text, { from: at.from - item.at.from, to: at.to - item.at.from })
  const span = { path: at.path, from: item.at.from + range.from, to: item.at.from + range.to }
  return { type: 'text', at: span, content: [] }
}

/** What has a cell or a bullet of its own; that one goes with it. */
function removalApart(document: DocJson, { path }: Span): Change {
  const bullet = path.slice(0, -1)
  const list = nodeAt(document, bullet.slice(0, -1))
  if (nodeAt(document, bullet)?.type !== 'listItem' || list === undefined) {
    return { type: 'text', at: wholeOf(document, path), content: [] }
  }
  return { type: 'remove', path: childrenOf(list).length > 1 ? bullet : bullet.slice(0, -1) }
}

function wholeOf(document: DocJson, path: Path): Span {
  return { path, from: 0, to: wordsAt(document, { path, from: 0, to: Infinity }).length }
}

function removedWith(text: string, range: Range): Range {
  const bracketed = bracketAround(text, range)
  if (bracketed === null) return withSeparators(text, range)
  const { parts } = bracketed
  const first = parts.findIndex(({ to }) => to > range.from)
  const last = parts.findLastIndex(({ from }) => from < range.to)
  if (first === 0 && last === parts.length - 1) return withSeparators(text, bracketed)
  return first > 0
    ? { from: parts[first - 1]!.to, to: parts[last]!.to }
    : { from: parts[0]!.from, to: parts[last + 1]!.from }
}

function bracketAround(text: string, { from, to }: Range): ReturnType<typeof bracketsIn>[number] | null {
  return bracketsIn(text).find((bracketed) => bracketed.from < from && to < bracketed.to) ?? null
}

function withSeparators(text: string, { from, to }: Range): Range {
  const before = text.slice(0, from)
  if (before.trim() === '') return { from, to: to + /^\s*[-–—:|.]*\s*/.exec(text.slice(to))![0].length }
  return { from: from - /\s*[-–—|,:]*\s*$/.exec(before)![0].length, to }
}
