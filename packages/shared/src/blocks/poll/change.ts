import type { BlockJson, DocJson } from '../../document/node.ts'
import { recogniseAttendance } from '../attendance/recognise.ts'
import type { Change } from '../change/change.ts'
import { wordsAt, wordsLike, written } from '../change/words.ts'
import { nextPath, nodeAt, type Path, type Span } from '../path.ts'
import { Roster } from '../people/roster.ts'
import { viewOf } from '../reading/index.ts'
import { speakingIn, type Voices } from '../speaker/voices.ts'
import { newCounts, newQuestion } from './create.ts'
import { readOutcome } from './outcome.ts'
import type { Poll } from './poll.ts'
import { PLAIN_POLLS, type PollStyle } from './style.ts'

/** Writes how many were for an option: one cell or one line changes. */
export function setCount(document: DocJson, poll: Poll, option: number, count: number | null): readonly Change[] {
  const { at, value } = poll.options[option]?.count ?? { at: null, value: null }
  if (at === null || value === count) return []
  const isJoined =
    at.from === at.to && at.from > 0 && /\S/.test(wordsAt(document, { ...at, from: at.from - 1, to: at.from }))
  const words = count === null ? '' : `${isJoined ? ' ' : ''}${count}`
  return [{ type: 'text', at, content: wordsLike(document, at, words) }]
}

/** Writes the whole tally at once; counts that are there already change nothing. A poll without counts gets them in the style. */
export function setTally(
  document: DocJson,
  poll: Poll,
  counts: readonly (number | null)[],
  style: PollStyle = PLAIN_POLLS,
): readonly Change[] {
  if (poll.counts === null)
    return [{ type: 'insert', path: nextPath(poll.carrier.path), nodes: newCounts(style, counts) }]
  return poll.options.flatMap((_, index) => setCount(document, poll, index, counts[index] ?? null))
}

/** What somebody types for a whole tally: `7 4 1 0 0`, also with commas or slashes. Null where it is something else. */
export function parseTally(typed: string, options: number): readonly number[] | null {
  const parts = typed.trim().split(/[\s,;/|]+/)
  return parts.length === options && parts.every((part) => /^\d{1,4}$/.test(part)) ? parts.map(Number) : null
}

/** Writes what came of it and who declares it; null takes it away. */
export function setOutcome(document: DocJson, poll: Poll, outcome: string | null, by?: string): readonly Change[] {
  const at = poll.outcome?.at ?? null
  if (outcome === null) return at === null ? [] : withoutLine(document, at)
  if (at === null)
    return [
      {
        type: 'insert',
        path: behindCounts(poll),
        nodes: [{ type: 'paragraph', content: written(spell(document, outcome, by)) }],
      },
    ]
  const words = wordsLike(document, at, outcome)
  const told = (open: string, close: string): Change => ({
    type: 'text',
    at,
    content: [...written(open), ...words, ...written(close)],
  })
  const declared = poll.declaredBy?.at ?? null
  if (by === undefined) return [told('', '')]
  if (declared !== null)
    return [{ type: 'text', at: declared, content: wordsLike(document, declared, by) }, told('', '')]
  // Behind a label, as in `Outcome: consensus`, a name before the words would be read as a part of them.
  const isLabelled = /[:：–-]\s*$/.test(wordsAt(document, { ...at, from: 0, to: at.from }))
  if (!isLabelled && isSpoken(document, outcome, by)) return [told(`${by}: `, '')]
  return [told(isLabelled ? '' : 'Outcome: ', ` (declared by ${by})`)]
}

/** As a line that reads back as an outcome: most words do of themselves, the others behind `Outcome:`. */
function spell(document: DocJson, outcome: string, by: string | undefined): string {
  const labelled = `Outcome: ${outcome}`
  const words = readOutcome(outcome, voicesOf(document)) === null ? labelled : outcome
  if (by === undefined) return words
  return isSpoken(document, words, by) ? `${by}: ${words}` : `${labelled} (declared by ${by})`
}

/** Whether a name before these words is read as that of who declares them: that of somebody who is not listed may not be. */
function isSpoken(document: DocJson, words: string, by: string): boolean {
  return (readOutcome(`${by}: ${words}`, voicesOf(document))?.by ?? null) !== null
}

function voicesOf(document: DocJson): Voices {
  const view = viewOf(document)
  return speakingIn(view, new Roster(recogniseAttendance(view).flatMap(({ attendees }) => attendees))).voices
}

/** Writes the question; counts without one get it above them, in the style. */
export function setQuestion(
  document: DocJson,
  poll: Poll,
  question: string,
  style: PollStyle = PLAIN_POLLS,
): readonly Change[] {
  const { at } = poll.question
  if (at !== null) return [{ type: 'text', at, content: wordsLike(document, at, question) }]
  return [{ type: 'insert', path: poll.counts ?? poll.carrier.path, nodes: [newQuestion(question, style)] }]
}

/** Writes how many abstained; null takes it away. */
export function setAbstentions(document: DocJson, poll: Poll, abstain: number | null): readonly Change[] {
  const at = poll.abstain?.at ?? null
  if (at === null) {
    const nodes: readonly BlockJson[] = [{ type: 'paragraph', content: written(`Abstain: ${abstain}`) }]
    return abstain === null ? [] : [{ type: 'insert', path: behindCounts(poll), nodes }]
  }
  if (abstain !== null) return [{ type: 'text', at, content: wordsLike(document, at, String(abstain)) }]
  const isCell = nodeAt(document, at.path)?.type === 'tableCell'
  const isAlone = /^\W*(?:abst\p{L}*)?\W*$/iu.test(lineAround(document, at).without)
  return isAlone && !isCell ? withoutLine(document, at) : [{ type: 'text', at, content: [] }]
}

/** Takes away the line that a span is in: all of its block if that has no other. */
function withoutLine(document: DocJson, at: Span): readonly Change[] {
  const { from, to, whole } = lineAround(document, at)
  if (from === 0 && to === whole) return [{ type: 'remove', path: at.path }]
  const isLast = to === whole
  return [
    { type: 'text', at: { path: at.path, from: isLast ? from - 1 : from, to: isLast ? to : to + 1 }, content: [] },
  ]
}

function lineAround(document: DocJson, at: Span): { from: number; to: number; whole: number; without: string } {
  const text = wordsAt(document, { ...at, from: 0, to: Number.MAX_SAFE_INTEGER })
  const from = text.lastIndexOf('\n', at.from - 1) + 1
  const next = text.indexOf('\n', at.to)
  const to = next < 0 ? text.length : next
  return { from, to, whole: text.length, without: text.slice(from, at.from) + text.slice(at.to, to) }
}

/** Behind the table, list or last line of the counts; behind the question where there are none. */
export function behindCounts(poll: Poll): Path {
  const last = poll.options.at(-1)?.count.at?.path
  switch (poll.form) {
    case 'columns':
    case 'rows':
    case 'list':
      return nextPath(poll.counts ?? poll.carrier.path)
    case 'line':
      return nextPath(last ?? poll.carrier.path)
    case 'none':
      return nextPath(poll.carrier.path)
  }
}
