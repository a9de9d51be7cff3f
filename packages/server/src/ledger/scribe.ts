import { type Entry, type LedgerState, NOTHING_YET, reduce } from '@plenary/shared/ledger'

import { Alarm } from './alarm.ts'
import type { Book } from './book.ts'
import type { Clock } from './clock.ts'
import { type Inscribed, isInscribed } from './inscription.ts'

/** The minutes of an open meeting, as the scribe needs them. */
export interface Minutes {
  /** All that is on disk, as one update. */
  state(): Uint8Array
  /**
   * Takes an update in, and with it, in one step, that the ledger is inscribed so far; resolves when both are on disk, or with
   * the reason why the minutes can never take this.
   */
  inscribe(update: Uint8Array | undefined, through: number): Promise<string | undefined>
}

export interface ScribeOptions {
  readonly book: Book
  readonly clock: Clock
  /** How far the ledger was inscribed when it was read from disk. */
  readonly inscribed: number
  readonly minutes: Minutes
  /** What puts entries into minutes; `before` is what the ledger came to before them. */
  readonly inscribe: (minutes: Uint8Array, entries: readonly Entry[], before: LedgerState) => Promise<Inscribed>
  /** Called when entries could not be written. */
  readonly failed: (error: unknown) => void
}

/** What failed is tried again after so many milliseconds, then after twice as many, and so on. */
const FIRST_PAUSE = 1_000
const LONGEST_PAUSE = 60_000

/** Brings into the minutes what the ledger says, each entry once, whatever happens on the way. */
export class Scribe {
  readonly #options: ScribeOptions
  readonly #alarm: Alarm
  #pause = FIRST_PAUSE
  #hasEnded = false
  /** What the ledger came to where it is inscribed. */
  #state: LedgerState
  #working: Promise<void> | undefined

  constructor(options: ScribeOptions) {
    this.#options = options
    this.#alarm = new Alarm(options.clock, () => this.news())
    this.#state = options.book.entries.slice(0, options.inscribed).reduce(reduce, NOTHING_YET)
  }

  /** More has been entered, or was when the ledger was read. */
  news(): void {
    this.#working ??= this.#work()
  }

  /** Resolves when everything is in the minutes that could be brought there. */
  async settled(): Promise<void> {
    while (this.#working !== undefined) await this.#working
  }

  /** Tries nothing again: what is missing is brought in when the meeting is opened next. */
  end(): void {
    this.#hasEnded = true
    this.#alarm.set(undefined)
  }

  async #work(): Promise<void> {
    try {
      // One turn of the event loop: entries come several at a time, and their answers go first.
      await new Promise(setImmediate)
      for (let next = this.#next(); next.length > 0; next = this.#next()) await this.#write(next)
      this.#alarm.set(undefined)
      this.#pause = FIRST_PAUSE
    } catch (error) {
      this.#options.failed(error)
      if (!this.#hasEnded) this.#alarm.set(this.#options.clock.now() + this.#pause)
      this.#pause = Math.min(2 * this.#pause, LONGEST_PAUSE)
    } finally {
      this.#working = undefined
    }
  }

  #next(): readonly Entry[] {
    return this.#options.book.entries.slice(this.#state.sequence)
  }

  async #write(entries: readonly Entry[]): Promise<void> {
    const { minutes, inscribe, failed } = this.#options
    const state = entries.reduce(reduce, this.#state)
    if (entries.some(isInscribed)) {
      const inscribed = await inscribe(minutes.state(), entries, this.#state)
      for (const { sequence, reason } of inscribed.failed) {
        failed(new Error(`entry ${sequence} could not be brought in: ${reason}`))
      }
      const refusal = await minutes.inscribe(inscribed.update, state.sequence)
      if (refusal !== undefined) {
        failed(new Error(`entries up to ${state.sequence} stay out of the minutes: ${refusal}`))
        await minutes.inscribe(undefined, state.sequence)
      }
    }
    this.#state = state
  }
}
