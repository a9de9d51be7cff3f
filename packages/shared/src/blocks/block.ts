import type { Path, Span } from './path.ts'

/** What a part of the minutes can be, beyond what Markdown says of it. `plain`: a person has said that it is none of them. */
export const ROLES = ['attendance', 'agenda', 'action', 'decision', 'poll', 'speaker', 'plain'] as const
export type Role = (typeof ROLES)[number]
export type Kind = Exclude<Role, 'plain'>

/**
 * The node that a block stands on, and the line of it. A block is a reading of ordinary Markdown, found anew each time that
 * the minutes are read; only two things about it are kept on the node, and neither is ever printed: an `id`, so that others
 * can refer to it while the text around it changes, and the `role` that a person gave it, which overrules the reading.
 */
export interface Carrier {
  readonly path: Path
  /** Which line of the node, for text blocks that hold several, or row, where one of a table stands for itself; else 0. */
  readonly row: number
  /** What is stored on the node; null where nothing is yet. */
  readonly id: string | null
  /** A person gave this role, and the reading may not take it back. */
  readonly isSaid: boolean
}

/** A value, and where it is written; `at` is null where it follows from something else (a heading, a check box). */
export interface Written<Value> {
  readonly value: Value
  readonly at: Span | null
}

export function isRole(value: unknown): value is Role {
  return ROLES.some((role) => role === value)
}
