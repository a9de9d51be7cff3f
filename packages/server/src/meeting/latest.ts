import type { Lens } from '../markdown/lens.ts'
import type { Rooms } from '../room/rooms.ts'
import { type MeetingRecord, type Store, unknownMeeting } from '../store/store.ts'

/** What is read of minutes comes from these. */
export interface Sources {
  readonly store: Store
  readonly rooms: Pick<Rooms, 'head' | 'state'>
  readonly lens: Lens
}

export interface LatestOptions<T> {
  readonly rooms: Pick<Rooms, 'head'>
  readonly read: (record: MeetingRecord) => Promise<T>
  /** So many meetings are remembered. */
  readonly keep: number
}

interface Known<T> {
  /** Minutes and a way to write them of which it is what was read; it may be that of later ones. */
  readonly of: string
  readonly value: Promise<T>
  isRead: boolean
}

/** The minutes of a meeting that is there. */
export async function stateOf({ id }: MeetingRecord, rooms: Pick<Rooms, 'state'>): Promise<Uint8Array> {
  const state = await rooms.state(id)
  if (state === undefined) throw unknownMeeting(id)
  return state
}

/**
 * What is read of minutes, anew only when they or their style have changed, however often and by how many it is asked. Of one
 * meeting it is read once at a time: whoever writes and asks in turn makes no queue of work, in which each piece holds the minutes.
 */
export class Latest<T> {
  readonly #options: LatestOptions<T>
  readonly #known = new Map<string, Known<T>>()

  constructor(options: LatestOptions<T>) {
    this.#options = options
  }

  /** Undefined where there is no such meeting; rejects where it cannot be read, and is read again for the next who asks. */
  async of(record: MeetingRecord): Promise<T | undefined> {
    const { id, style } = record
    for (;;) {
      const head = await this.#options.rooms.head(id)
      if (head === undefined) return undefined
      const of = JSON.stringify([head, style ?? null])
      const known = this.#known.get(id)
      if (known === undefined || (known.isRead && known.of !== of)) return this.#read(record, of)
      if (known.of === of) return this.#remember(id, known)
      // Whether it fails is for those who asked for it.
      await known.value.catch(() => undefined)
    }
  }

  #read(record: MeetingRecord, of: string): Promise<T> {
    const { id } = record
    const value = this.#options.read(record)
    const known: Known<T> = { of, value, isRead: false }
    value.then(
      () => (known.isRead = true),
      () => this.#known.get(id) === known && this.#known.delete(id),
    )
    return this.#remember(id, known)
  }

  /** What was asked for least lately stands first. */
  #remember(id: string, known: Known<T>): Promise<T> {
    this.#known.delete(id)
    this.#known.set(id, known)
    const [oldest] = this.#known.keys()
    if (this.#known.size > this.#options.keep && oldest !== undefined) this.#known.delete(oldest)
    return known.value
  }
}
