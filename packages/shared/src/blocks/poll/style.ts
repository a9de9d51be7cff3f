import type { DocJson, MarkJson } from '../../document/node.ts'
import { marksAt, wordsAt } from '../change/words.ts'
import { nodeAt, type Span } from '../path.ts'
import type { Poll } from './poll.ts'

/** How a group writes a poll: what a new one looks like. */
export interface PollStyle {
  /** `POLL`, `Poll`, `Straw poll`. */
  readonly label: string
  readonly mark: 'bold' | 'italic' | null
  /** The marks go on over the question: `**POLL: …**`. */
  readonly isAllMarked: boolean
  /** The level of the heading that the question is; null: a paragraph. */
  readonly heading: number | null
  readonly form: 'columns' | 'rows' | 'list' | 'line'
  /** The options in the order in which they stand. */
  readonly options: readonly string[]
}

export const FOR_TO_AGAINST = ['SF', 'F', 'N', 'A', 'SA'] as const
export const FOR_NEUTRAL_AGAINST = ['F', 'N', 'A'] as const

export const PLAIN_POLLS: PollStyle = {
  label: 'POLL',
  mark: 'bold',
  isAllMarked: true,
  heading: null,
  form: 'columns',
  options: FOR_TO_AGAINST,
}

/** How the last polls of these minutes are written; what they do not show is as the fallback says. */
export function pollStyleOf(document: DocJson, polls: readonly Poll[], fallback: PollStyle = PLAIN_POLLS): PollStyle {
  const counted = polls.findLast(({ form, options }) => form !== 'none' && options.length > 1)
  const counts =
    counted === undefined || counted.form === 'none'
      ? {}
      : { form: counted.form, options: counted.options.map(({ label }) => label) }
  const asked = polls.findLast(({ label, question }) => label !== null && question.at !== null)
  return {
    ...fallback,
    ...counts,
    ...(asked === undefined ? {} : questionStyle(document, asked.label!, asked.question.at!)),
  }
}

function questionStyle(document: DocJson, label: Span, question: Span): Partial<PollStyle> {
  const words = /^\[?(?<label>[\p{L} -]*\p{L})/u.exec(wordsAt(document, label))?.groups?.['label']
  if (words === undefined) return {}
  const node = nodeAt(document, label.path)
  const mark = markIn(marksAt(document, label.path, label.from))
  return {
    label: words,
    mark,
    isAllMarked: mark !== null && markIn(marksAt(document, question.path, question.from)) === mark,
    heading: node?.type === 'heading' ? node.attrs.level : null,
  }
}

function markIn(marks: readonly MarkJson[]): PollStyle['mark'] {
  return (['bold', 'italic'] as const).find((name) => marks.some(({ type }) => type === name)) ?? null
}
