import { samePath } from '../path.ts'
import { speechAt } from '../people/speech.ts'
import { isMarked, joinLines, keyOf, type Line } from '../reading/index.ts'
import type { Voices } from '../speaker/voices.ts'
import { headingOfCall, isCall } from './call.ts'
import { isCount, tallyAt } from './lines.ts'
import { readOutcome } from './outcome.ts'
import { isBetween, markedQuestion, type Question, questionAbove } from './question.ts'
import { sectionOf, type Step } from './steps.ts'

/** A question and the steps that it takes. */
export interface Asked {
  readonly question: Question
  readonly first: number
  readonly last: number
}

/** The marked question that begins at this step; its text may go on in the next rows. `isSaid`: a person has said that it is one. */
export function askedAt(steps: readonly Step[], at: number, names: Voices, isSaid: boolean): Asked | null {
  const step = steps[at]
  if (step?.kind !== 'line') return null
  const first = markedQuestion(step.line, names) ?? (isSaid ? questionAbove(step.line, names) : null)
  if (first === null) return null
  const lines: [Line, ...Line[]] = [step.line]
  for (let next = at + 1; next < steps.length; next++) {
    const row = steps[next]!
    if (row.kind !== 'line' || !goesOn(step.line, row.line, names)) break
    lines.push(row.line)
  }
  const line = joinLines(lines)
  const whole = markedQuestion(line, names) ?? questionAbove(line, names) ?? first
  return { question: whole, first: at, last: at + lines.length - 1 }
}

function goesOn(first: Line, row: Line, names: Voices): boolean {
  if (!samePath(first.path, row.path) || row.text.trim() === '' || isBetween(row)) return false
  if (markedQuestion(row, names) !== null || readOutcome(row.text, names) !== null) return false
  return speechAt(row.text, 0, names) === null && !isCount(row) && !/^\s*\||\|.*\|/.test(row.text)
}

/** The line right above a step that asks, if one does; words such as `Result:` may stand between. */
export function askedAbove(steps: readonly Step[], at: number, names: Voices): Asked | null {
  for (let index = at - 1; index >= 0 && index >= at - 3; index--) {
    const step = steps[index]!
    if (step.kind !== 'line') return null
    const { line } = step
    if (isBetween(line)) continue
    const marked = markedQuestion(line, names)
    if (marked !== null) return { question: marked, first: index, last: index }
    if (isCall(line, names)) return calledFor(steps, index, names)
    const above = readOutcome(line.text, names) === null ? questionAbove(line, names) : null
    return above === null ? null : { question: above, first: index, last: index }
  }
  return null
}

/** What a call for a vote is about: the heading over it, if that speaks of a vote; else nobody wrote it down but as the call itself. */
function calledFor(steps: readonly Step[], at: number, names: Voices): Asked | null {
  const index = headingOfCall(steps, at) ?? at
  const step = steps[index]
  const question = step?.kind === 'line' ? questionAbove(step.line, names) : null
  return question === null ? null : { question, first: index, last: index }
}

/** A line that only says that counts follow: `Votes:`, `Straw poll results`. */
const HEAD =
  /^\W*(?:(?:the|straw|final|our) )*(?:vot(?:es?|ing)|polls?|straw ?polls?)(?: (?:results?|counts?|tally|outcome))?\W*$/i

/**
 * `Votes:` with the counts nested in it. What stands above is the question if it asks; where nobody wrote down what was voted on, these
 * words are all there is.
 */
export function askedOver(steps: readonly Step[], at: number, names: Voices): Asked | null {
  const step = steps[at]
  if (step?.kind !== 'line' || step.line.item === null || !HEAD.test(step.line.text)) return null
  const { line } = step
  const tally = tallyAt(steps, at + 1, true)
  if (tally === null || tally.lines[0]!.item?.parent !== line.item) return null
  const above = askedAbove(steps, at, names)
  if (above !== null && asks(above.question)) return { ...above, last: at }
  const from = /^\W*/u.exec(line.text)![0].length
  const question = { line, label: null, from, to: line.text.replace(/\W+$/u, '').length, isSpoken: false }
  return { question, first: at, last: at }
}

function asks({ line, label }: Question): boolean {
  return label !== null || /[?？]\W*$/.test(line.text) || isMarked(line, 'bold') || line.node.type === 'heading'
}

/** It says of itself that it asks, if not with a label. */
export function isPollish({ line }: Question): boolean {
  return /\b(?:polls?|votes?|straw)\b/i.test(line.text) || isMarked(line, 'bold') || line.node.type === 'heading'
}

/** Whether a line still belongs to what was asked: it is in the same section. */
export function isStillAsked(question: Question, line: Line): boolean {
  const asked = question.line
  if (asked.node.type === 'heading') return line.heads.some(({ path }) => samePath(path, asked.path))
  const [a, b] = [sectionOf(asked), sectionOf(line)]
  return a === null || b === null ? a === b : samePath(a, b)
}

/** Whether a question is the heading over another one that asks the same again. */
export function isHeadline(heading: Question, { line, from, to }: Question): boolean {
  if (heading.line.node.type !== 'heading' || !isStillAsked(heading, line)) return false
  const words = new Set(wordsIn(heading.line.text))
  const again = wordsIn(line.text.slice(from, to))
  return again.length === 0 || again.some((word) => words.has(word))
}

/** The words that say what is asked. */
function wordsIn(text: string): readonly string[] {
  return keyOf(text)
    .split(' ')
    .filter(
      (word) => word.length > 3 && !/^(?:polls?|votes?|straw|should|that|this|with|from|move|advance)$/.test(word),
    )
}
