import type { BlockJson, DocJson } from '../../document/node.ts'
import { oneLine } from '../../document/one-line.ts'
import type { AgendaItemRef, PollResult, PollTerms, Reason } from '../../ledger/index.ts'
import { paragraphOf } from '../attendance/change/nodes.ts'
import { pathOfId } from '../carriers.ts'
import type { Change } from '../change/change.ts'
import { wordsAt, wordsLike, written } from '../change/words.ts'
import { nextPath } from '../path.ts'
import { behindCounts, setTally } from '../poll/change.ts'
import { newCounts, newQuestion } from '../poll/create.ts'
import type { Poll } from '../poll/poll.ts'
import { type PollStyle, pollStyleOf, PLAIN_POLLS } from '../poll/style.ts'
import { keyOf } from '../reading/index.ts'
import { type Understanding, understand } from '../understand.ts'
import { insertMissing } from './missing.ts'
import { endOfItem } from './notes-place.ts'
import { affiliationLine, outcomeLine, reasonLines, type ResultPlace } from './result-lines.ts'

/**
 * Freezes the result of a poll into its block: the counts in the block's own form, the outcome with who declared it, the reasons
 * that were given. Where the block is gone, all of it is written at the end of the open item's notes, else of the minutes.
 */
export function pollResult(
  document: DocJson,
  block: string | null,
  terms: PollTerms,
  result: PollResult,
  reasons: readonly Reason[],
  place: ResultPlace = {},
): readonly Change[] {
  const found = understand(document)
  const style = styleFor(document, found, terms.options, place.poll)
  const below = [
    outcomeLine(result.outcome, result.by),
    ...reasonLines(found, reasons, place),
    ...(place.byAffiliation === true ? affiliationLine(terms.options, result) : []),
  ].flat()
  const poll = pollFor(found, block, terms.question, (each) => isOpenOr(each, terms.options, result.tally))
  const counts = newCounts(style, inOrder(style.options, terms.options, result.tally))
  if (poll === undefined)
    return writeAnew(document, found, block, terms.question, style, [...counts, ...below], place.item)
  const asked = questionAsVoted(document, poll, terms.question)
  const tally = countsFor(poll, terms.options, result.tally)
  if (poll.counts !== null && tally !== null) {
    return [...asked, ...setTally(document, poll, tally), ...insertMissing(document, behindCounts(poll), below)]
  }
  return [...asked, ...insertMissing(document, behindCounts(poll), [...counts, ...below])]
}

/** The result is that of the question which people saw: where the block asks something else by now, it asks that again. */
function questionAsVoted(document: DocJson, poll: Poll, question: string): readonly Change[] {
  const { at, value } = poll.question
  if (at === null || keyOf(value) === keyOf(question)) return []
  return [{ type: 'text', at, content: wordsLike(document, at, oneLine(question)) }]
}

/**
 * Records that nobody objected, in the words of the group's polls: `Unanimous consent`, with how many were there. Counts that were
 * left blank go, as there was nothing to count.
 */
export function consentRecorded(
  document: DocJson,
  block: string | null,
  wording: string,
  present: number,
  place: ResultPlace = {},
): readonly Change[] {
  const found = understand(document)
  const line = [paragraphOf(written(`Unanimous consent (${present} present).`))]
  const poll = pollFor(found, block, wording, ({ options }) => options.every(({ count }) => count.value === null))
  if (poll === undefined) {
    return writeAnew(document, found, block, wording, styleFor(document, found, [], place.poll), line, place.item)
  }
  return [...withoutBlankCounts(poll), ...insertMissing(document, behindCounts(poll), line)]
}

/** Of the block with this id; where that is gone, of another with the same question. */
function pollFor(
  { polls }: Understanding,
  block: string | null,
  question: string,
  mayBe: (poll: Poll) => boolean,
): Poll | undefined {
  const own = block === null ? undefined : polls.find(({ carrier }) => carrier.id === block)
  return own ?? polls.findLast((poll) => keyOf(poll.question.value) === keyOf(question) && mayBe(poll))
}

/** It waits for counts, or has these. */
function isOpenOr(poll: Poll, options: readonly string[], tally: readonly number[]): boolean {
  if (poll.options.every(({ count }) => count.value === null)) return true
  const wanted = countsFor(poll, options, tally)
  return wanted !== null && poll.options.every(({ count }, index) => count.value === wanted[index])
}

/** The tally in the order of the block's options; null where these are others. */
function countsFor({ options }: Poll, labels: readonly string[], tally: readonly number[]): readonly number[] | null {
  const counts = options.map(({ label }) => tally[labels.findIndex((each) => isSameLabel(each, label))])
  return options.length === labels.length && counts.every((count) => count !== undefined) ? counts : null
}

function inOrder(options: readonly string[], labels: readonly string[], tally: readonly number[]): readonly number[] {
  return options.map((label) => tally[labels.findIndex((each) => isSameLabel(each, label))] ?? 0)
}

function isSameLabel(a: string, b: string): boolean {
  const plain = (label: string): string => label.trim().toLowerCase().replace(/[–−]/g, '-')
  return plain(a) === plain(b)
}

/** As these minutes write polls; with the options of this one, in the group's order if they are the same. */
function styleFor(
  document: DocJson,
  { polls }: Understanding,
  options: readonly string[],
  usual: PollStyle = PLAIN_POLLS,
): PollStyle {
  const style = pollStyleOf(document, polls, usual)
  const orders = [style.options, usual.options]
  const order = orders.find(
    (each) =>
      each.length === options.length && each.every((label) => options.some((other) => isSameLabel(other, label))),
  )
  return { ...style, options: order ?? options }
}

function writeAnew(
  document: DocJson,
  found: Understanding,
  block: string | null,
  question: string,
  style: PollStyle,
  below: readonly BlockJson[],
  item: AgendaItemRef | null | undefined,
): readonly Change[] {
  // Its node may be there, although nothing tells that it is a poll any more.
  const node = block === null ? null : pathOfId(document, block)
  const asked = newQuestion(oneLine(question), style)
  if (node !== null) {
    const words = wordsAt(document, { path: node, from: 0, to: Number.MAX_SAFE_INTEGER })
    const stands = keyOf(words).includes(keyOf(question))
    return insertMissing(document, nextPath(node), stands ? below : [asked, ...below])
  }
  return [{ type: 'insert', path: endOfItem(document, found, item ?? null), nodes: [withId(asked, block), ...below] }]
}

function withId(node: BlockJson, id: string | null): BlockJson {
  if (id === null) return node
  return { ...node, attrs: { ...('attrs' in node ? node.attrs : {}), id } } as BlockJson
}

function withoutBlankCounts({ counts, carrier, form, options }: Poll): readonly Change[] {
  const isBlank = options.every(({ count }) => count.value === null)
  const isApart = counts !== null && counts.join() !== carrier.path.join() && form !== 'line' && form !== 'none'
  return isBlank && isApart ? [{ type: 'remove', path: counts }] : []
}
