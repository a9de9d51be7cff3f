import type { Poll } from '../../blocks/poll/poll.ts'
import type { Pattern, PollStyle } from '../house-style.ts'
import { type File, lineAt } from './file.ts'
import { majority } from './majority.ts'
import { patternOf } from './pattern-of.ts'

/** How a question is put to the group, what can be answered, and how the outcome is told. */
export function inferPoll(files: readonly File[]): Partial<PollStyle> {
  const polls = files.flatMap((file) => file.found.polls.map((poll) => ({ file, poll })))
  const form = majority(polls.map(({ poll }) => poll.form))
  const own = polls.filter(({ poll }) => poll.form === form)
  const options = majority(
    own.flatMap(({ poll }) => (poll.options.length > 1 ? [poll.options.map(({ label }) => label)] : [])),
  )
  const question = majority(own.flatMap(({ file, poll }) => patternAt(file, poll.question) ?? []))
  const outcome = majority(own.flatMap(({ file, poll }) => (poll.outcome && patternAt(file, poll.outcome)) ?? []))
  return {
    ...(form === undefined ? {} : { form }),
    ...(options === undefined ? {} : { options }),
    ...(question === undefined ? {} : { question }),
    ...(outcome === undefined ? {} : { outcome }),
  }
}

function patternAt(file: File, { at }: Poll['question']): Pattern | undefined {
  const line = at === null ? undefined : lineAt(file, at)
  if (at === null || line === undefined || at.to > line.from + line.text.length) return undefined
  return patternOf(line, [{ at, place: 'text' }])
}
