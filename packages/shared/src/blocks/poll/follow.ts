import type { Written } from '../block.ts'
import { type Line, spanIn } from '../reading/index.ts'
import type { Voices } from '../speaker/voices.ts'
import { isStillAsked } from './asked.ts'
import { tallyAt } from './lines.ts'
import { readAbstentions, readOutcome } from './outcome.ts'
import { markedQuestion, type Question } from './question.ts'
import type { Step } from './steps.ts'

/** What follows a poll and belongs to it. */
export interface Following {
  readonly outcome: Written<string> | null
  readonly declaredBy: Written<string> | null
  readonly abstain: Written<number> | null
  /** The lines that say nothing else. */
  readonly lines: readonly Line[]
}

export const NOTHING_FOLLOWS: Following = { outcome: null, declaredBy: null, abstain: null, lines: [] }

/** Voters explain themselves before somebody says what came of it. */
const NEAR = 3
const FAR = 8
/** A question without counts is talked about, and then nobody objects. */
const UNTIL_CONSENT = 40
/** All that somebody says of it. */
const NOTHING_ELSE =
  /^(?:unanimous(?:ly)?|(?:(?:we have|general|full|unanimous) )*(?:consent|consensus)|no (?:objections?|opposition|dissent))(?: (?:then|here|reached|given))?$/i
const CONSENT = /\b(?:unanimous(?:ly)?|consent|consensus|no objections?)\b/i

/** Looks for outcome and abstentions below a poll: right below it whatever tells an outcome, further down only a note. */
export function follow(
  steps: readonly Step[],
  from: number,
  question: Question | null,
  isCounted: boolean,
  names: Voices,
): Following {
  let abstain: Written<number> | null = null
  const lines: Line[] = []
  const found = (): Following => ({ outcome: null, declaredBy: null, abstain, lines })
  for (let index = from; index < steps.length && index < from + (isCounted ? FAR : UNTIL_CONSENT); index++) {
    const step = steps[index]!
    if (step.kind === 'gap') continue
    if (step.kind === 'table') return found()
    const distance = index - from
    const text = step.kind === 'html' ? step.text : step.line.text
    if (step.kind === 'line') {
      const { line } = step
      if (line.node.type === 'heading' || (question !== null && !isStillAsked(question, line))) return found()
      if (markedQuestion(line, names) !== null || tallyAt(steps, index, false) !== null) return found()
      const abstained = readAbstentions(text)
      if (abstained !== null) {
        abstain ??= { value: abstained.value, at: spanIn(line, abstained.from, abstained.to) }
        lines.push(line)
        continue
      }
    }
    const outcome = readOutcome(text, names)
    const isNear = distance < NEAR
    const isAll = outcome !== null && !isCounted && NOTHING_ELSE.test(text.slice(outcome.from, outcome.to).trim())
    if (
      outcome === null ||
      !(isNear || outcome.isNote || isAll) ||
      !(isCounted || distance === 0 || CONSENT.test(text))
    )
      continue
    const at = (from: number, to: number): Written<string> => ({
      value: text.slice(from, to).trim(),
      at: step.kind === 'line' ? spanIn(step.line, from, to) : { path: step.block.path, from, to },
    })
    if (step.kind === 'line' && outcome.isNote) lines.push(step.line)
    return {
      outcome: at(outcome.from, outcome.to),
      declaredBy: outcome.by === null ? null : at(outcome.by.from, outcome.by.to),
      abstain,
      lines,
    }
  }
  return found()
}
