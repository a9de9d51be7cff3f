import type { SecretReason } from '@plenary/shared/ledger'
import type { Meeting, MeetingId, PersonId } from '@plenary/shared/meeting'
import type { HouseStyle } from '@plenary/shared/style'

import {
  type Database,
  del,
  openDatabase,
  type Operation,
  put,
  withoutThrough,
  withThrough,
  writeSynced,
} from './database.ts'
import { bringToFormat } from './format.ts'
import { GroupCommit } from './group-commit.ts'
import {
  baseKey,
  clientKey,
  clientRange,
  FORMAT_KEY,
  idIn,
  inscribedKey,
  ledgerKey,
  ledgerRange,
  logKey,
  logRange,
  MEETINGS,
  meetingKey,
  outlineKey,
  quarantineKey,
  rangesOf,
  reasonsKey,
  sequenceOf,
  snapshotKey,
} from './keys.ts'
import { LevelRegister } from './level-register.ts'
import { newestFirst } from './order.ts'
import { Recent } from './recent.ts'
import type { Register } from './register.ts'
import {
  type ClientOwners,
  type Kept,
  type MeetingRecord,
  type NewMeeting,
  type Snapshot,
  type Store,
  StoreError,
  type StoredLedger,
  type StoredMinutes,
  withStyle,
} from './store.ts'
import { Writer } from './writer.ts'

/**
 * Opens, or begins, the store in `folder`. Throws `StoreError` with a sentence where that cannot be, which calls it by the
 * `name` that the operator knows.
 */
export async function openLevelStore(folder: string, name = folder): Promise<LevelStore> {
  const db = await openDatabase(folder, name)
  try {
    await bringToFormat(name, db)
  } catch (error) {
    await db.close()
    throw error
  }
  return new LevelStore(db)
}

/** So many records are kept in memory. */
const MANY = 50

/** Meetings in one LevelDB, which one process holds open. The layout is described in `keys.ts`. */
export class LevelStore implements Store {
  readonly register: Register
  readonly #db: Database
  readonly #writer: Writer<Operation>
  readonly #writes: GroupCommit<Operation>
  readonly #logs = new Map<MeetingId, Promise<Log>>()
  readonly #changes = new Map<MeetingId, Promise<void>>()
  /** Every request and every connection asks for one. */
  readonly #records = new Recent(MANY, (id) => this.#record(id))
  /** The last entry of each ledger that was confirmed since the store was opened. */
  readonly #confirmed = new Map<MeetingId, number>()

