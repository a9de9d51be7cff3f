import * as Y from 'yjs'

import type { Store } from '../store/store.ts'
import type { Record } from './journal.ts'
import type { Meter } from './meter.ts'
import { Parcel } from './parcel.ts'
import { Replica } from './replica.ts'
import type { Clocks } from './settle.ts'
import type { Tidied } from './tidy.ts'
import { readSurely, type Update } from './update.ts'
import { type Answer, Welcome } from './welcome.ts'

export interface LogOptions {
  readonly id: string
  readonly store: Pick<Store, 'compact'>
  /** The minutes as far as the log has been read. */
  readonly replica: Replica
  readonly tail: Tail
  /** The log is compacted when it has grown by so much, and by as much as the snapshot is. */
  readonly compactAfter: { readonly records: number; readonly bytes: number }
  /** The same minutes, as small as they can be written. */
  readonly tidy: (state: Uint8Array) => Promise<Tidied>
  readonly report: (problem: string, error: unknown) => void
  readonly meter: Pick<Meter, 'compacted' | 'failed'>
}

/** The last record that has been read, and what lies in the log beyond the snapshot. */
interface Tail {
  readonly sequence: number
  readonly records: number
  readonly bytes: number
}

/** A log of fewer bytes is not worth a compaction while people are here. */
const TIDY = 8 * 1024

/** The reading end of one meeting's log: the minutes as it gives them so far, ready for those who come; and what makes it short. */
export class Log {
  readonly #options: Omit<LogOptions, 'replica' | 'tail'>
  #replica: Replica
  #welcome: Welcome
  #tail: Tail
  #compacting: Promise<void> | undefined
  /** The last step of a compaction, which cannot be dropped on the way. */
  #storing: Promise<void> | undefined
  #hasEnded = false
  /** What has been taken in since a compaction began. */
  #meanwhile: Uint8Array[] = []

  constructor({ id, store, replica, tail, compactAfter, tidy, report, meter }: LogOptions) {
    // Not the first replica, which would stay in memory when a compaction has put another in its place.
    this.#options = { id, store, compactAfter, tidy, report, meter }
    this.#replica = replica
    this.#welcome = new Welcome(replica)
    this.#tail = tail
  }

  /** The minutes as they are now; a compaction puts others in their place. */
  get replica(): Replica {
    return this.#replica
  }

  /** The sequence of the last record that has been read. */
  get head(): number {
    return this.#tail.sequence
  }

  /** Bytes of the minutes and of the records beyond them. */
  get size(): number {
    return this.#replica.snapshot.length + this.#tail.bytes
  }

  /** Asks somebody for what they have beyond this. */
  question(): Parcel {
    return this.#welcome.question()
  }

  /** What somebody lacks who has this state vector; undefined where it is none. */
  answer(stateVector: Uint8Array, newcomer: { readonly deflates: boolean }): Answer | undefined {
    const known = readStateVector(stateVector)
    if (known === undefined) return undefined
    if (known.size === 0) return this.#welcome.for(newcomer)
    return [new Parcel({ kind: 'sync-step-2', update: this.#replica.difference(known) })]
  }

  /** A record is on disk, in which there are these updates. */
  takeIn(updates: readonly Update[], { sequence, update }: Record): void {
    this.#replica.apply(updates)
    this.#welcome.moveOn()
    if (this.#compacting !== undefined) this.#meanwhile.push(update)
    this.#tail = { sequence, records: this.#tail.records + 1, bytes: this.#tail.bytes + update.length }
  }

  /** Whether it has grown so much that it is compacted even while people write. */
  get isLong(): boolean {
    const { records, bytes } = this.#options.compactAfter
    return this.#tail.records >= records || this.#tail.bytes >= Math.max(bytes, this.#replica.snapshot.length)
  }

  /** Whether it is so long, beside the snapshot, that those who come feel it. */
  get isUntidy(): boolean {
    return this.#tail.bytes > TIDY + this.#replica.snapshot.length / 10
  }

  /** Makes it short, if there is anything in it. Never throws: what fails now is done another time. */
  compact(): Promise<void> {
    this.#compacting ??= this.#compact().finally(() => (this.#compacting = undefined))
    return this.#compacting
  }

  /** Nobody reads or writes for a while. */
  rest(): void {
    this.#welcome.rest()
    this.#replica.fold()
  }

  /** Resolves when nothing of it is being rewritten. */
  async settled(): Promise<void> {
    await this.#compacting
  }

  /** The server stops: it stays as long as it is. Resolves when nothing of it is being written. */
  async end(): Promise<void> {
    this.#hasEnded = true
    await this.#storing?.catch(() => {})
  }

  async #compact(): Promise<void> {
    const before = this.#tail
    if (before.records === 0 || this.#hasEnded) return
    const { id, store, tidy, report, meter } = this.#options
    this.#tail = { ...before, records: 0, bytes: 0 }
    this.#meanwhile = []
    try {
      const { snapshot, outline } = await tidy(this.#replica.state())
      if (this.#hasEnded) return
      this.#storing = store.compact(id, { snapshot, outline }, before.sequence)
      await this.#storing
      this.#replica = new Replica(snapshot, outline)
      this.#replica.apply(this.#meanwhile.map(readSurely))
      this.#welcome = new Welcome(this.#replica)
      meter.compacted()
    } catch (error) {
      if (this.#hasEnded) return
      const { sequence, records, bytes } = this.#tail
      this.#tail = { sequence, records: records + before.records, bytes: bytes + before.bytes }
      meter.failed('compaction')
      report('the log could not be compacted', error)
    } finally {
      this.#meanwhile = []
    }
  }
}

function readStateVector(bytes: Uint8Array): Clocks | undefined {
  try {
    return Y.decodeStateVector(bytes)
  } catch {
    // lib0 throws where the bytes end early.
    return undefined
  }
}
