import { seedUpdate } from '@plenary/shared/document'

import { Rooms, type RoomsOptions } from '../room/rooms.ts'
import type { SessionOptions } from '../room/session.ts'
import { MemoryStore } from '../store/memory.ts'
import type { MeetingRecord, Store } from '../store/store.ts'
import { FaultyStore } from './faulty-store.ts'
import { Person } from './person.ts'

export const RECORD: MeetingRecord = {
  id: 'meeting',
  name: 'Meeting',
  title: 'Meeting',
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  epoch: 'e',
  base: null,
}

/** Rooms over one store with one empty meeting in it, and the people who go there. Time moves by `settle` only. */
export class House {
  store: FaultyStore
  readonly problems: string[] = []
  readonly described: string[] = []
  readonly people: Person[] = []
  rooms: Rooms
  readonly #options: Partial<RoomsOptions>
  #life = { over: false }

  private constructor(store: Store, options: Partial<RoomsOptions>) {
    this.store = new FaultyStore(store)
    this.#options = options
    this.rooms = this.#openRooms()
  }

  static async open(options: Partial<RoomsOptions> = {}, store: Store = new MemoryStore()): Promise<House> {
    await store.create({ record: RECORD, state: seedUpdate({ type: 'doc', content: [{ type: 'paragraph' }] }) })
    return House.over(store, options)
  }

  /** On a store that has the meeting, or will have it. */
  static over(store: Store, options: Partial<RoomsOptions> = {}): House {
    return new House(store, options)
  }

  /** Somebody new, on the way into the room. */
  enter(options: Partial<SessionOptions> = {}): Person {
    const person = new Person()
    this.people.push(person)
    void this.connect(person, options)
    return person
  }

  /** Resolves when the person is in the room, or could not get in. */
  connect(person: Person, options: Partial<SessionOptions> = {}): Promise<void> {
    return this.rooms.admit(RECORD.id, person.connect(options))
  }

  /** Moves frames until nothing moves any more and everything is stored. */
  async settle(): Promise<void> {
    for (let quiet = 0; quiet < 3;) {
      const moved = this.people.map(({ pair }) => pair.flush()).some(Boolean)
      await new Promise(setImmediate)
      if (this.rooms.isHealthy) await this.rooms.settled()
      quiet = moved ? 0 : quiet + 1
    }
  }

  /** Begins anew, as after a restart; everybody is cut off. */
  async restart(store: Store = this.store): Promise<void> {
    for (const { pair } of this.people) pair.cut()
    await this.rooms.close()
    this.begin(store)
  }

  /** Leaves everything that is under way where it is, as a crash does; `begin` goes on from what is on disk. */
  crash(): void {
    for (const { pair } of this.people) pair.cut()
    this.#life.over = true
  }

  begin(store: Store): void {
    this.store = store instanceof FaultyStore ? store : new FaultyStore(store)
    this.#life = { over: false }
    this.rooms = this.#openRooms()
  }

  #openRooms(): Rooms {
    const life = this.#life
    return new Rooms({
      store: this.store,
      describe: async (_id, state) => void this.described.push(String(state.length)),
      report: (problem) => void (life.over || this.problems.push(problem)),
      defer: (task) => void setImmediate(task),
      // What tries again for ever would keep the rooms of an earlier life busy.
      pause: () => new Promise((resolve) => void setImmediate(() => life.over || resolve())),
      ...this.#options,
    })
  }
}
