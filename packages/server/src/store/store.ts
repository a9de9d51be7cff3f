import type { Ballot, Entry, SecretReason } from '@plenary/shared/ledger'
import type { Meeting, MeetingId, PersonId } from '@plenary/shared/meeting'
import type { HouseStyle } from '@plenary/shared/style'

import type { Register } from './register.ts'

/** What is kept of a meeting besides its minutes. `title` and `updatedAt` are derived from these, and may lag a little. */
export interface MeetingRecord extends Meeting {
  /** The name given on creation, for minutes that name themselves nothing. */
  readonly name: string
  /** How its minutes are written, where a person has said so. */
  readonly style?: HouseStyle
}

/** The record with this style instead of the one that it has. */
export function withStyle(record: MeetingRecord, style: HouseStyle | undefined): MeetingRecord {
  const { style: _before, ...rest } = record
  return style === undefined ? rest : { ...rest, style }
}

export interface NewMeeting {
  readonly record: MeetingRecord
  /** The seed of the minutes, as one Yjs update (V1). */
  readonly state: Uint8Array
  /** The imported text as UTF-8, kept under `record.base` (its SHA-256) and never changed. */
  readonly base?: Uint8Array
}

/** One update (Yjs V1) of a meeting's log. Sequences only grow, within a meeting; some numbers may be missing. */
export interface LogEntry {
  readonly sequence: number
  readonly update: Uint8Array
}

export interface Snapshot {
  /** The minutes, as one Yjs update (V1). */
  readonly snapshot: Uint8Array
  /** Says where everything is in it, so that it need not be read through; the store does not look into either. */
  readonly outline?: Uint8Array | undefined
}

/** The minutes at rest: the snapshot, which holds everything up to `through`, and the log after it, in order. */
export interface StoredMinutes extends Snapshot {
  readonly through: number
  readonly tail: readonly LogEntry[]
}

/** What somebody voted, and the salt with which it makes the seal of its entry. Nobody but them and the server ever knows it. */
export interface SealedBallot extends Ballot {
  readonly salt: string
}

/** An entry of a meeting's ledger with what stays beside it. */
export interface Kept {
  readonly entry: Entry
  readonly ballot?: SealedBallot
}

/** The ledger at rest. */
export interface StoredLedger {
  readonly kept: readonly Kept[]
  /** What nobody may know before the poll is closed. */
  readonly reasons: readonly SecretReason[]
  /** Up to this sequence everything that belongs into the minutes has been written there. */
  readonly inscribed: number
}

/** The person who first wrote under a client of Yjs. */
export type ClientOwners = ReadonlyMap<number, PersonId>

/**
 * Where meetings live. Every promise that writes resolves when the data is synced to disk and rejects when it is not;
 * a rejected write has changed nothing, or will be found whole after a crash (updates may safely be appended twice).
 * Writes of one meeting are kept in the order in which they were asked for. `contract.ts` holds every implementation to this.
 */
export interface Store {
  /** People and what they may. */
  readonly register: Register

  /** Record, base text and seed in one atomic step. Throws if the meeting exists. */
  create(meeting: NewMeeting): Promise<void>

  meeting(id: MeetingId): Promise<MeetingRecord | undefined>

  /** All meetings, newest first. Opens no minutes. */
  meetings(): Promise<MeetingRecord[]>

  /** Replaces the derived part of a record. */
  describe(id: MeetingId, derived: Pick<Meeting, 'title' | 'updatedAt'>): Promise<void>

  /** Replaces a record's style, or takes it away. */
  restyle(id: MeetingId, style: HouseStyle | undefined): Promise<void>

  /** The imported text with this SHA-256 (hex). */
  base(hash: string): Promise<Uint8Array | undefined>

  /**
   * Appends updates to a meeting's log, all or none; resolves with the sequence of the last. With them, in the same step, goes how
   * far the ledger is `inscribed` in the minutes, and whose the Yjs clients are that were not known yet.
   */
  append(id: MeetingId, updates: readonly Uint8Array[], inscribed?: number, owners?: ClientOwners): Promise<number>

  /** Whose the Yjs clients of a meeting are, as far as anybody's. */
  owners(id: MeetingId): Promise<ClientOwners>

  /** The minutes as of one instant, or undefined where there is no such meeting. */
  load(id: MeetingId): Promise<StoredMinutes | undefined>

  /** How far a meeting's log reaches: it changes with everything that is stored, and reads no minutes. */
  head(id: MeetingId): Promise<number | undefined>

  /**
   * Replaces the snapshot by one that contains every log entry up to and including `through`, and deletes exactly these
   * entries, in one atomic step. Entries appended meanwhile stay. A snapshot older than the stored one changes nothing.
   */
  compact(id: MeetingId, snapshot: Snapshot, through: number): Promise<void>

  /** Sets entries that cannot be read aside, out of the log but not out of the store, in one atomic step. */
  quarantine(id: MeetingId, sequences: readonly number[]): Promise<void>

  /**
   * Adds to a meeting's ledger what one command brought about, all or nothing. Whoever writes on with the sequence of entries that
   * were refused replaces them, if they are there after all; what was confirmed is never replaced. In the same step go the reasons
   * that are held back from now on, where these are others than before.
   */
  enter(id: MeetingId, kept: readonly Kept[], reasons?: readonly SecretReason[]): Promise<void>

  /** A meeting's ledger as of one instant, or undefined where there is no such meeting. Throws `StoreError` where it is spoiled. */
  ledger(id: MeetingId): Promise<StoredLedger | undefined>

  /** Waits for what is under way, then lets go of the disk. */
  close(): Promise<void>
}

/** What a store cannot do, as a sentence for a person; all but `unavailable` are found when it is opened. */
export class StoreError extends Error {
  override readonly name = 'StoreError'
  readonly code: 'in-use' | 'newer-format' | 'unreadable' | 'unavailable'

  constructor(code: StoreError['code'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** The disk took nothing of a write: it is full, or gone. */
export function unavailable(cause: unknown): StoreError {
  return new StoreError('unavailable', 'The server cannot write to its disk at the moment. Try again soon.', { cause })
}

/** The disk says nothing to a write: neither that it has taken it, nor that it has not. */
export function silent(): StoreError {
  return new StoreError('unavailable', 'The disk of the server does not answer.')
}

/** A mistake of ours: whoever writes to a meeting has found it first. */
export function unknownMeeting(id: MeetingId): Error {
  return new Error(`there is no meeting ${id}`)
}
