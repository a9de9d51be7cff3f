import { samePath } from '../path.ts'
import type { Line } from '../reading/index.ts'
import { countOf } from './count.ts'
import { pairsOf } from './pairs.ts'
import { isScale, repeats, scaleOf } from './scale.ts'
import { linesFrom, MOST_OPTIONS, type Step } from './steps.ts'
import { type Entry, optionsOf, type Tally } from './tally.ts'

/** The counts that begin at this step: all in one line, an option in each, or labels over counts between bars. */
export function tallyAt(steps: readonly Step[], at: number, isAsked: boolean): Tally | null {
  const step = steps[at]
  if (step?.kind !== 'line') return null
  const { line } = step
  const whole = inOneLine(line) ?? (HEADS.test(line.text) ? inColumns(linesFrom(steps, at, 3)) : null)
  if (whole !== null || entryOf(line, isAsked) === null) return whole
  return lineByLine(linesFrom(steps, at, MOST_OPTIONS), isAsked)
}

/** Whether a line says nothing but how many were for what. */
export function isCount(line: Line): boolean {
  return inOneLine(line) !== null || entryOf(line, true) !== null
}

/** Words that may stand beside counts in a line of their own. */
const BESIDE = /^\W*(?:(?:the )?(?:final )?(?:results?|votes?|tally|polls?|counts?|motion|outcome)\b.{0,40}|.{0,12})$/i
const CARRIED = /\b(?:pass(?:es|ed)|carrie[ds]|carried|fail(?:s|ed)|adopted|approved|rejected)\b/i

