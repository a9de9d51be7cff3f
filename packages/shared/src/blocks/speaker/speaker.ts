import type { Span } from '../path.ts'
import type { Resolution } from '../people/roster.ts'

/** How minutes write who speaks. */
export interface TurnStyle {
  /** `Ann: …`, `[Ann] …`, `[name=Ann] …`, `<ann> …`. */
  readonly frame: 'colon' | 'brackets' | 'name=' | 'angle'
  readonly mark: 'bold' | 'italic' | null
  /** `**Ann:** …`, not `**Ann**: …`. */
  readonly isColonMarked: boolean
  /** What stands between it and the words said: a blank, or nothing. */
  readonly gap: string
}

/** Somebody speaks: `Till: …`, `RD: …`, `**Ann Bell:** …`, at the beginning of a line. */
export interface Turn {
  readonly kind: 'turn'
  /** As written, without marks and colon. */
  readonly written: string
  /** Whom the attendance says that this is. */
  readonly who: Resolution
  /** The name with its colon; the name alone where another one follows before the colon (`AB, CD: …`). */
  readonly at: Span
  readonly style: TurnStyle
  /** The `...` of lines below on which the same person goes on. */
  readonly goesOn: readonly Span[]
}
