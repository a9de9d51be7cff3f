import { isMarked, type Line } from '../reading/index.ts'

/** A line that says what it lists: `**Present:** Ann, Bob`. */
export interface Label {
  readonly text: string
  /** Where what it lists begins in the line; its end, where nothing stands behind the label. */
  readonly rest: number
  readonly isBold: boolean
}

const LONGEST = 80

/** The label of a line: what stands before its first colon, or before `+` as IRC bots have it, or what is bold at its beginning. */
export function labelOf(line: Line): Label | null {
  const before = known.get(line.pieces)
  if (before !== undefined) return before
  const label = readLabel(line)
  known.set(line.pieces, label)
  return label
}

/** By what stays the same of a line while the text around it changes. */
const known = new WeakMap<Line['pieces'], Label | null>()

function readLabel(line: Line): Label | null {
  const { text } = line
  const bold = boldEnd(line)
  const colon = colonIn(text)
  if (colon > 0) {
    const label = text.slice(0, colon).trim()
    return label === '' ? null : { text: label, rest: skipBlanks(text, colon + 1), isBold: bold >= colon }
  }
  const bot = /^\s*(present|regrets|scribe)\s?\+\s+(?=\S)/i.exec(text)
  if (bot) return { text: bot[1]!, rest: bot[0].length, isBold: false }
  const dashed = DASHED.exec(text) ?? SENTENCE.exec(text)
  if (dashed) return { text: dashed[1]!, rest: dashed[0].length, isBold: bold >= dashed[1]!.length }
  if (bold === 0) return null
  const dash = /^\s*[-–—]?\s*/.exec(text.slice(bold))![0].length
  return { text: text.slice(0, bold).trim(), rest: Math.min(text.length, bold + dash), isBold: true }
}

/** Words that are labels also before a dash. */
const DASHED =
  /^\s*(present|attendees|attending|participants|regrets|apologies|absent|scribes?|(?:recording )?secretary|(?:designated )?note ?-?takers?|notes by|minutes by)\s+[-–—]\s+(?=\S)/i

/** `In attendance were Ann Bell and Bob Cole.` */
const SENTENCE =
  /^\s*((?:[Aa]lso )?(?:[Pp]resent|[Ii]n attendance|[Aa]ttending|[Aa]bsent)) (?:were|was|are|is)\s+(?=\p{Lu})/u

/** The colon behind a label; none in brackets, in an address or in a time. */
function colonIn(text: string): number {
  const first = text.search(/[:：]/)
  if (first < 0 || first > LONGEST * 2) return -1
  const before = text.slice(0, first)
  const at = /[([]/.test(before) ? outsideBrackets(text) : first
  const isApart = at >= 0 && !/[\d/]/.test(text[at + 1] ?? '')
  return isApart && text.slice(0, at).replace(/\([^()]*\)/g, '').length <= LONGEST ? at : -1
}

function outsideBrackets(text: string): number {
  let depth = 0
  for (let at = 0; at < text.length && at <= LONGEST * 2; at++) {
    const letter = text[at]!
    if (letter === '(' || letter === '[') depth++
    else if (letter === ')' || letter === ']') depth--
    else if (depth <= 0 && (letter === ':' || letter === '：')) return at
  }
  return -1
}

/** Where bold (or italic) text at the beginning of the line ends; 0 where there is none. */
function boldEnd(line: Line): number {
  let end = 0
  for (const { from, to } of line.pieces) {
    if (from > end || to > LONGEST || !(isMarked(line, 'bold', from, to) || isMarked(line, 'italic', from, to))) break
    end = to
  }
  return end
}

function skipBlanks(text: string, at: number): number {
  const blanks = /^[\s*_]*/.exec(text.slice(at))![0].length
  return Math.min(text.length, at + blanks)
}

const LABELS = String.raw`(?:present|attendees|participants|regrets|apologies|absent|guests?|observers?|note|notes|note-?takers?|minutes?|scribes?|secretary|recorder)`
/** What parts one label with its names from the next, `**Present:** Ann · **Scribe:** Bob`. */
const NEXT = new RegExp(String.raw`\s*[·|•;,/]\s+(?=${LABELS}\b[^:·|•;,/]{0,30}[:：])`, 'giu')
/** The same where nothing but marks of its own parts it: `**Chair:** Ann **Scribe:** Bob`. */
const NEXT_MARKED = new RegExp(String.raw`^${LABELS}\b[^:]{0,30}[:：]`, 'iu')

/** The parts of lines that carry a label each; most lines are one part. */
export function segmentsOf(lines: readonly Line[]): readonly Line[] {
  return lines.some(({ text }) => text.indexOf(':') !== text.lastIndexOf(':')) ? lines.flatMap(segments) : lines
}

function segments(line: Line): Line[] {
  const parts: Line[] = []
  let from = 0
  for (const { at, end } of bordersIn(line)) {
    if (at < from) continue
    parts.push(partOf(line, from, at))
    from = end
  }
  return from === 0 ? [line] : [...parts, partOf(line, from, line.text.length)]
}

/** Where a part ends, and the next begins. */
function bordersIn(line: Line): readonly { readonly at: number; readonly end: number }[] {
  const parted = Array.from(line.text.matchAll(NEXT), ({ 0: words, index }) => ({
    at: index,
    end: index + words.length,
  }))
  const marked = line.pieces.flatMap(({ from, to }) => {
    const isLabel = from > 0 && isMarked(line, 'bold', from, to) && NEXT_MARKED.test(line.text.slice(from))
    return isLabel && line.text.slice(0, from).includes(':') ? [{ at: from, end: from }] : []
  })
  return [...parted, ...marked].sort((a, b) => a.end - b.end)
}

function partOf(line: Line, from: number, to: number): Line {
  const pieces = line.pieces
    .map((piece) => ({ ...piece, from: Math.max(0, piece.from - from), to: Math.min(to, piece.to) - from }))
    .filter((piece) => piece.to > piece.from)
  return {
    ...line,
    from: line.from + from,
    text: line.text.slice(from, to),
    pieces,
    isItemStart: line.isItemStart && from === 0,
  }
}
