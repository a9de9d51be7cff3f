import { Person } from './person.mjs'
import { RunReader } from './runs.mjs'

/** Somebody who joins and waits until the whole of a history has come. */
export class Newcomer extends Person {
  /** @type {Uint8Array[]} */
  received = []
  #clocks = new Map()
  #reader = new RunReader()

  /**
   * @param {import('./person.mjs').Place} place
   * @param {import('./history.mjs').History} history
   * @returns {Promise<number>} ms from the first byte to the last update
   */
  join(place, history) {
    return new Promise((resolve) => {
      this.onUpdate = (update) => {
        this.received.push(update.slice())
        const runs = this.#reader.read(update, 0)
        for (let at = 0; at < runs.length; at += 3) {
          const end = (runs[at + 1] ?? 0) + (runs[at + 2] ?? 0)
          this.#clocks.set(runs[at], Math.max(end, this.#clocks.get(runs[at]) ?? 0))
        }
        const now = performance.now()
        const isComplete = [...history.clocks].every(([client, clock]) => (this.#clocks.get(client) ?? 0) >= clock)
        if (isComplete) resolve(now - (this.connectedAt ?? now))
      }
      void this.connect()
    })
  }
}
