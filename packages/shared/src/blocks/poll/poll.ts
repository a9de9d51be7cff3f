import type { Carrier, Written } from '../block.ts'
import type { Path, Span } from '../path.ts'

/** One thing that could be voted for. */
export interface PollOption {
  /** As written: `SF`, `F`, `N`, `A`, `SA`, `For`, `+1`, `yes`, or words of the group's own. */
  readonly label: string
  /** `9 in room + 9 in chat` is 18. Null where the count is still missing; `at` is where it is or belongs. */
  readonly count: Written<number | null>
}

/** How the counts stand: head and counts as two rows; a row for each option; an item or line each; all in one line; none at all. */
export type PollForm = 'columns' | 'rows' | 'list' | 'line' | 'none'

/** A question that was put to the group, and how it answered. */
export interface Poll {
  readonly kind: 'poll'
  readonly carrier: Carrier
  readonly form: PollForm
  /** Without the label `POLL:`. Empty where counts stand without a question. */
  readonly question: Written<string>
  /** `POLL:` and its like with what separates it from the question; null where nothing marks it. */
  readonly label: Span | null
  readonly options: readonly PollOption[]
  /** The table, list or paragraph that holds the counts; null where there is none. */
  readonly counts: Path | null
  readonly abstain?: Written<number>
  /** As written: `consensus`, `unanimous consent`, `no consensus`, … */
  readonly outcome?: Written<string>
  /** Who said that this is the outcome. */
  readonly declaredBy?: Written<string>
}
