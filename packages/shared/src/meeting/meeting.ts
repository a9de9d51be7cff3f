/** An unguessable id that the server made: 26 characters, lower-case letters and digits. */
export type MeetingId = string

/** Whether this could be a meeting's id; anything else is answered 404 before it is looked up. */
export function isMeetingId(text: string): boolean {
  return /^[a-z0-9]{26}$/.test(text)
}

/** Whether this could name a group: small letters, digits and hyphens, such as `wg-security`. */
export function isGroup(text: string): boolean {
  return /^[a-z0-9](?:[a-z0-9-]{0,48}[a-z0-9])?$/.test(text)
}

/** What the list of meetings shows, and what a page needs before it opens one. Times are ISO 8601 in UTC. */
export interface Meeting {
  readonly id: MeetingId
  /** Derived from the minutes: their title in the front matter, else their first heading, else the name given on creation. */
  readonly title: string
  readonly createdAt: string
  readonly updatedAt: string
  /** Changes when a meeting is restored from a backup, so that no old copy in a browser is merged into it. */
  readonly epoch: string
  /** SHA-256 (hex) of the text that was imported, or null where the meeting began empty. */
  readonly base: string | null
  /** The group whose meeting it is; a meeting of nobody in particular has none. */
  readonly group?: string
}
