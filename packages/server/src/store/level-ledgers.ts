import type { SecretReason } from '@plenary/shared/ledger'
import type { MeetingId } from '@plenary/shared/meeting'

import { all, type Database, type Operation, put } from './database.ts'
import type { GroupCommit } from './group-commit.ts'
import { fromJson, toJson } from './json.ts'
import { inscribedKey, ledgerKey, ledgerRange, meetingKey, reasonsKey } from './keys.ts'
import { type Kept, StoreError, type StoredLedger, unknownMeeting } from './store.ts'

/** The ledgers of meetings in a LevelDB. */
export class LevelLedgers {
  readonly #db: Database
  readonly #writes: GroupCommit<Operation>
  /** The last entry of each ledger that was confirmed since the store was opened. */
  readonly #confirmed = new Map<MeetingId, number>()

  constructor(db: Database, writes: GroupCommit<Operation>) {
    this.#db = db
    this.#writes = writes
  }

  async enter(id: MeetingId, kept: readonly Kept[], reasons?: readonly SecretReason[]): Promise<void> {
    const [first, last] = [kept[0]?.entry.sequence, kept.at(-1)?.entry.sequence]
    if (first !== undefined && first <= (this.#confirmed.get(id) ?? 0)) {
      throw new Error('an entry of a ledger is written only once')
    }
    if ((await this.#db.get(meetingKey(id))) === undefined) throw unknownMeeting(id)
    await this.#writes.commit([
      ...(first === undefined ? [] : [put(ledgerKey(id, first), toJson(kept))]),
      ...(reasons === undefined ? [] : [put(reasonsKey(id), toJson(reasons))]),
    ])
    if (last !== undefined) this.#confirmed.set(id, last)
  }

  async of(id: MeetingId): Promise<StoredLedger | undefined> {
    const snapshot = this.#db.snapshot()
    try {
      if ((await this.#db.get(meetingKey(id), { snapshot })) === undefined) return undefined
      const values = await all(this.#db.values({ ...ledgerRange(id), snapshot }))
      const inscribed = await this.#db.get(inscribedKey(id), { snapshot })
      const reasons = await this.#db.get(reasonsKey(id), { snapshot })
      return ledgerOf(values, inscribed, reasons)
    } finally {
      await snapshot.close()
    }
  }

  /** Another one lies there now. */
  forget(id: MeetingId): void {
    this.#confirmed.delete(id)
  }
}

function ledgerOf(
  values: readonly Uint8Array[],
  inscribed: Uint8Array | undefined,
  reasons: Uint8Array | undefined,
): StoredLedger {
  try {
    return {
      kept: values.flatMap((value) => fromJson(value) as readonly Kept[]),
      reasons: reasons === undefined ? [] : (fromJson(reasons) as readonly SecretReason[]),
      inscribed: inscribed === undefined ? 0 : (fromJson(inscribed) as number),
    }
  } catch (cause) {
    throw new StoreError('unreadable', 'Its ledger cannot be read.', { cause })
  }
}
