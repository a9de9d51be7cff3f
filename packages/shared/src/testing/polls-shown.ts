import type { Poll } from '../blocks/poll/poll.ts'
import { understand } from '../blocks/understand.ts'
import { parse } from '../markdown/index.ts'

export function pollsIn(text: string): readonly Poll[] {
  return understand(parse(text)).polls
}

/** A poll as one line: `question | SF 17, F 18 | 2 abstain | outcome | by`. */
export function shown({ question, options, abstain, outcome, declaredBy }: Poll): string {
  const counts = options.map(({ label, count }) => `${label} ${count.value ?? '?'}`).join(', ')
  const parts = [
    question.value,
    counts,
    abstain === undefined ? '' : `${abstain.value} abstain`,
    outcome?.value ?? '',
    declaredBy === undefined ? '' : `by ${declaredBy.value}`,
  ]
  return parts.filter((part) => part !== '').join(' | ')
}

export function shownIn(text: string): readonly string[] {
  return pollsIn(text).map(shown)
}

/** Minutes that ask, and wait for their counts. */
export const ASKED = '# Monthly\n\n**POLL: shall we?**\n\n'