/** Before counts in brackets, within a sentence that says more: `We voted (5 in favour, 1 opposed) to go on.` */
const VOTED = /\bvot(?:es?|ed)\b[^.;()]{0,40}\($/i
/** May stand before the one label of a line: `Votes in favour: 32`. */
const VOTES = /^\W*(?:(?:the|total|number of|members?)\s+)?(?:votes?\W+)?$/i

/** `Motion passed 5-0-1`: for, against and abstained, as they are always told. */
const NUMBERS =
  /^\W*(?:the\s+)?(?:motion|vote|resolution|proposal|tally|result)\b(?<told>[^\d.;]{0,40}?)[\s(:]+(?<for>\d{1,3})\s?[-–—]\s?(?<against>\d{1,3})(?:\s?[-–—]\s?(?<abstain>\d{1,3}))?(?![\d/:-]|\.\d|\s*(?:am|pm|min|people|of|years?|weeks?|days?)\b)[^\d]{0,40}$/iu

function inNumbers(line: Line): Tally | null {
  const found = NUMBERS.exec(line.text)
  if (found?.groups === undefined) return null
  const { told = '', abstain } = found.groups
  const carried = CARRIED.exec(told)
  if (carried === null && abstain === undefined) return null
  let at = found[0].indexOf(told) + told.length
  const entries = (['for', 'against', 'abstain'] as const).flatMap((name): Entry[] => {
    const number = found.groups![name]
    if (number === undefined) return []
    const from = line.text.indexOf(number, at)
    at = from + number.length
    return [{ label: LABELS[name], line, count: { value: Number(number), from, to: at } }]
  })
  const begin = /^\W*/u.exec(line.text)![0].length
  const end = found[0].indexOf(told) + (carried === null ? 0 : carried.index + carried[0].length)
  return {
    form: 'line',
    counts: line.path,
    lines: [line],
    question: null,
    isKnown: true,
    told: carried === null ? null : { line, from: begin, to: end },
    ...optionsOf(entries),
  }
}

const LABELS = { for: 'For', against: 'Against', abstain: 'Abstain' } as const

/** `12 SF, 3 F, 1 N`, `Result: 12 in favour, 2 against, 1 abstention`, `POLL: shall we?  SF: 5, F: 3`. */
function inOneLine(line: Line): Tally | null {
  const bare = inNumbers(line)
  if (bare !== null) return bare
  const { pairs, before, from, after } = pairsOf(line.text)
  const labels = pairs.map(({ label }) => label)
  if (!isScale(labels) || !pairs.every(({ count }) => count.value !== null)) return null
  const asked = /^[\s*_>#-]*(?:straw[- ]?)?(?:poll|vote)\b.*?[:：]\s*(?=\S)/i.exec(before)
  const isQuestion = asked !== null || /[?？:：]\W*$/.test(before)
  const isWithin = VOTED.test(before) && /^\s*\)/.test(after)
  if (!isQuestion && !BESIDE.test(before) && !CARRIED.test(before) && !isWithin) return null
  if (after.trim().length > 60 && !isWithin) return null
  const entries = pairs.map(({ label, count }) => ({ label, line, count }))
  const isBare = (asked === null && !isWithin) || (asked !== null && asked[0].length >= before.trimEnd().length)
  const question = isBare || from === 0 ? null : { line, from: 0, to: before.replace(/[\s(]+$/, '').length }
  const carried = CARRIED.exec(before)
  const begin = /^\W*/u.exec(before)![0].length
  const told = carried === null ? null : { line, from: begin, to: carried.index + carried[0].length }
  return {
    form: 'line',
    counts: line.path,
    lines: [line],
    question,
    told,
    isKnown: true,
    isWithin,
    ...optionsOf(entries),
  }
}

/** Labels between bars, or letters between blanks. */
const HEADS = /\||^\s*(?:(?:SF|SA|F|N|A)(?:\s+|$)){3,}$/

/** `SF | F | N | A | SA` over `17 | 18 | 0 | 0 | 0`, where Markdown sees no table; also without the bars. */
function inColumns([head, ...rest]: readonly Line[]): Tally | null {
  if (head === undefined) return null
  const part = head.text.includes('|') ? /[^|]+/g : /\S+/g
  const labels = partsOf(head.text, part)
  if (!isScale(labels.map(({ text }) => text))) return null
  const isRule = rest[0] !== undefined && /^[\s|:-]+$/.test(rest[0].text)
  const line = isRule ? rest[1] : rest[0]
  if (line === undefined || !samePath(line.path, head.path)) return null
  const counts = partsOf(line.text, part)
  const entries = labels.flatMap(({ text }, index): Entry[] => {
    const part = counts[index]
    const count = part === undefined ? null : countOf(part.text)
    if (part === undefined || count === null || count.value === null) return []
    return [{ label: text, line, count: { ...count, from: count.from + part.from, to: count.to + part.from } }]
  })
  if (entries.length < labels.length) return null
  const lines = isRule ? [head, rest[0]!, line] : [head, line]
  return { form: 'columns', counts: head.path, lines, question: null, isKnown: true, ...optionsOf(entries) }
}

function partsOf(text: string, part: RegExp): { text: string; from: number }[] {
  return [...text.matchAll(part)]
    .map((match) => ({ text: match[0].trim(), from: match.index + match[0].length - match[0].trimStart().length }))
    .filter(({ text }) => text !== '')
}

/** `SF: 22` and so on: an item, a row or a paragraph for each option. */
function lineByLine(lines: readonly Line[], isAsked: boolean): Tally | null {
  const entries: Entry[] = []
  for (const line of lines) {
    const before = entries.at(-1)?.line
    const entry = before === undefined || isNext(before, line) ? entryOf(line, isAsked) : null
    if (entry === null || repeats([...entries, entry].map(({ label }) => label))) break
    entries.push(entry)
  }
  const labels = entries.map(({ label }) => label)
  const isKnown = isScale(labels)
  const isCounted = entries.some(({ count }) => count.value !== null)
  if (entries.length < 2 || !(isKnown || isAsked) || !(isCounted || isAsked)) return null
  const [{ line }] = entries as [Entry]
  const counts = line.item === null ? line.path : line.item.list
  const form = line.item === null || !line.isItemStart ? 'line' : 'list'
  return { form, counts, lines: entries.map((entry) => entry.line), question: null, isKnown, ...optionsOf(entries) }
}

/** The next row, item or paragraph. */
function isNext(a: Line, b: Line): boolean {
  if (samePath(a.path, b.path)) return b.row === a.row + 1
  if (a.item !== null && b.item !== null && b.isItemStart) return samePath(a.item.list, b.item.list)
  return a.item === b.item && samePath(a.path.slice(0, -1), b.path.slice(0, -1))
}

function entryOf(line: Line, isAsked: boolean): Entry | null {
  const { pairs, before, after } = pairsOf(line.text)
  const [pair] = pairs
  const isAlone = pair !== undefined && pairs.length === 1 && VOTES.test(before) && after.trim().length < 30
  if (isAlone) return { label: pair.label, line, count: pair.count }
  return withNames(line) ?? countFirst(line) ?? (isAsked ? ownOption(line) : null)
}

/** `Yes (9): @ann, @bob`, `Yes: 9 - Ann, Bob`: a count of a known scale with who they were. */
const WITH_NAMES =
  /^[\s*_|]*(?<label>\p{L}[\p{L} ]{0,30}?)[\s*_]*(?:\((?<counted>\d{1,3})\)[\s*_]*[:：]|[:：][\s*_]*(?<count>\d{1,3})[\s*_]+[-–—]+\s)/du

function withNames(line: Line): Entry | null {
  const found = WITH_NAMES.exec(line.text)
  const label = found?.groups?.['label'] ?? ''
  const at = found?.indices?.groups?.['counted'] ?? found?.indices?.groups?.['count']
  if (at === undefined || scaleOf(label) === null) return null
  const [from, to] = at
  return { label, line, count: { value: Number(line.text.slice(from, to)), from, to } }
}

/** `3x +1 (binding): Ann, Bob, Cem` */
const COUNT_FIRST =
  /^[\s*_|>-]*(?<count>\d{1,3})\s?[x×]?\s+(?<label>[^:：\d]{0,30}[+-]?[01]?[^:：\d]{0,30}?)\s*[:：]\s*(?=[\p{L}@])/du

function countFirst(line: Line): Entry | null {
  const found = COUNT_FIRST.exec(line.text)
  const label = found?.groups?.['label'] ?? ''
  const [from, to] = found?.indices?.groups?.['count'] ?? [0, 0]
  if (found === null || scaleOf(label) === null) return null
  return { label, line, count: { value: Number(line.text.slice(from, to)), from, to } }
}

/** `Keep it as it is: 7`, where a question was asked. */
function ownOption(line: Line): Entry | null {
  const own = /^[\s*_|]*(?<label>\S.{0,58}?)[*_]*\s*(?:[:：=|]|\s[–—-])\s*(?=[\d*_])/u.exec(line.text)
  const label = own?.groups?.['label']
  if (own === null || label === undefined || scaleOf(label) !== null) return null
  const count = countOf(line.text.slice(own[0].length))
  if (count === null || count.value === null) return null
  const by = own[0].length
  return { label, line, count: { value: count.value, from: count.from + by, to: count.to + by } }
}
