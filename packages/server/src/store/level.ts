import type { SecretReason } from '@plenary/shared/ledger'
import type { Meeting, MeetingId, PersonId } from '@plenary/shared/meeting'
import type { HouseStyle } from '@plenary/shared/style'

import {
  all,
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
import { fromJson, toJson } from './json.ts'
import {
  baseKey,
  clientKey,
  clientRange,
  FORMAT_KEY,
  idIn,
  inscribedKey,
  logKey,
  logRange,
  meetingKey,
  outlineKey,
  quarantineKey,
  rangesOf,
  sequenceOf,
  snapshotKey,
} from './keys.ts'
import { LevelLedgers } from './level-ledgers.ts'
import { LevelRecords } from './level-records.ts'
import { LevelRegister } from './level-register.ts'
import type { Register } from './register.ts'
import {
  type ClientOwners,
  type Kept,
  type MeetingRecord,
  type NewMeeting,
  type Snapshot,
  type Store,
  type StoredLedger,
  type StoredMinutes,
  unknownMeeting,
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

/** Meetings in one LevelDB, which one process holds open. The layout is described in `keys.ts`. */
export class LevelStore implements Store {
  readonly register: Register
  readonly #db: Database
  readonly #writer: Writer<Operation>
  readonly #writes: GroupCommit<Operation>
  readonly #logs = new Map<MeetingId, Promise<Log>>()
  readonly #records: LevelRecords
  readonly #ledgers: LevelLedgers

  constructor(db: Database) {
    this.#db = db
    this.#writer = new Writer(db, (operations) => writeSynced(db, operations))
    this.#writes = new GroupCommit((operations) => this.#writer.write(operations))
    this.register = new LevelRegister(db, this.#writes)
    this.#records = new LevelRecords(db, this.#writes)
    this.#ledgers = new LevelLedgers(db, this.#writes)
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

  meetings(): Promise<MeetingRecord[]> {
    return this.#records.all()
  }

  async describe(id: MeetingId, { title, updatedAt }: Pick<Meeting, 'title' | 'updatedAt'>): Promise<void> {
    await this.#records.change(id, (record) => ({ ...record, title, updatedAt }))
  }

  async restyle(id: MeetingId, style: HouseStyle | undefined): Promise<void> {
    await this.#records.change(id, (record) => withStyle(record, style))
  }

  /** Every id under which anything of a meeting is stored, even if its record is lost. */
  async ids(): Promise<MeetingId[]> {
    const keys = await all(this.#db.keys())
    return [...new Set(keys.flatMap((key) => idIn(key) ?? []))].sort()
  }

  /** How many log entries of a meeting are in quarantine. */
  async setAside(id: MeetingId): Promise<number> {
    const range = { gte: quarantineKey(id, 0), lte: quarantineKey(id, Number.MAX_SAFE_INTEGER) }
    return (await all(this.#db.keys(range))).length
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
    return (await Promise.all(ranges.map((range) => all(this.#db.iterator(range))))).flat()
  }

  /** Puts what `entriesOf` gave, of another store, in the place of everything that is stored of this meeting, in one step. */
  async replace(id: MeetingId, entries: readonly [key: string, value: Uint8Array][]): Promise<void> {
    const before = await Promise.all(rangesOf(id).map((range) => all(this.#db.keys(range))))
    await this.#writes.commit([...before.flat().map(del), ...entries.map(([key, value]) => put(key, value))])
    this.#logs.delete(id)
    this.#ledgers.forget(id)
    this.#records.forget(id)
  }

  /** Begins a new life of a meeting, to which no copy of an earlier one belongs. */
  async renew(id: MeetingId, epoch: string): Promise<void> {
    await this.#records.change(id, (record) => ({ ...record, epoch }))
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
    const found = await all(this.#db.iterator(clientRange(id)))
    return new Map(found.map(([key, person]) => [sequenceOf(key), fromJson(person) as PersonId]))
  }

  async load(id: MeetingId): Promise<StoredMinutes | undefined> {
    const snapshot = this.#db.snapshot()
    try {
      const value = await this.#db.get(snapshotKey(id), { snapshot })
      if (value === undefined) return undefined
      const { bytes, through } = withoutThrough(value)
      const outline = await this.#db.get(outlineKey(id), { snapshot })
      const entries = await all(this.#db.iterator({ ...logRange(id, through), snapshot }))
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
    const contained = await all(this.#db.keys(logRange(id, log.through, through)))
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

  enter(id: MeetingId, kept: readonly Kept[], reasons?: readonly SecretReason[]): Promise<void> {
    return this.#ledgers.enter(id, kept, reasons)
  }

  ledger(id: MeetingId): Promise<StoredLedger | undefined> {
    return this.#ledgers.of(id)
  }

  async close(): Promise<void> {
    await this.#writes.idle()
    await this.#writer.close()
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
    const [key] = await all(this.#db.keys({ ...logRange(id, through), reverse: true, limit: 1 }))
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
