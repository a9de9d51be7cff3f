import type { Book } from '../ledger/book.ts'
import { ClosedBooks } from '../ledger/closed-books.ts'
import { ALONE, type Surroundings } from '../ledger/ledger.ts'
import { CONNECTIONS_PER_MEETING, SENTENCES } from '../limit/limits.ts'
import { Beat } from './beat.ts'
import { UNCOUNTED } from './meter.ts'
import { openRoom, type RoomSurroundings } from './open-room.ts'
import { Replica } from './replica.ts'
import type { Room } from './room.ts'
import type { Session } from './session.ts'
import { tidy } from './tidy.ts'
import { Upkeep } from './upkeep.ts'

export interface RoomsOptions
  extends Pick<RoomSurroundings, 'store' | 'report'>, Partial<Omit<RoomSurroundings, 'store' | 'report' | 'ledgers'>> {
  readonly ledgers?: Partial<Surroundings>
  /** Called some time after minutes have changed, and before their room closes. */
  readonly describe: (id: string, state: Uint8Array) => Promise<void>
  /** How long after a change the meeting is described anew, in milliseconds; longer each time while people go on writing. */
  readonly describeAfter?: number
  /** Nobody has written for so long that a room may be put in order, in milliseconds. */
  readonly quiet?: number
  /** How long a room stays open after the last person left, in milliseconds. */
  readonly idle?: number
  /** So many may be in a room at the same time. */
  readonly people?: number
}

/** When the server stops, a meeting that has not been described by then (ms) is listed as it was described last. */
const DESCRIBED_WITHIN = 4_000

/** A room, open or being opened, and how many hold on to it. */
interface Slot {
  readonly room: Promise<Room>
  readonly upkeep: Upkeep
  users: number
  timer: NodeJS.Timeout | undefined
  isBroken: boolean
}

/** All rooms that are open: each is read from disk once, shared, and closed when nobody is in it and everything is stored. */
export class Rooms {
  readonly #options: Required<Omit<RoomsOptions, 'ledgers'>> & Pick<RoomSurroundings, 'ledgers'>
  readonly #slots = new Map<string, Slot>()
  readonly #open = new Set<Room>()
  readonly #closedBooks: ClosedBooks
  #closing = false
  #writtenAt = -Infinity

