import { Clocks } from './clocks.mjs'
import { Person } from './person.mjs'

/** Somebody who joins and waits until the whole of a history has come. */
export class Newcomer extends Person {
  /** @type {Uint8Array[]} */
  received = []
  #clocks = new Clocks()

  /**
   * @param {Pick<import('./history.mjs').History, 'clocks'>} history
   * @returns {Promise<number>} ms from the first byte to the last update
   */
  join(history) {
    return new Promise((resolve, reject) => {
      this.onUpdate = (/** @type {Uint8Array} */ update) => {
        const now = performance.now()
        this.received.push(update.slice())
        this.#clocks.add(update)
        if (this.#clocks.covers(history.clocks)) resolve(now - (this.connectedAt ?? now))
      }
      this.connect().catch(reject)
    })
  }
}
