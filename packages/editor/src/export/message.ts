import type { Habits } from '@plenary/shared/markdown'
import type { MeetingId } from '@plenary/shared/meeting'

import type { Line } from './line.ts'

/** What the page asks of the worker. One question at a time; the next waits for the answer. */
export interface Question {
  /** Yjs updates that the worker has not seen, in their order. */
  readonly updates: readonly Uint8Array[]
  /** Which meeting to print, or null where only the title is wanted. */
  readonly print: { readonly id: MeetingId; readonly hasBase: boolean; readonly habits: Habits | null } | null
}

/** The file as it would be exported now. */
export interface Exported {
  readonly text: string
  readonly exact: boolean
  /** What the file will not hold as the page shows it, a sentence each. */
  readonly losses: readonly string[]
  /** Every line, marked with how it differs from the imported file. */
  readonly lines: readonly Line[]
  /** How many lines differ; null where nothing was imported. */
  readonly different: number | null
}

/** Why there is no export, and the minutes written without the imported file, if at least that worked. */
export interface Problem {
  readonly problem: string
  readonly text: string | null
}

export interface Answer {
  /** The title that the minutes give themselves. */
  readonly title: string | null
  readonly exported: Exported | Problem | null
}
