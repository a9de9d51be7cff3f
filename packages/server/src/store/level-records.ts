import type { MeetingId } from '@plenary/shared/meeting'

import { all, type Database, type Operation, put } from './database.ts'
import type { GroupCommit } from './group-commit.ts'
import { fromJson, toJson } from './json.ts'
import { MEETINGS, meetingKey } from './keys.ts'
import { newestFirst } from './order.ts'
import { Recent } from './recent.ts'
import { type MeetingRecord, unknownMeeting } from './store.ts'

/** So many records are kept in memory. */
const MANY = 50

/** The records of meetings in a LevelDB. */
export class LevelRecords {
  readonly #db: Database
  readonly #writes: GroupCommit<Operation>
  readonly #changes = new Map<MeetingId, Promise<void>>()
  /** Every request and every connection asks for one. */
  readonly #recent = new Recent(MANY, (id) => this.#read(id))

  constructor(db: Database, writes: GroupCommit<Operation>) {
    this.#db = db
    this.#writes = writes
  }

  of(id: MeetingId): Promise<MeetingRecord | undefined> {
    return this.#recent.of(id)
  }

  /** All that can be read, newest first. */
  async all(): Promise<MeetingRecord[]> {
    const values = await all(this.#db.values(MEETINGS))
    return values.flatMap((value) => readable(value) ?? []).sort(newestFirst)
  }

  /** Changes a record, one change after the other, so that none is lost to another that has read before it. */
  change(id: MeetingId, change: (record: MeetingRecord) => MeetingRecord): Promise<void> {
    const changed = this.#changeAfter(this.#changes.get(id), id, change)
    const settled: Promise<void> = changed
      .catch(() => {})
      .finally(() => this.#changes.get(id) === settled && this.#changes.delete(id))
    this.#changes.set(id, settled)
    return changed
  }

  /** Another one lies there now. */
  forget(id: MeetingId): void {
    this.#recent.forget(id)
  }

  async #read(id: MeetingId): Promise<MeetingRecord | undefined> {
    const value = await this.#db.get(meetingKey(id))
    return value && (fromJson(value) as MeetingRecord)
  }

  async #changeAfter(
    before: Promise<void> | undefined,
    id: MeetingId,
    change: (record: MeetingRecord) => MeetingRecord,
  ): Promise<void> {
    await before
    const record = await this.#read(id)
    if (record === undefined) throw unknownMeeting(id)
    try {
      await this.#writes.commit([put(meetingKey(id), toJson(change(record)))])
    } finally {
      this.#recent.forget(id)
    }
  }
}

/** One spoiled record hides no other meeting; `plenary verify` names it. */
function readable(value: Uint8Array): MeetingRecord | undefined {
  try {
    return fromJson(value) as MeetingRecord
  } catch {
    return undefined
  }
}
