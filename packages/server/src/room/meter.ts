/** What can go wrong although nobody did anything wrong. */
export const FAILURES = [
  /** The disk did not take a record, which is tried again, or entries of a ledger, which are refused. */
  'write',
  /** A log could not be made short; it is tried again. */
  'compaction',
  /** What a ledger says could not be brought into the minutes; it is tried again. */
  'inscription',
  /** A title could not be read; the list of meetings shows the old one. */
  'description',
  /** The minutes of a meeting cannot be read, so nobody can open it; or its ledger, so nothing is added to that. */
  'unreadable',
  /** An update that the guard let through could not be applied: a bug. The room is read anew. */
  'broken',
  /** A frame at which the server itself failed: a bug. Its connection has ended. */
  'frame',
  /** A request that was answered with a 5xx. */
  'request',
] as const

export type Failure = (typeof FAILURES)[number]

/** Why an update was not taken: it hangs on a missing one (which is asked for), is against the rules, or is no update. */
export const REFUSALS = ['gap', 'refused', 'malformed'] as const

export type Refusal = (typeof REFUSALS)[number]

/** Counts what happens. Nothing that it is told says which meeting it was, who, or what was written. */
export interface Meter {
  /** So many updates of people are on disk, as one record of so many bytes. */
  stored(updates: number, bytes: number): void
  /** A record was given to the disk, and was synced after so many milliseconds. */
  synced(milliseconds: number): void
  refused(refusal: Refusal): void
  /** Somebody reads too slowly, and gets what they lack in one piece once they have caught up. */
  fellBehind(): void
  compacted(): void
  /** So many records could not be read and were set aside, out of the log but not out of the store. */
  setAside(records: number): void
  failed(failure: Failure): void
}

/** For a server that nobody watches. */
export const UNCOUNTED: Meter = {
  stored: () => {},
  synced: () => {},
  refused: () => {},
  fellBehind: () => {},
  compacted: () => {},
  setAside: () => {},
  failed: () => {},
}
