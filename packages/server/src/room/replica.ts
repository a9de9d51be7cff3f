import { apply } from '@plenary/shared/document'
import * as Y from 'yjs'

import type { LogEntry, StoredMinutes } from '../store/store.ts'
import { type Clocks, judge } from './guard.ts'
import type { Range } from './update.ts'

/**
 * A room's copy of the minutes, as far as the log has been read. The rest of the server knows states and updates as
 * bytes only, so that a copy may one day be kept as bytes too.
 */
export class Replica {
  readonly #doc = new Y.Doc()

  /**
   * Reads the minutes from the store. Log entries that cannot be placed are left out and reported by their sequence; throws
   * if the snapshot itself cannot be read.
   */
  static load(stored: StoredMinutes): { replica: Replica; unreadable: number[] } {
    const unreadable: number[] = []
    for (;;) {
      const replica = new Replica()
      try {
        replica.apply([stored.snapshot])
      } catch (error) {
        replica.destroy()
        throw error
      }
      const failed = replica.#replay(stored.tail.filter(({ sequence }) => !unreadable.includes(sequence)))
      unreadable.push(...failed.unplaced)
      if (failed.broke === undefined) return { replica, unreadable }
      // A document in which applying threw may hold half of an update; begin again without that one.
      unreadable.push(failed.broke)
      replica.destroy()
    }
  }

  #replay(tail: readonly LogEntry[]): { unplaced: number[]; broke?: number } {
    const unplaced: number[] = []
    for (const { sequence, update } of tail) {
      if (judge(update, this.clocks()).verdict !== 'fits') {
        unplaced.push(sequence)
        continue
      }
      try {
        this.apply([update])
      } catch {
        // Reported to the caller, which sets the entry aside and says so in the log.
        return { unplaced, broke: sequence }
      }
    }
    return { unplaced }
  }

  /** Takes in updates that the guard has let through, in the order of the log. */
  apply(updates: readonly Uint8Array[]): void {
    // Not by y-protocols, which swallows the error of an update that cannot be applied.
    apply(this.#doc, updates)
  }

  clocks(): Clocks {
    return Y.decodeStateVector(this.stateVector())
  }

  stateVector(): Uint8Array {
    return Y.encodeStateVector(this.#doc)
  }

  /** Everything, as one update. */
  state(): Uint8Array {
    return Y.encodeStateAsUpdate(this.#doc)
  }

  /** What somebody lacks who has `stateVector`. */
  difference(stateVector: Uint8Array): Uint8Array {
    return Y.encodeStateAsUpdate(this.#doc, stateVector)
  }

  /** Whether all of this is deleted already. */
  hasDeleted(ranges: readonly Range[]): boolean {
    return ranges.every(({ client, clock, length }) => {
      const structs = this.#doc.store.clients.get(client)
      const end = clock + length
      if (structs === undefined || end > Y.getState(this.#doc.store, client)) return false
      for (let index = Y.findIndexSS(structs, clock); ; index++) {
        const struct = structs[index]
        if (struct === undefined || struct.id.clock >= end) return true
        if (!struct.deleted) return false
      }
    })
  }

  destroy(): void {
    this.#doc.destroy()
  }
}
