import type { SecretReason } from '@plenary/shared/ledger'
import type { Meeting } from '@plenary/shared/meeting'
import type { HouseStyle } from '@plenary/shared/style'

import type { Register } from '../store/register.ts'
import {
  type ClientOwners,
  type Kept,
  type MeetingRecord,
  type NewMeeting,
  type Snapshot,
  type Store,
  type StoredLedger,
  type StoredMinutes,
  unavailable,
} from '../store/store.ts'

/** A store whose disk is full, or cannot be read, when a test says so. */
export class FaultyStore implements Store {
  readonly #store: Store
  #failures = 0
  /** What happens before minutes are loaded: a slow disk, or one that cannot be read. */
  beforeLoad: () => Promise<void> = () => Promise.resolve()

  /** What happens before entries of a ledger are written. */
  beforeEnter: () => Promise<void> = () => Promise.resolve()

  constructor(store: Store) {
    this.#store = store
  }

  /** Makes so many of the next writes fail. */
  fail(writes: number): void {
    this.#failures = writes
  }

  get register(): Register {
    const { register } = this.#store
    return {
      get: (key) => register.get(key),
      under: (prefix) => register.under(prefix),
      put: async (changes) => {
        this.#write()
        return register.put(changes)
      },
    }
  }

  async create(meeting: NewMeeting): Promise<void> {
    this.#write()
    return this.#store.create(meeting)
  }

  async meeting(id: string): Promise<MeetingRecord | undefined> {
    return this.#store.meeting(id)
  }

  async meetings(): Promise<MeetingRecord[]> {
    return this.#store.meetings()
  }

  async describe(id: string, derived: Pick<Meeting, 'title' | 'updatedAt'>): Promise<void> {
    this.#write()
    return this.#store.describe(id, derived)
  }

  async restyle(id: string, style: HouseStyle | undefined): Promise<void> {
    this.#write()
    return this.#store.restyle(id, style)
  }

  async base(hash: string): Promise<Uint8Array | undefined> {
    return this.#store.base(hash)
  }

  async append(id: string, updates: readonly Uint8Array[], inscribed?: number, owners?: ClientOwners): Promise<number> {
    this.#write()
    return this.#store.append(id, updates, inscribed, owners)
  }

  async owners(id: string): Promise<ClientOwners> {
    return this.#store.owners(id)
  }

  async load(id: string): Promise<StoredMinutes | undefined> {
    await this.beforeLoad()
    return this.#store.load(id)
  }

  async head(id: string): Promise<number | undefined> {
    return this.#store.head(id)
  }

  async compact(id: string, snapshot: Snapshot, through: number): Promise<void> {
    this.#write()
    return this.#store.compact(id, snapshot, through)
  }

  async quarantine(id: string, sequences: readonly number[]): Promise<void> {
    this.#write()
    return this.#store.quarantine(id, sequences)
  }

  async enter(id: string, kept: readonly Kept[], reasons?: readonly SecretReason[]): Promise<void> {
    await this.beforeEnter()
    this.#write()
    return this.#store.enter(id, kept, reasons)
  }

  async ledger(id: string): Promise<StoredLedger | undefined> {
    return this.#store.ledger(id)
  }

  async close(): Promise<void> {
    return this.#store.close()
  }

  #write(): void {
    if (this.#failures === 0) return
    this.#failures--
    throw unavailable(new Error('no space left on device'))
  }
}
