import { samePath } from '../path.ts'
import { speechAt } from '../people/speech.ts'
import { isMarked, isSetApart, type Line, matchAt, stepsBelow } from '../reading/index.ts'
import type { Voices } from '../speaker/voices.ts'
import { isCount } from './lines.ts'
import { outcomeBehind, readOutcome } from './outcome.ts'

/** What was asked, by its place in the line. */
export interface Question {
  readonly line: Line
  /** The label, if there is one, from its first letter to where the question begins. */
  readonly label: { readonly from: number; readonly to: number } | null
  readonly from: number
  readonly to: number
  /** Somebody asks it in the course of talk. */
  readonly isSpoken: boolean
}

const LABEL =
  /\[?(?:straw[\s-]?|consensus |formal |informal |quick |phase \d |stage \d )?poll(?:\s*#?\d{1,2})?(?:\s*\([^()]*\))?[\s*_]*(?:[:：]|\s[-–—]{1,2}\s)[\s*_]*|\[?VOTE(?:\s*#?\d{1,2})?[\s*_]*:[\s*_]*/iuy

/** A question with the label `POLL:` or its like, also said by somebody. */
export function markedQuestion(line: Line, names: Voices): Question | null {
  if (!/poll|vote/i.test(line.text)) return below(line, names)
  const at = beginning(line.text)
  const said = speechAt(line.text, at, names)
  const label = labelAt(line, at) ?? (said === null ? null : labelAt(line, said))
  if (label === null) return toldAt(line, at) ?? below(line, names)
  const isLoud =
    /^\[?(?:POLL|VOTE|STRAW)/.test(line.text.slice(label.from)) || isMarked(line, 'bold', label.from, label.to)
  if (label.from > at && !isLoud) return null
  const to = endOf(line.text)
  return to > label.to ? { line, label, from: label.to, to, isSpoken: label.from > at } : null
}

/** `Vote: unanimously accepted`: what was voted on is not said in the line. */
export function toldVote(line: Line): Question | null {
  const at = beginning(line.text)
  const label = matchAt(/vot(?:e|ing)[\s*_]*[:：][\s*_]*(?=\S)/iy, line.text, at)
  return label !== null && outcomeBehind(line.text)?.index === at + label[0].search(/[:：]/)
    ? { line, label: null, from: at, to: endOf(line.text), isSpoken: false }
    : null
}

/** `Motion: to adopt the minutes`, which is a poll if votes are counted below. */
export function motionAt(line: Line): Question | null {
  const at = beginning(line.text)
  const label = matchAt(/motion(?:\s*#?\d{1,2})?[\s*_]*[:：][\s*_]*/iy, line.text, at)
  const to = endOf(line.text)
  const from = at + (label?.[0].length ?? 0)
  return label === null || to <= from ? null : { line, label: { from: at, to: from }, from, to, isSpoken: false }
}

/** `Vote on the name? 50/50`, `Poll to adopt the minutes: passed`: without a label, but with what came of it. */
function toldAt(line: Line, at: number): Question | null {
  const isVote = matchAt(/(?:straw )?(?:vote|poll)s? (?:on|for|about|to|whether)\s/iy, line.text, at) !== null
  if (!isVote || outcomeBehind(line.text) === null) return null
  return { line, label: null, from: at, to: endOf(line.text), isSpoken: false }
}

/** The line right below a heading or label that says `Poll` and nothing else. */
function below(line: Line, names: Voices): Question | null {
  const head = line.heads.at(-1)
  const isPoll = head !== undefined && head.kind !== 'item' && /^(?:straw )?poll(?: \d+)?$/.test(head.key)
  if (!isPoll || stepsBelow(line, head) > 1 || line.row > (samePath(line.path, head.path) ? 1 : 0)) return null
  const isOther = speechAt(line.text, 0, names) !== null || isCount(line) || readOutcome(line.text, names) !== null
  const [from, to] = [beginning(line.text), endOf(line.text)]
  return to > from && !isOther && !line.text.includes('|') ? { line, label: null, from, to, isSpoken: false } : null
}

function labelAt(line: Line, at: number): { from: number; to: number } | null {
  const { text } = line
  const bold = matchAt(/poll[\s*_]+(?=\S)/iy, text, at)
  if (bold !== null && isSetApart(line, at, at + 4)) return { from: at, to: at + bold[0].length }
  LABEL.lastIndex = at
  const label = LABEL.exec(text)
  // `Vote:` in other cases than capitals is talk of a vote, unless it is a heading: `### Vote: adopt the charter`.
  const isTalk = label !== null && /vote/i.test(label[0]) && !label[0].includes('VOTE')
  if (label === null || (isTalk && line.node.type !== 'heading')) return null
  return { from: at, to: LABEL.lastIndex }
}

/** `Any questions before we vote?` is not what the vote is on. */
const BEFORE_VOTE =
  /\b(?:before|until|once) (?:we|you|the|this|our) (?:\p{L}+ ){0,3}?(?:polls?|votes?)\b[^.]{0,20}\?\W*$/iu

/** What stands right above counts is the question: a heading, a line in bold, a paragraph; of what somebody says only a question. */
export function questionAbove(line: Line, names: Voices): Question | null {
  const { text } = line
  const at = beginning(text)
  const said = speechAt(text, at, names)
  const isAsked = (/[?？]\W*$/.test(text) || /\b(?:poll|vote|straw)\b/i.test(text)) && !BEFORE_VOTE.test(text)
  if (said !== null && !isAsked) return null
  const to = endOf(text)
  const begin = said ?? at
  const label = /^\[?(?:vote|motion|question|proposal)[\s*_]*[:：][\s*_]*/i.exec(text.slice(begin))
  const from = begin + (label?.[0].length ?? 0)
  return to > from
    ? { line, label: label === null ? null : { from: begin, to: from }, from, to, isSpoken: said !== null }
    : null
}

/** `Result:` and its like stand between a question and its counts. */
export function isBetween({ text }: Line): boolean {
  return /^\W*(?:(?:the |poll |vote |voting )?(?:results?|votes?|tally|counts?|poll)(?: (?:is|are|was))?\W*|[\W_]*)$/i.test(
    text,
  )
}

function beginning(text: string): number {
  return /^[\s*_.…•·→>-]*/u.exec(text)![0].length
}

/** Without the marks, brackets and colons at its end. */
function endOf(text: string): number {
  return text.replace(/[\s*_\]:：]+$/, '').length
}
