import { setTimeout as sleep } from 'node:timers/promises'

import * as Y from 'yjs'

import { randomFrom } from '../random.mjs'
import { Latencies } from './latencies.mjs'
import { RunReader } from './runs.mjs'
import { FIRST_CLIENT, Typist } from './typist.mjs'

/** @typedef {{ readonly time: number, readonly typist: Typist }} Key */

const OBSERVERS = 2

/** All the people of one load, and the books on what each of them received of every other. */
export class Crowd {
  /** @type {Typist[][]} */
  rooms = []
  /** Keys of others that arrived within the window. */
  delivered = 0
  /** From when a key was due until another person had it, for keys that were due within the window. */
  latencies = new Latencies()
  /** How late the keys were sent: the load's own doing. */
  lag = new Latencies()
  /** Something arrived before what it builds on. */
  gaps = 0
  #window = { from: Infinity, to: Infinity }
  #reader = new RunReader()
  #random
  /** @type {Map<Typist, Uint8Array[]>} */
  #observed = new Map()

  /** @param {number} seed */
  constructor(seed) {
    this.#random = randomFrom(seed)
  }

  /**
   * @param {readonly import('./person.mjs').Place[]} places
   * @param {number} people in each
   */
  gather(places, people) {
    for (const place of places) {
      const first = this.everybody.length
      const room = Array.from({ length: people }, (_, slot) => new Typist(place, first + slot, slot, people))
      // Everybody in a room gets the same bytes most of the time; they are read once.
      let last = { bytes: Buffer.alloc(0), runs: /** @type {number[]} */ ([]) }
      const runsOf = (/** @type {Uint8Array} */ update) => {
        if (last.bytes.length !== update.length || last.bytes.compare(update) !== 0) {
          last = { bytes: Buffer.from(update), runs: this.#reader.read(update, 0) }
        }
        return last.runs
      }
      for (const typist of room) typist.onUpdate = (update) => this.#receive(typist, room, runsOf(update), update)
      this.rooms.push(room)
    }
    for (const typist of this.rooms[0]?.slice(0, OBSERVERS) ?? []) this.#observed.set(typist, [])
  }

  get everybody() {
    return this.rooms.flat()
  }

  /** A few at a time, as people come. */
  async connect(together = 20) {
    const waiting = this.everybody
    const next = async () => {
      for (let typist = waiting.pop(); typist !== undefined; typist = waiting.pop()) await typist.connect()
    }
    await Promise.all(Array.from({ length: together }, next))
  }

  /**
   * Random times for everybody who types, in one list. Open loop: when a key is pressed depends on nothing else.
   *
   * @param {readonly Typist[]} typists
   * @param {{ perSecond: number, seconds: number }} pace
   * @returns {Key[]}
   */
  plan(typists, { perSecond, seconds }) {
    const keys = typists.flatMap((typist) => {
      const own = []
      for (
        let time = this.#random.next() / perSecond;
        time < seconds && own.length < typist.due.length - typist.sent;
      ) {
        own.push({ time: time * 1000, typist })
        time -= Math.log(1 - this.#random.next()) / perSecond
      }
      return own
    })
    return keys.sort((a, b) => a.time - b.time)
  }

  /**
   * @param {readonly Key[]} keys
   * @param {number} began on the clock of `performance.now()`
   */
  async type(keys, began) {
    for (let next = 0; next < keys.length;) {
      const now = performance.now()
      for (let key = keys[next]; key !== undefined && began + key.time <= now; key = keys[next]) {
        const due = began + key.time
        key.typist.press(due)
        if (due >= this.#window.from && due < this.#window.to) this.lag.add(performance.now() - due)
        next++
      }
      // Timers are good to a millisecond; what comes in meanwhile is read between two of them.
      await sleep(1)
    }
  }

  /**
   * @param {number} from
   * @param {number} to
   */
  watch(from, to) {
    this.#window = { from, to }
    this.delivered = 0
    this.latencies = new Latencies()
    this.lag = new Latencies()
  }

  /** Waits until everybody has what everybody wrote; returns how many keys are missing after `ms`. */
  async settle(ms = 15_000) {
    const until = performance.now() + ms
    for (;;) {
      const missing = this.#missing()
      if (missing === 0 || performance.now() > until) return missing
      await sleep(50)
    }
  }

  /**
   * Whether observers in the first room have, with real Yjs, what everybody there wrote.
   *
   * @returns {boolean}
   */
  hasConverged() {
    const room = this.rooms[0] ?? []
    return [...this.#observed].every(([observer, received]) => {
      const doc = docOf([...received, ...writtenBy(observer)])
      const all = docOf([...received, ...room.flatMap(writtenBy)])
      return doc.store.pendingStructs === null && textOf(doc) === textOf(all)
    })
  }

  leave() {
    for (const typist of this.everybody) typist.leave()
  }

  #missing() {
    let missing = 0
    for (const room of this.rooms) {
      for (const reader of room) {
        if (!reader.isConnected || !reader.isReading) continue
        for (const writer of room) {
          if (writer === reader || !writer.hasBegun) continue
          missing += Math.max(0, writer.written - Math.max(writer.base, reader.seen[writer.slot] ?? 0))
        }
      }
    }
    return missing
  }

  /**
   * @param {Typist} reader
   * @param {readonly Typist[]} room
   * @param {readonly number[]} runs
   * @param {Uint8Array} update
   */
  #receive(reader, room, runs, update) {
    this.#observed.get(reader)?.push(update.slice())
    const now = performance.now()
    const { from, to } = this.#window
    const first = room[0]?.client ?? FIRST_CLIENT
    for (let at = 0; at < runs.length; at += 3) {
      const writer = room[(runs[at] ?? 0) - first]
      const clock = runs[at + 1] ?? 0
      const end = clock + (runs[at + 2] ?? 0)
      if (writer === undefined || writer === reader) continue
      const seen = reader.seen[writer.slot] ?? 0
      if (clock > seen) this.gaps++
      if (end <= seen) continue
      reader.seen[writer.slot] = end
      const size = writer.perKey ?? 1
      for (let at = Math.max(seen, clock, writer.base); at < end; at += size) {
        const due = writer.due[(at - writer.base) / size] ?? 0
        if (now >= from && now < to) this.delivered++
        if (due >= from && due < to) this.latencies.add(now - due)
      }
    }
  }
}

/** @param {Typist} typist */
function writtenBy(typist) {
  return typist.hasBegun ? typist.updates.slice(0, typist.sent + 1) : []
}

/** @param {readonly Uint8Array[]} updates */
function docOf(updates) {
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update)
  })
  return doc
}

/** @param {Y.Doc} doc */
function textOf(doc) {
  return doc.getXmlFragment('content').toJSON()
}
