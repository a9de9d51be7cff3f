import type { Book } from '../ledger/book.ts'
import { ALONE, Ledger, type Surroundings } from '../ledger/ledger.ts'
import { readBook } from '../ledger/stored-book.ts'
import { CONNECTIONS_PER_MEETING, SENTENCES } from '../limit/limits.ts'
import type { Store } from '../store/store.ts'
import { Beat } from './beat.ts'
import { type Meter, UNCOUNTED } from './meter.ts'
import { Owners } from './owners.ts'
import { Replica } from './replica.ts'
import { Room } from './room.ts'
import type { Session } from './session.ts'
import { tidy, type Tidied } from './tidy.ts'

export interface RoomsOptions {
  readonly store: Store
  /** Called some time after minutes have changed, and before their room closes. */
  readonly describe: (id: string, state: Uint8Array) => Promise<void>
  readonly report: (problem: string, error: unknown) => void
  readonly meter?: Meter
  /** How long a room stays open after the last person left, in milliseconds. */
  readonly idle?: number
  /** How long after a change the meeting is described anew, in milliseconds; longer each time while people go on writing. */
  readonly describeAfter?: number
  /** Nobody has written for so long that a room may be put in order, in milliseconds. */
  readonly quiet?: number
  /** The log of a room is compacted when it has grown by so many records or bytes. */
  readonly compactAfter?: { readonly records: number; readonly bytes: number }
  /** The same minutes, as small as Yjs can write them; slow, so better not on this thread. */
  readonly tidy?: (state: Uint8Array) => Promise<Tidied>
  /** Runs a task some milliseconds later; what arrives until then is told in one piece. */
  readonly defer?: (task: () => void, milliseconds: number) => void
  /** What the ledgers of meetings need of the server. */
  readonly ledgers?: Partial<Surroundings>
  /** So many may be in a room at the same time. */
  readonly people?: number
  /** Waits before the disk is tried again. */
  readonly pause?: (milliseconds: number) => Promise<void>
}

/** A room, open or being opened, and how many hold on to it. */
interface Slot {
  readonly room: Promise<Room>
  users: number
  timer: NodeJS.Timeout | undefined
  /** Whether the minutes have changed since they were last described. */
  changed: boolean
  describing: NodeJS.Timeout | undefined
  /** How long the next change waits until the minutes are described. */
  describeAfter: number
  quiet: NodeJS.Timeout | undefined
  isBroken: boolean
}

const LONGEST_DESCRIBE = 60_000

/** So many closed ledgers are kept in memory. */
const BOOKS = 50

/** All rooms that are open: each is read from disk once, shared, and closed when nobody is in it and everything is stored. */
export class Rooms {
  readonly #options: Required<RoomsOptions>
  readonly #slots = new Map<string, Slot>()
  readonly #open = new Set<Room>()
  /** Ledgers that were asked for lately and in which nobody writes: their rooms are closed. */
  readonly #books = new Map<string, Promise<Book>>()
  #closing = false

