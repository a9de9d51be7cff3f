import type { Structure } from '@plenary/shared/structure'

import type { Lens } from '../markdown/lens.ts'
import type { Rooms } from '../room/rooms.ts'
import type { MeetingRecord, Store } from '../store/store.ts'
import { baseText } from './export.ts'

export interface StructuresOptions {
  readonly store: Store
  readonly rooms: Pick<Rooms, 'head' | 'state'>
  readonly lens: Lens
  /** So many meetings are remembered. */
  readonly keep?: number
}

interface Known {
  /** The head of the log at which it was asked for; the structure may be of a later one. */
  readonly head: number
  /** How its file was written then: on that the lines depend. */
  readonly writing: string
  readonly structure: Promise<Structure>
}

/** Meetings as data, read from the minutes anew only when they have changed, however often and by how many it is asked. */
export class Structures {
  readonly #options: Required<StructuresOptions>
  readonly #known = new Map<string, Known>()

  constructor(options: StructuresOptions) {
    this.#options = { keep: 200, ...options }
  }

  /** Undefined where there is no such meeting; rejects with `LensError` where it cannot be read. */
  async of(record: MeetingRecord): Promise<Structure | undefined> {
    const { id } = record
    const head = await this.#options.rooms.head(id)
    if (head === undefined) return undefined
    const known = this.#known.get(id)
    this.#known.delete(id)
    const writing = JSON.stringify(record.style?.writing ?? null)
    const isSame = known?.head === head && known.writing === writing
    const now = isSame ? known : { head, writing, structure: this.#read(record) }
    this.#known.set(id, now)
    now.structure.catch(() => this.#known.get(id) === now && this.#known.delete(id))
    this.#forgetOldest()
    return now.structure
  }

  async #read(record: MeetingRecord): Promise<Structure> {
    const { store, rooms, lens } = this.#options
    const [state, base] = await Promise.all([rooms.state(record.id), baseText(store, record)])
    if (state === undefined) throw new Error(`there is no meeting ${record.id}`)
    return lens.structure(state, base, { id: record.id, name: record.name }, record.style?.writing)
  }

  /** What was asked for least lately stands first. */
  #forgetOldest(): void {
    const [oldest] = this.#known.keys()
    if (this.#known.size > this.#options.keep && oldest !== undefined) this.#known.delete(oldest)
  }
}
