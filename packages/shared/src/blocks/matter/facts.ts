/** What the minutes say of the meeting itself. Only what is written there: nothing is guessed. */
export interface Facts {
  readonly title?: string
  /** ISO 8601: `2027-04-27`. */
  readonly date?: string
  /** `16:00`, or `16:00-17:00`. */
  readonly time?: string
  /** As written: `UTC`, `+02:00`, `Pacific Time`. */
  readonly timeZone?: string
  readonly location?: string
  readonly group?: string
  readonly tags: readonly string[]
}