  constructor(options: RoomsOptions) {
    this.#options = {
      meter: UNCOUNTED,
      idle: 10_000,
      describeAfter: 3_000,
      quiet: 5_000,
      people: CONNECTIONS_PER_MEETING,
      ledgers: {},
      compactAfter: { records: 5_000, bytes: 256 * 1024 },
      tidy: async (state) => tidy(state),
      defer: new Beat().defer,
      pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds).unref()),
      ...options,
    }
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

  /** Brings a session into a room; it ends there if the minutes cannot be read. */
  async admit(id: string, session: Session): Promise<void> {
    if (this.#closing) return session.close('restart')
    if (session.state === 'leaving') return
    const slot = this.#slots.get(id) ?? this.#openSlot(id)
    if (slot.isBroken) return session.close('try-later')
    if (slot.users >= this.#options.people) return session.close('try-later', SENTENCES.meetingFull)
    slot.users++
    session.onClosed(() => this.#release(id, slot))
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
    return slot === undefined ? this.#closedBook(id) : (await slot.room).ledger.book
  }

  /** Every request asks who somebody is in a meeting; following a long chain each time would hold up everybody. */
  #closedBook(id: string): Promise<Book> {
    const known = this.#books.get(id)
    if (known !== undefined) return known
    const book = readBook(id, this.#options.store).then((stored) => stored.book)
    this.#books.set(id, book)
    book.catch(() => this.#books.delete(id))
    const [oldest] = this.#books.keys()
    if (this.#books.size > BOOKS && oldest !== undefined) this.#books.delete(oldest)
    return book
  }

  /** Resolves when everything that rooms have taken in is on disk, and told. */
  async settled(): Promise<void> {
    await Promise.all([...this.#open].map((room) => room.settled()))
  }

  /** Stores everything, closes every room and tells everybody that the server will be back. */
  async close(): Promise<void> {
    this.#closing = true
    await Promise.all([...this.#slots].map(([id, slot]) => this.#shut(id, slot)))
  }

  #openSlot(id: string): Slot {
    this.#books.delete(id)
    const slot: Slot = {
      room: this.#load(id, () => this.#changed(id, slot)),
      users: 0,
      timer: undefined,
      changed: false,
      describing: undefined,
      describeAfter: this.#options.describeAfter,
      quiet: undefined,
      isBroken: false,
    }
    this.#slots.set(id, slot)
    slot.room.then(
      (room) => this.#open.add(room),
      () => this.#slots.delete(id),
    )
    return slot
  }

  async #load(id: string, changed: () => void): Promise<Room> {
    const { store, report, meter, compactAfter, tidy, defer, pause, ledgers } = this.#options
    const stored = await store.load(id)
    if (stored === undefined) throw new Error(`there is no meeting ${id}`)
    const { replica, unreadable } = Replica.load(stored)
    if (unreadable.length > 0) {
      meter.setAside(unreadable.length)
      report(`set aside ${unreadable.length} records of ${id} that cannot be read`, undefined)
      await store.quarantine(id, unreadable)
    }
    const reportHere = (problem: string, error: unknown): void => report(`${id}: ${problem}`, error)
    const ledger = await Ledger.open({ ...ALONE, ...ledgers, id, store, meter, report: reportHere })
    const owners = new Owners(await store.owners(id))
    const tail = stored.tail.filter(({ sequence }) => !unreadable.includes(sequence))
    const room = new Room({
      id,
      store,
      replica,
      ledger,
      owners,
      log: {
        sequence: stored.tail.at(-1)?.sequence ?? stored.through,
        records: tail.length,
        bytes: tail.reduce((sum, { update }) => sum + update.length, 0),
      },
      compactAfter,
      tidy,
      defer,
      pause,
      changed,
      meter,
      broken: (error) => {
        meter.failed('broken')
        report(`an update of ${id} could not be applied`, error)
        void this.#abandon(id)
      },
      report: reportHere,
    })
    ledger.begin(room)
    return room
  }

  /**
   * After a bug nothing in memory is trusted. What was told is on disk, and so is, in a moment, what was taken in; whoever
   * comes then reads it from there.
   */
  async #abandon(id: string): Promise<void> {
    const slot = this.#slots.get(id)
    if (slot === undefined) return
    slot.isBroken = true
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
    await this.#putInOrder(id, slot, room)
    // A timer that is set anew means that somebody came and went meanwhile, and perhaps wrote.
    const visited = slot.users > 0 || slot.timer !== undefined
    if (visited || slot.isBroken || this.#closing || this.#slots.get(id) !== slot) return
    this.#remove(id, slot, room)
  }

  async #shut(id: string, slot: Slot): Promise<void> {
    const room = await slot.room.catch(() => undefined)
    if (room === undefined) return
    await room.settled()
    room.dismiss(1012, 'restart')
    await this.#putInOrder(id, slot, room)
    this.#remove(id, slot, room)
  }

  async #putInOrder(id: string, slot: Slot, room: Room): Promise<void> {
    await room.settled()
    await room.compact()
    await this.#describe(id, slot, room)
    await room.settled()
  }

  #remove(id: string, slot: Slot, room: Room): void {
    clearTimeout(slot.timer)
    clearTimeout(slot.describing)
    clearTimeout(slot.quiet)
    this.#slots.delete(id)
    this.#open.delete(room)
    room.ledger.close()
  }

  #changed(id: string, slot: Slot): void {
    slot.changed = true
    slot.describing ??= setTimeout(() => {
      slot.describing = undefined
      slot.describeAfter = Math.min(slot.describeAfter * 2, LONGEST_DESCRIBE)
      void slot.room.then((room) => this.#describe(id, slot, room))
    }, slot.describeAfter).unref()
    slot.quiet = slot.quiet?.refresh() ?? setTimeout(() => void this.#rest(id, slot), this.#options.quiet).unref()
  }

  /** People are here and do not write: the time to do what would hold them up. */
  async #rest(id: string, slot: Slot): Promise<void> {
    const room = await slot.room
    slot.describeAfter = this.#options.describeAfter
    if (room.isUntidy) await room.compact()
    await this.#describe(id, slot, room)
  }

  async #describe(id: string, slot: Slot, room: Room): Promise<void> {
    if (!slot.changed || slot.isBroken) return
    slot.changed = false
    try {
      await this.#options.describe(id, room.state())
    } catch (error) {
      this.#options.meter.failed('description')
      // The list shows the old title a while longer; the minutes are not touched by it.
      this.#options.report(`${id} could not be described`, error)
    }
  }
}
