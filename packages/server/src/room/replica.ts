import * as Y from 'yjs'

import type { LogEntry, StoredMinutes } from '../store/store.ts'
import { Deletions } from './deletions.ts'
import { decodeOutline, type Outline } from './outline.ts'
import { outlineOf, Pile } from './pile.ts'
import { type Clocks, settle } from './settle.ts'
import { type Id, type Range, readUpdate, type Struct, type Update } from './update.ts'

/**
 * A room's copy of the minutes, as far as the log has been read. It is bytes and nothing else: nobody in a room needs a
 * document, and to build that of a long meeting takes a quarter of a second and ten times its memory.
 */
export class Replica {
  /** The minutes as they are stored, before the rest of the log. */
  readonly snapshot: Uint8Array
  readonly #inSnapshot: Clocks
  readonly #pile: Pile
  /** What the rest of the log deletes. */
  readonly #deletions = new Deletions()

  /** Throws where the snapshot cannot be read; with its outline, nobody has to. */
  constructor(snapshot: Uint8Array, outline: Outline = outlineOf(snapshot)) {
    this.snapshot = snapshot
    this.#pile = Pile.open(snapshot, outline)
    this.#inSnapshot = this.#pile.clocks()
  }

  /**
   * Reads the minutes from the store. Log entries that cannot be placed are left out and reported by their sequence; throws
   * if the snapshot itself cannot be read.
   */
  static load({ snapshot, outline, tail }: StoredMinutes): { replica: Replica; unreadable: number[] } {
    const replica = new Replica(snapshot, outline && decodeOutline(outline))
    const clocks = new Map(replica.#inSnapshot)
    const unreadable = tail.filter((entry) => !replica.#replay(entry, clocks)).map(({ sequence }) => sequence)
    return { replica, unreadable }
  }

  /** Whether Yjs can take it is all that is asked: the guard let it in, by the rules of that day, and somebody was told so. */
  #replay({ update }: LogEntry, clocks: Map<number, number>): boolean {
    const read = readUpdate(update)
    const reached = read && settle(read, clocks)
    if (read === undefined || reached === undefined) return false
    this.apply([read])
    for (const [client, clock] of reached) clocks.set(client, clock)
    return true
  }

  /** Takes in updates that the guard has let through, in the order of the log. */
  apply(updates: readonly Update[]): void {
    for (const update of updates) for (const range of this.#pile.add(update)) this.#deletions.add(range)
  }

  structAt(id: Id): Struct | undefined {
    return this.#pile.structAt(id)
  }

  clocks(): Clocks {
    return this.#pile.clocks()
  }

  stateVector(): Uint8Array {
    return Y.encodeStateVector(this.#pile.clocks())
  }

  /** Everything, as one update. */
  state(): Uint8Array {
    return this.#pile.update()
  }

  /** What the log holds beyond the snapshot. */
  sinceSnapshot(): Uint8Array {
    return this.#pile.update(this.#inSnapshot, this.#deletions)
  }

  /** What somebody lacks who has `known`, and perhaps a little of what they have. */
  difference(known: Clocks): Uint8Array {
    return this.#pile.update(known)
  }

  /** Whether all of this is deleted already. */
  hasDeleted(ranges: readonly Range[]): boolean {
    return ranges.every((range) => this.#pile.hasDeleted(range))
  }
}
