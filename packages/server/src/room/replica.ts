import * as Y from 'yjs'

import type { LogEntry, StoredMinutes } from '../store/store.ts'
import { Deletions } from './deletions.ts'
import { decodeOutline } from './outline.ts'
import { outlineOf, Pile } from './pile.ts'
import { type Clocks, settle } from './settle.ts'
import { type Id, type Range, readSurely, readUpdate, type Struct, type Update } from './update.ts'

/**
 * A room's copy of the minutes, as far as the log has been read. It is bytes and nothing else: nobody in a room needs a
 * document, and to build that of a long meeting takes a quarter of a second and ten times its memory.
 */
export class Replica {
  /** The minutes as they are stored, before the rest of the log. */
  readonly snapshot: Uint8Array
  readonly #outline: Uint8Array | undefined
  /** All of it laid out, or what the log holds beyond the snapshot, as one update, until somebody needs more than that. */
  #content: Layout | Uint8Array

  /** Throws where the snapshot cannot be read; with its outline (see `outline.ts`), nobody has to. */
  constructor(snapshot: Uint8Array, outline?: Uint8Array) {
    this.snapshot = snapshot
    this.#outline = outline
    this.#content = this.#layOut()
  }

  /**
   * Reads the minutes from the store. Log entries that cannot be placed are left out and reported by their sequence; throws
   * if the snapshot itself cannot be read.
   */
  static load({ snapshot, outline, tail }: StoredMinutes): { replica: Replica; unreadable: number[] } {
    const replica = new Replica(snapshot, outline)
    const clocks = new Map(replica.clocks())
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
    const { pile, deletions } = this.#laidOut
    for (const update of updates) for (const range of pile.add(update)) deletions.add(range)
  }

  /** Nobody writes for a while, and a room of bytes takes a tenth of the memory. Whoever asks for anything lays it out again. */
  fold(): void {
    if (!(this.#content instanceof Uint8Array)) this.#content = this.sinceSnapshot()
  }

  structAt(id: Id): Struct | undefined {
    return this.#laidOut.pile.structAt(id)
  }

  clocks(): Clocks {
    return this.#laidOut.pile.clocks()
  }

  stateVector(): Uint8Array {
    return Y.encodeStateVector(this.#laidOut.pile.clocks())
  }

  /** Everything, as one update. */
  state(): Uint8Array {
    return this.#laidOut.pile.update()
  }

  /** What the log holds beyond the snapshot. */
  sinceSnapshot(): Uint8Array {
    if (this.#content instanceof Uint8Array) return this.#content
    const { pile, inSnapshot, deletions } = this.#content
    return pile.update(inSnapshot, deletions)
  }

  /** What somebody lacks who has `known`, and perhaps a little of what they have. */
  difference(known: Clocks): Uint8Array {
    return this.#laidOut.pile.update(known)
  }

  /** Whether all of this is deleted already. */
  hasDeleted(ranges: readonly Range[]): boolean {
    return ranges.every((range) => this.#laidOut.pile.hasDeleted(range))
  }

  get #laidOut(): Layout {
    if (!(this.#content instanceof Uint8Array)) return this.#content
    const beyond = readSurely(this.#content)
    const layout = this.#layOut()
    this.#content = layout
    this.apply([beyond])
    return layout
  }

  #layOut(): Layout {
    const outline = this.#outline === undefined ? outlineOf(this.snapshot) : decodeOutline(this.#outline)
    const pile = Pile.open(this.snapshot, outline)
    return { pile, inSnapshot: pile.clocks(), deletions: new Deletions() }
  }
}

interface Layout {
  readonly pile: Pile
  readonly inSnapshot: Clocks
  /** What the rest of the log deletes. */
  readonly deletions: Deletions
}
