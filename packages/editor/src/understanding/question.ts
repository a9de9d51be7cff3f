import type { Understanding } from '@plenary/shared/blocks'
import type { BlockJson } from '@plenary/shared/document'

/** What the page asks of the worker: what these minutes say. The blocks at the top have numbers, and are sent once. */
export interface Question {
  /** All of them, in their order. */
  readonly blocks: readonly number[]
  /** Those that the worker does not know yet. */
  readonly added: readonly (readonly [number, BlockJson])[]
}

/** Everything but the roster, which is made anew: it is more than data. Null where the reading broke. */
export type Answer = Omit<Understanding, 'roster'> | null
