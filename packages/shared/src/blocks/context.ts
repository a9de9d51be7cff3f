import type { Roster } from './people/roster.ts'
import type { Line, View } from './reading/index.ts'

/** Which lines already are something, so that no line becomes two things. */
export class Claims {
  readonly #lines = new Set<Line>()

  take(lines: Iterable<Line>): void {
    for (const line of lines) this.#lines.add(line)
  }

  has(line: Line): boolean {
    return this.#lines.has(line)
  }
}

/** What a recogniser reads. Those who run later see whom and what the earlier ones have found. */
export interface Context {
  readonly view: View
  readonly roster: Roster
  readonly claims: Claims
  /** Of the meeting, if the minutes say it: dates in them leave out the year. */
  readonly date?: string | undefined
}
