import { samePath } from '../path.ts'
import { speechAt } from '../people/speech.ts'
import type { Line } from '../reading/index.ts'
import type { Voices } from '../speaker/voices.ts'
import { sectionOf, type Step } from './steps.ts'

const CALL =
  /^(?:(?:ok(?:ay)?|so|then|alright|right|well|great|now|and)[,.]?\s+)*(?:let['’]?s|let us|(?:we|i)(?:['’]ll| will| can| should)|shall we|can we|time to)\s+(?:now\s+|just\s+|all\s+|then\s+)?(?:vote|(?:do|have|take|hold|run)\s+(?:a|the|our)\s+(?:\p{L}+\s+){0,2}(?:poll|vote))(?:,?\s+(?:now|then|here|today|in (?:the )?(?:chat|room)|on (?:it|this|that)))*\W*$/iu

/** `Ann: Let's do a poll in the chat.` calls for a vote on what was talked about, and does not say on what. */
export function isCall({ text }: Line, names: Voices): boolean {
  const from = /^[\s*_>-]*/.exec(text)![0].length
  return CALL.test(text.slice(speechAt(text, from, names) ?? from))
}

/** Whether the step above this one is such a call. */
export function isCalledAt(steps: readonly Step[], at: number, names: Voices): boolean {
  const above = steps[at - 1]
  return above?.kind === 'line' && isCall(above.line, names)
}

/** The heading over such a call, by its step, where it says itself that there is a vote: `#### Poll on nuts`. */
export function headingOfCall(steps: readonly Step[], at: number): number | null {
  const call = steps[at]
  const section = call?.kind === 'line' ? sectionOf(call.line) : null
  if (section === null) return null
  const found = steps.findLastIndex(
    (step, index) => index < at && step.kind === 'line' && samePath(step.line.path, section),
  )
  const heading = steps[found]
  return heading?.kind === 'line' && /\b(?:polls?|votes?|voting)\b/i.test(heading.line.text) ? found : null
}