  constructor(db: Database) {
    this.#db = db
    this.#writer = new Writer(db, (operations) => writeSynced(db, operations))
    this.#writes = new GroupCommit((operations) => this.#writer.write(operations))
    this.register = new LevelRegister(db, this.#writes)
  }

  async create({ record, state, base }: NewMeeting): Promise<void> {
    if ((await this.#db.get(meetingKey(record.id))) !== undefined) throw new Error('a meeting is created only once')
    const operations = [put(meetingKey(record.id), toJson(record)), put(snapshotKey(record.id), withThrough(state, 0))]
    if (base !== undefined && record.base !== null) operations.push(put(baseKey(record.base), base))
    await this.#writes.commit(operations)
  }

  meeting(id: MeetingId): Promise<MeetingRecord | undefined> {
    return this.#records.of(id)
  }

  async #record(id: MeetingId): Promise<MeetingRecord | undefined> {
    const value = await this.#db.get(meetingKey(id))
    return value && (fromJson(value) as MeetingRecord)
  }

  async meetings(): Promise<MeetingRecord[]> {
    const values = await this.#db.values(MEETINGS).all()
    return values.flatMap((value) => readable(value) ?? []).sort(newestFirst)
  }

  async describe(id: MeetingId, { title, updatedAt }: Pick<Meeting, 'title' | 'updatedAt'>): Promise<void> {
    await this.#change(id, (record) => ({ ...record, title, updatedAt }))
  }

  async restyle(id: MeetingId, style: HouseStyle | undefined): Promise<void> {
    await this.#change(id, (record) => withStyle(record, style))
  }

  /** Every id under which anything of a meeting is stored, even if its record is lost. */
  async ids(): Promise<MeetingId[]> {
    const keys = await this.#db.keys().all()
    return [...new Set(keys.flatMap((key) => idIn(key) ?? []))].sort()
  }

  /** How many log entries of a meeting are in quarantine. */
  async setAside(id: MeetingId): Promise<number> {
    const range = { gte: quarantineKey(id, 0), lte: quarantineKey(id, Number.MAX_SAFE_INTEGER) }
    return (await this.#db.keys(range).all()).length
  }

  /** Everything that is stored, as of this instant. */
  entries(): AsyncIterable<[key: string, value: Uint8Array]> {
    return this.#db.iterator({ highWaterMarkBytes: 256 * 1024 })
  }

  /** What a store would hold that has this meeting only. */
  async entriesOf(id: MeetingId): Promise<[key: string, value: Uint8Array][]> {
    const hash = (await this.meeting(id).catch(() => undefined))?.base
    const shared = [FORMAT_KEY, ...(hash === undefined || hash === null ? [] : [baseKey(hash)])]
    const ranges = [...shared.map((key) => ({ gte: key, lte: key })), ...rangesOf(id)]
    return (await Promise.all(ranges.map((range) => this.#db.iterator(range).all()))).flat()
  }

  /** Puts what `entriesOf` gave, of another store, in the place of everything that is stored of this meeting, in one step. */
  async replace(id: MeetingId, entries: readonly [key: string, value: Uint8Array][]): Promise<void> {
    const before = await Promise.all(rangesOf(id).map((range) => this.#db.keys(range).all()))
    await this.#writes.commit([...before.flat().map(del), ...entries.map(([key, value]) => put(key, value))])
    this.#logs.delete(id)
    this.#confirmed.delete(id)
    this.#records.forget(id)
  }

  /** Begins a new life of a meeting, to which no copy of an earlier one belongs. */
  async renew(id: MeetingId, epoch: string): Promise<void> {
    await this.#change(id, (record) => ({ ...record, epoch }))
  }

  async base(hash: string): Promise<Uint8Array | undefined> {
    return this.#db.get(baseKey(hash))
  }

  async append(
    id: MeetingId,
    updates: readonly Uint8Array[],
    inscribed?: number,
    owners?: ClientOwners,
  ): Promise<number> {
    const log = await this.#log(id)
    const operations = updates.map((update) => put(logKey(id, ++log.last), update))
    if (inscribed !== undefined) operations.push(put(inscribedKey(id), toJson(inscribed)))
    for (const [client, person] of owners ?? []) operations.push(put(clientKey(id, client), toJson(person)))
    const { last } = log
    for (const { length } of updates) log.appended += length + ENTRY
    await this.#writes.commit(operations)
    return last
  }

  async owners(id: MeetingId): Promise<ClientOwners> {
    const found = await this.#db.iterator(clientRange(id)).all()
    return new Map(found.map(([key, person]) => [sequenceOf(key), fromJson(person) as PersonId]))
  }

  async load(id: MeetingId): Promise<StoredMinutes | undefined> {
    const snapshot = this.#db.snapshot()
    try {
      const value = await this.#db.get(snapshotKey(id), { snapshot })
      if (value === undefined) return undefined
      const { bytes, through } = withoutThrough(value)
      const outline = await this.#db.get(outlineKey(id), { snapshot })
      const entries = await this.#db.iterator({ ...logRange(id, through), snapshot }).all()
      return {
        snapshot: bytes,
        outline: outline && plain(outline),
        through,
        tail: entries.map(([key, update]) => ({ sequence: sequenceOf(key), update })),
      }
    } finally {
      await snapshot.close()
    }
  }

  async head(id: MeetingId): Promise<number | undefined> {
    if (!this.#logs.has(id) && (await this.#db.get(meetingKey(id))) === undefined) return undefined
    const { through } = await this.#log(id)
    return (await this.#lastOnDisk(id, through)) ?? through
  }

  async compact(id: MeetingId, { snapshot, outline }: Snapshot, through: number): Promise<void> {
    const log = await this.#log(id)
    if (through <= log.through) return
    const contained = await this.#db.keys(logRange(id, log.through, through)).all()
    await this.#writes.commit([
      put(snapshotKey(id), withThrough(snapshot, through)),
      outline === undefined ? del(outlineKey(id)) : put(outlineKey(id), outline),
      ...contained.map(del),
    ])
    log.through = through
    log.waste += log.snapshot + log.appended
    log.snapshot = snapshot.length
    log.appended = 0
    if (log.waste > WORTH_RECLAIMING + snapshot.length / 4) await this.#reclaim(id, log)
  }

  /** LevelDB keeps what was deleted until it is asked, or until much else has been written. */
  async #reclaim(id: MeetingId, log: Log): Promise<void> {
    log.waste = 0
    await this.#db.compactRange(logKey(id, 0), logKey(id, Number.MAX_SAFE_INTEGER))
    await this.#db.compactRange(snapshotKey(id), snapshotKey(id))
  }

  async quarantine(id: MeetingId, sequences: readonly number[]): Promise<void> {
    const moved = await Promise.all(
      sequences.map(async (sequence) => {
        const update = await this.#db.get(logKey(id, sequence))
        return update === undefined ? [] : [put(quarantineKey(id, sequence), update), del(logKey(id, sequence))]
      }),
    )
    await this.#writes.commit(moved.flat())
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

  async ledger(id: MeetingId): Promise<StoredLedger | undefined> {
    const snapshot = this.#db.snapshot()
    try {
      if ((await this.#db.get(meetingKey(id), { snapshot })) === undefined) return undefined
      const values = await this.#db.values({ ...ledgerRange(id), snapshot }).all()
      const inscribed = await this.#db.get(inscribedKey(id), { snapshot })
      const reasons = await this.#db.get(reasonsKey(id), { snapshot })
      return ledgerOf(values, inscribed, reasons)
    } finally {
      await snapshot.close()
    }
  }

  async close(): Promise<void> {
    await this.#writes.idle()
    await this.#writer.close()
  }

  /** Changes a record, one change after the other, so that none is lost to another that has read before it. */
  #change(id: MeetingId, change: (record: MeetingRecord) => MeetingRecord): Promise<void> {
    const changed = this.#changeAfter(this.#changes.get(id), id, change)
    const settled: Promise<void> = changed
      .catch(() => {})
      .finally(() => this.#changes.get(id) === settled && this.#changes.delete(id))
    this.#changes.set(id, settled)
    return changed
  }

  async #changeAfter(
    before: Promise<void> | undefined,
    id: MeetingId,
    change: (record: MeetingRecord) => MeetingRecord,
  ): Promise<void> {
    await before
    const record = await this.#record(id)
    if (record === undefined) throw unknownMeeting(id)
    try {
      await this.#writes.commit([put(meetingKey(id), toJson(change(record)))])
    } finally {
      this.#records.forget(id)
    }
  }

  /** Where the log of a meeting stands; read from disk once. A failed read is not remembered. */
  #log(id: MeetingId): Promise<Log> {
    const known = this.#logs.get(id)
    if (known !== undefined) return known
    const log = this.#readLog(id)
    this.#logs.set(id, log)
    log.catch(() => this.#logs.delete(id))
    return log
  }

  async #readLog(id: MeetingId): Promise<Log> {
    const value = await this.#db.get(snapshotKey(id))
    if (value === undefined) throw unknownMeeting(id)
    const { through, bytes } = withoutThrough(value)
    const last = (await this.#lastOnDisk(id, through)) ?? through
    return { through, last, snapshot: bytes.length, appended: 0, waste: 0 }
  }

  /** Not what was given out last: that may still be on its way, or have been refused by the disk. */
  async #lastOnDisk(id: MeetingId, through: number): Promise<number | undefined> {
    const [key] = await this.#db.keys({ ...logRange(id, through), reverse: true, limit: 1 }).all()
    return key === undefined ? undefined : sequenceOf(key)
  }
}

interface Log {
  /** The sequence that the snapshot reaches, and the last one given out. */
  through: number
  last: number
  /** Bytes of the snapshot, of the entries appended since, and of what is on disk although it was deleted. */
  snapshot: number
  appended: number
  waste: number
}

/** What an entry takes on disk besides its update, and how much waste (and a quarter of the snapshot) is worth the work. */
const ENTRY = 80
const WORTH_RECLAIMING = 64 * 1024

/** Of a Buffer, which LevelDB gives, `slice` means something else. */
function plain({ buffer, byteOffset, byteLength }: Uint8Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength)
}

function unknownMeeting(id: MeetingId): Error {
  return new Error(`there is no meeting ${id}`)
}

function toJson(value: MeetingRecord | readonly Kept[] | readonly SecretReason[] | PersonId | number): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value))
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

/** One spoiled record hides no other meeting; `plenary verify` names it. */
function readable(value: Uint8Array): MeetingRecord | undefined {
  try {
    return fromJson(value) as MeetingRecord
  } catch {
    return undefined
  }
}

function fromJson(value: Uint8Array): unknown {
  return JSON.parse(new TextDecoder().decode(value))
}
