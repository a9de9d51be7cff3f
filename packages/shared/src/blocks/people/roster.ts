import type { Attendee } from '../attendance/attendance.ts'

/** Whom a name, initials or a handle mean. `none` and `many` are asked of a person; they are never guessed. */
export type Resolution =
  | { readonly state: 'one'; readonly name: string }
  | { readonly state: 'none' }
  | { readonly state: 'many'; readonly names: readonly string[] }

/** Who was there, to be found by full name, first name, initials or handle, whatever the minutes use. */
export class Roster {
  readonly attendees: readonly Attendee[]

  constructor(attendees: readonly Attendee[]) {
    this.attendees = attendees
  }

  /** Whom this means: `Till`, `TS`, `@till`, `Till Schneidereit`. Accents and case do not matter. */
  resolve(_written: string): Resolution {
    return { state: 'none' }
  }
}
