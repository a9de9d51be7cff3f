import { RunReader } from './runs.mjs'

const reader = new RunReader()

/** How far what one has received goes, for each client. */
export class Clocks {
  /** @type {Map<number, number>} */
  #clocks = new Map()

  /** @param {Uint8Array} update */
  add(update) {
    const runs = reader.read(update, 0)
    for (let at = 0; at < runs.length; at += 3) {
      const [client = 0, clock = 0, length = 0] = runs.slice(at, at + 3)
      this.#clocks.set(client, Math.max(clock + length, this.#clocks.get(client) ?? 0))
    }
  }

  /**
   * @param {Clocks | Map<number, number>} others
   * @param {number} [but] of whom it does not matter
   */
  covers(others, but) {
    const wanted = others instanceof Clocks ? others.#clocks : others
    return [...wanted].every(([client, clock]) => client === but || (this.#clocks.get(client) ?? 0) >= clock)
  }
}
