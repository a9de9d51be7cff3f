import { setTimeout as sleep } from 'node:timers/promises'

import { Meeting } from './meeting.mjs'

/** A meeting lasts this long (ms), give or take a half. */
const LASTS = 240_000
/** A room closes some seconds after the last person left; what is then exported comes from disk alone. */
const CLOSED = 14_000

/**
 * @typedef {{
 *   readonly server: import('./server.mjs').SoakedServer,
 *   readonly rooms: number,
 *   readonly people: number,
 *   readonly random: ReturnType<typeof import('../bench/random.mjs').randomFrom>,
 *   readonly until: number,
 * }} CrowdOptions until: when to stop, by `performance.now()`
 */

/** Groups that meet, write, part and meet again, and what went wrong for them. */
export class Crowd {
  meetings = 0
  words = 0
  findings = /** @type {string[]} */ ([])
  #running = /** @type {Set<Meeting>} */ (new Set())
  /** Resolves when nobody must wait for a start of the server. */
  #serverIsUp = Promise.resolve()

  /** @param {CrowdOptions} options */
  constructor(options) {
    this.options = options
  }

  async meet() {
    await Promise.all(Array.from({ length: this.options.rooms }, () => this.#meetAgainAndAgain()))
  }

  /**
   * Lets the server end and start while people write; they come back only when what it has was looked at.
   *
   * @param {() => Promise<void>} restart
   */
  async interrupt(restart) {
    const meetings = [...this.#running]
    const writers = meetings.flatMap((meeting) => meeting.writers)
    for (const writer of writers) writer.stayAway()
    let up = () => {}
    this.#serverIsUp = new Promise((resolve) => (up = resolve))
    await restart()
    for (const meeting of meetings) this.findings.push(...(await meeting.check()))
    for (const writer of writers) writer.come()
    up()
  }

  async #meetAgainAndAgain() {
    const { server, people, random, until } = this.options
    while (performance.now() < until) {
      const meeting = new Meeting(await this.#ask(() => server.newMeeting()), people, random)
      this.#running.add(meeting)
      const written = meeting.write()
      await sleep(Math.max(1000, Math.min(LASTS * (0.5 + random.next()), until - performance.now())))
      await this.#serverIsUp
      this.#running.delete(meeting)
      this.findings.push(...(await meeting.end()))
      await written
      await sleep(CLOSED)
      this.findings.push(...meeting.compare(await this.#ask(() => server.minutes(meeting.place.id))))
      this.meetings++
      this.words += meeting.words
    }
  }

  /**
   * Asks the server, and once more if it has ended meanwhile.
   *
   * @template T
   * @param {() => Promise<T>} request
   * @returns {Promise<T>}
   */
  async #ask(request) {
    for (;;) {
      const up = this.#serverIsUp
      await up
      try {
        return await request()
      } catch (error) {
        if (this.#serverIsUp === up) throw error
      }
    }
  }
}
