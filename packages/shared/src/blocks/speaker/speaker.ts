import type { Span } from '../path.ts'
import type { Resolution } from '../people/roster.ts'

/** Somebody speaks: `Till: …`, `RD: …`, `**Ann Bell:** …`, at the beginning of a line. */
export interface Turn {
  readonly kind: 'turn'
  /** As written, without marks and colon. */
  readonly written: string
  /** Whom the attendance says that this is. */
  readonly who: Resolution
  /** The name with its colon. */
  readonly at: Span
}
