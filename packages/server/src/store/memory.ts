import type { Meeting, MeetingId } from '@plenary/shared/meeting'

import { newestFirst } from './order.ts'
import type { LogEntry, MeetingRecord, NewMeeting, Snapshot, Store, StoredMinutes } from './store.ts'

/** A store for tests: the same promises as any other, on no disk at all. */
export class MemoryStore implements Store {
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

  async base(hash: string): Promise<Uint8Array | undefined> {
    return this.#bases.get(hash)
  }

  async append(id: MeetingId, updates: readonly Uint8Array[]): Promise<number> {
    const file = this.#file(id)
    for (const update of updates) file.log.push({ sequence: ++file.last, update: update.slice() })
    return file.last
  }

  async load(id: MeetingId): Promise<StoredMinutes | undefined> {
    const file = this.#files.get(id)
    return file && { snapshot: file.snapshot, outline: file.outline, through: file.through, tail: [...file.log] }
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

  async close(): Promise<void> {}

  #file(id: MeetingId): File {
    const file = this.#files.get(id)
    if (file === undefined) throw new Error(`there is no meeting ${id}`)
    return file
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
}
