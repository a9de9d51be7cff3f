import type { SecretReason } from '@plenary/shared/ledger'
import type { Meeting, MeetingId, PersonId } from '@plenary/shared/meeting'
import type { HouseStyle } from '@plenary/shared/style'

import { newestFirst } from './order.ts'
import type { Changes, Register } from './register.ts'
import {
  type ClientOwners,
  type Kept,
  type LogEntry,
  type MeetingRecord,
  type NewMeeting,
  type Snapshot,
  type Store,
  type StoredLedger,
  type StoredMinutes,
  unknownMeeting,
  withStyle,
} from './store.ts'

/** A store for tests: the same promises as any other, on no disk at all. */
export class MemoryStore implements Store {
  readonly register: Register = new MemoryRegister()
  readonly #bases = new Map<string, Uint8Array>()
  readonly #files = new Map<MeetingId, File>()

  async create({ record, state, base }: NewMeeting): Promise<void> {
    if (this.#files.has(record.id)) throw new Error('a meeting is created only once')
    if (base !== undefined && record.base !== null) this.#bases.set(record.base, base)
    this.#files.set(record.id, {
      record,
      snapshot: state,
      outline: undefined,
      through: 0,
      last: 0,
      log: [],
      quarantined: [],
      owners: new Map(),
      kept: [],
      reasons: [],
      inscribed: 0,
    })
  }

  async meeting(id: MeetingId): Promise<MeetingRecord | undefined> {
    return this.#files.get(id)?.record
  }

  async meetings(): Promise<MeetingRecord[]> {
    return [...this.#files.values()].map(({ record }) => record).sort(newestFirst)
  }

  async describe(id: MeetingId, { title, updatedAt }: Pick<Meeting, 'title' | 'updatedAt'>): Promise<void> {
    const file = this.#file(id)
    file.record = { ...file.record, title, updatedAt }
  }

  async restyle(id: MeetingId, style: HouseStyle | undefined): Promise<void> {
    const file = this.#file(id)
    file.record = withStyle(file.record, style)
  }

  async base(hash: string): Promise<Uint8Array | undefined> {
    return this.#bases.get(hash)
  }

  async append(
    id: MeetingId,
    updates: readonly Uint8Array[],
    inscribed?: number,
    owners?: ClientOwners,
  ): Promise<number> {
    const file = this.#file(id)
    for (const [client, person] of owners ?? []) file.owners.set(client, person)
    file.inscribed = inscribed ?? file.inscribed
    for (const update of updates) file.log.push({ sequence: ++file.last, update: update.slice() })
    return file.last
  }

  async owners(id: MeetingId): Promise<ClientOwners> {
    return new Map(this.#files.get(id)?.owners)
  }

  async load(id: MeetingId): Promise<StoredMinutes | undefined> {
    const file = this.#files.get(id)
    return file && { snapshot: file.snapshot, outline: file.outline, through: file.through, tail: [...file.log] }
  }

  async head(id: MeetingId): Promise<number | undefined> {
    const file = this.#files.get(id)
    return file && (file.log.at(-1)?.sequence ?? file.through)
  }

  async compact(id: MeetingId, { snapshot, outline }: Snapshot, through: number): Promise<void> {
    const file = this.#file(id)
    if (through <= file.through) return
    file.snapshot = snapshot
    file.outline = outline
    file.through = through
    file.log = file.log.filter(({ sequence }) => sequence > through)
  }

  async quarantine(id: MeetingId, sequences: readonly number[]): Promise<void> {
    const file = this.#file(id)
    file.quarantined.push(...file.log.filter(({ sequence }) => sequences.includes(sequence)))
    file.log = file.log.filter(({ sequence }) => !sequences.includes(sequence))
  }

  async enter(id: MeetingId, kept: readonly Kept[], reasons?: readonly SecretReason[]): Promise<void> {
    const file = this.#file(id)
    const isNew = (kept[0]?.entry.sequence ?? Infinity) > (file.kept.at(-1)?.entry.sequence ?? 0)
    if (kept.length > 0 && !isNew) throw new Error('an entry of a ledger is written only once')
    file.kept.push(...structuredClone(kept))
    file.reasons = reasons ?? file.reasons
  }

  async ledger(id: MeetingId): Promise<StoredLedger | undefined> {
    const file = this.#files.get(id)
    return file && { kept: [...file.kept], reasons: file.reasons, inscribed: file.inscribed }
  }

  async close(): Promise<void> {}

  #file(id: MeetingId): File {
    const file = this.#files.get(id)
    if (file === undefined) throw unknownMeeting(id)
    return file
  }
}

/** As on a disk, what comes out is another object than what went in. */
class MemoryRegister implements Register {
  readonly #values = new Map<string, string>()

  async get(key: string): Promise<unknown> {
    const value = this.#values.get(key)
    return value === undefined ? undefined : JSON.parse(value)
  }

  async under(prefix: string): Promise<ReadonlyMap<string, unknown>> {
    const found = [...this.#values].filter(([key]) => key.startsWith(prefix)).sort(([a], [b]) => (a < b ? -1 : 1))
    return new Map(found.map(([key, value]) => [key, JSON.parse(value) as unknown]))
  }

  async put(changes: Changes): Promise<void> {
    for (const [key, value] of changes) {
      if (value === undefined) this.#values.delete(key)
      else this.#values.set(key, JSON.stringify(value))
    }
  }
}

interface File {
  record: MeetingRecord
  snapshot: Uint8Array
  outline: Uint8Array | undefined
  through: number
  last: number
  log: LogEntry[]
  readonly quarantined: LogEntry[]
  readonly owners: Map<number, PersonId>
  readonly kept: Kept[]
  reasons: readonly SecretReason[]
  inscribed: number
}
