import type { Written } from '../block.ts'
import type { Path } from '../path.ts'
import { type Line, spanIn } from '../reading/index.ts'
import type { Count } from './count.ts'
import type { PollForm, PollOption } from './poll.ts'
import { scaleOf } from './scale.ts'

/** Counts that stand together, whatever was asked. */
export interface Tally {
  readonly form: PollForm
  readonly options: readonly PollOption[]
  readonly abstain: Written<number> | null
  readonly counts: Path
  readonly lines: readonly Line[]
  /** The words before the counts, where these stand in one line with their question; or the first cell of a row. */
  readonly question: { readonly line: Line; readonly from: number; readonly to: number } | null
  /** Words before the counts that tell the outcome: `The motion passed with …`. */
  readonly told?: { readonly line: Line; readonly from: number; readonly to: number } | null
  /** The counts stand in a sentence that says more, and may be a decision. */
  readonly isWithin?: boolean
  /** The labels are those of a known scale. */
  readonly isKnown: boolean
}

/** A label and its count with the line that they stand in. */
export interface Entry {
  readonly label: string
  readonly line: Line
  readonly count: Count
}

/** What entries say; abstentions stand beside the options. */
export function optionsOf(entries: readonly Entry[]): Pick<Tally, 'options' | 'abstain'> {
  const written = ({ line, count }: Entry): Written<number | null> => ({
    value: count.value,
    at: spanIn(line, count.from, count.to),
  })
  const abstain = entries.find(({ label, count }) => scaleOf(label) === 'abstain' && count.value !== null)
  return {
    options: entries
      .filter(({ label }) => scaleOf(label) !== 'abstain')
      .map((entry) => ({ label: plainLabel(entry.label), count: written(entry) })),
    abstain: abstain === undefined ? null : (written(abstain) as Written<number>),
  }
}

function plainLabel(label: string): string {
  return label.replace(/^[\s*_]+|[\s*_:：]+$/g, '')
}