  constructor(options: RoomsOptions) {
    this.#options = {
      meter: UNCOUNTED,
      idle: 10_000,
      describeAfter: 3_000,
      quiet: 5_000,
      people: CONNECTIONS_PER_MEETING,
      compactAfter: { records: 5_000, bytes: 512 * 1024 },
      tidy: async (state) => tidy(state),
      defer: new Beat().defer,
      pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds).unref()),
      ...options,
      ledgers: { ...ALONE, ...options.ledgers },
    }
    this.#closedBooks = new ClosedBooks(options.store)
  }

  get size(): number {
    return this.#slots.size
  }

  /** Whether every open room can write to disk. */
  get isHealthy(): boolean {
    return [...this.#open].every((room) => room.isHealthy)
  }

  /** For how many milliseconds the oldest update has been waiting for the disk; 0 where none does. */
  get unsavedFor(): number {
    const now = performance.now()
    return Math.max(0, ...[...this.#open].map((room) => now - (room.unsavedSince ?? now)))
  }

  /** For how many milliseconds nobody has written in any room. */
  get quietFor(): number {
    return performance.now() - this.#writtenAt
  }

  /** Brings a session into a room; it ends there if the minutes cannot be read. */
  async admit(id: string, session: Session): Promise<void> {
    if (this.#closing) return session.close('restart')
    if (session.state === 'leaving') return
    const slot = this.#slots.get(id) ?? this.#openSlot(id)
    if (slot.isBroken) return session.close('try-later')
    if (slot.users >= this.#options.people) return session.close('try-later', SENTENCES.meetingFull)
    slot.users++
    session.onClosed(() => this.#release(id, slot))
    slot.upkeep.awaitQuiet()
    try {
      session.enter(await slot.room)
    } catch (error) {
      this.#options.meter.failed('unreadable')
      this.#options.report(`the minutes of ${id} cannot be read`, error)
      session.end(1011, 'unreadable')
    }
  }

  /** The minutes as one update, from the open room or from disk; undefined where there is no such meeting. */
  async state(id: string): Promise<Uint8Array | undefined> {
    const slot = this.#slots.get(id)
    if (slot !== undefined) return (await slot.room).state()
    const stored = await this.#options.store.load(id)
    if (stored === undefined || stored.tail.length === 0) return stored?.snapshot
    return Replica.load(stored).replica.state()
  }

  /** A number that is another one as soon as `state` is another; undefined where there is no such meeting. Reads no minutes. */
  async head(id: string): Promise<number | undefined> {
    const slot = this.#slots.get(id)
    return slot === undefined ? this.#options.store.head(id) : (await slot.room).head
  }

  /** What the ledger of a meeting says, from the open room or from disk; where it is damaged, up to there. */
  async book(id: string): Promise<Book> {
    const slot = this.#slots.get(id)
    return slot === undefined ? this.#closedBooks.read(id) : (await slot.room).ledger.book
  }

  /** Resolves when everything that rooms have taken in is on disk, and told. */
  async settled(): Promise<void> {
    await Promise.all([...this.#open].map((room) => room.settled()))
  }

  /** Stores everything, closes every room and tells everybody that the server will be back. */
  async close(): Promise<void> {
    this.#closing = true
    const late = this.#options.pause(DESCRIBED_WITHIN)
    await Promise.all([...this.#slots].map(([id, slot]) => this.#shut(id, slot, late)))
  }

  #openSlot(id: string): Slot {
    const { describe, describeAfter, quiet, meter, report } = this.#options
    const room = openRoom(id, {
      ...this.#options,
      book: () => this.#closedBooks.take(id),
      changed: () => {
        this.#writtenAt = performance.now()
        upkeep.changed()
      },
      broken: (error) => {
        meter.failed('broken')
        report(`an update of ${id} could not be applied`, error)
        void this.#abandon(id)
      },
    })
    const upkeep = new Upkeep({
      room,
      describe: (state) => describe(id, state),
      describeAfter,
      quiet,
      failed: (error) => {
        meter.failed('description')
        report(`${id} could not be described`, error)
      },
    })
    const slot: Slot = { room, upkeep, users: 0, timer: undefined, isBroken: false }
    this.#slots.set(id, slot)
    room.then(
      (opened) => this.#open.add(opened),
      () => this.#slots.delete(id),
    )
    return slot
  }

  /**
   * After a bug nothing in memory is trusted. What was told is on disk, and so is, in a moment, what was taken in; whoever
   * comes then reads it from there.
   */
  async #abandon(id: string): Promise<void> {
    const slot = this.#slots.get(id)
    if (slot === undefined) return
    slot.isBroken = true
    slot.upkeep.end()
    const room = await slot.room
    room.dismiss(1011, 'broken')
    await room.settled()
    this.#remove(id, slot, room)
  }

  #release(id: string, slot: Slot): void {
    slot.users--
    if (slot.users > 0 || slot.isBroken || this.#closing || this.#slots.get(id) !== slot) return
    clearTimeout(slot.timer)
    slot.timer = setTimeout(() => void this.#closeIfIdle(id, slot), this.#options.idle)
    slot.timer.unref()
  }

  /** Everything below waits for the disk; somebody who joins meanwhile finds the room as it was, and keeps it open. */
  async #closeIfIdle(id: string, slot: Slot): Promise<void> {
    slot.timer = undefined
    // Where the minutes could not be read, the slot is gone already and everybody has been told.
    const room = await slot.room.catch(() => undefined)
    if (room === undefined) return
    await slot.upkeep.finish()
    // A timer that is set anew means that somebody came and went meanwhile, and perhaps wrote.
    const visited = slot.users > 0 || slot.timer !== undefined
    if (visited || slot.isBroken || this.#closing || this.#slots.get(id) !== slot) return
    this.#remove(id, slot, room)
  }

  /** No log is made short for it, which could take longer than a stop may: that is done when somebody comes next. */
  async #shut(id: string, slot: Slot, late: Promise<void>): Promise<void> {
    const room = await slot.room.catch(() => undefined)
    if (room === undefined) return
    await room.end()
    room.dismiss(1012, 'restart')
    await Promise.race([slot.upkeep.describe(), late])
    this.#remove(id, slot, room)
  }

  #remove(id: string, slot: Slot, room: Room): void {
    clearTimeout(slot.timer)
    slot.upkeep.end()
    this.#slots.delete(id)
    this.#open.delete(room)
    room.ledger.close()
  }
}
