/** Reading begins when nothing has changed for `PAUSE`, but `LONGEST` after a change at the latest (ms). */
const PAUSE = 250
const LONGEST = 1_000
/** After a reading that took one millisecond at least this many pass until the next, however much is typed. */
const REST = 10
/** But no more than this (ms): on a busy machine a reading takes long, and what it says must not stay old for that. */
const LONGEST_REST = 2_000
/** The browser may put a reading off this long (ms) while it has more urgent work. */
const PATIENCE = 500

/** When the minutes are read again: never while a key is on its way, and never so often that the machine would feel it. */
export class Pace {
  readonly #read: (isPause: boolean) => Promise<void>
  #timer: ReturnType<typeof setTimeout> | undefined
  #idle: number | undefined
  #latest: number | null = null
  #earliest = 0
  #changedAt = 0
  #isReading = false

  /** `read` hears whether people have paused, or type on. */
  constructor(read: (isPause: boolean) => Promise<void>) {
    this.#read = read
  }

  /** Something has changed, or could not be read just now. */
  changed(): void {
    const now = performance.now()
    this.#changedAt = now
    this.#latest ??= now + LONGEST
    this.#plan()
  }

  stop(): void {
    clearTimeout(this.#timer)
    if (this.#idle !== undefined) globalThis.cancelIdleCallback(this.#idle)
    this.#idle = undefined
    this.#latest = null
  }

  #plan(): void {
    clearTimeout(this.#timer)
    if (this.#latest === null || this.#isReading) return
    const now = performance.now()
    const wanted = Math.min(this.#changedAt + PAUSE, this.#latest)
    this.#timer = setTimeout(() => this.#whenIdle(), Math.max(wanted, this.#earliest) - now)
  }

  #whenIdle(): void {
    // Safari has no idle callbacks.
    if (typeof requestIdleCallback !== 'function') void this.#now()
    else this.#idle ??= requestIdleCallback(() => void this.#now(), { timeout: PATIENCE })
  }

  async #now(): Promise<void> {
    this.stop()
    const began = performance.now()
    this.#isReading = true
    try {
      await this.#read(began - this.#changedAt >= PAUSE)
    } finally {
      this.#isReading = false
    }
    const ended = performance.now()
    this.#earliest = ended + Math.min(LONGEST_REST, REST * (ended - began))
    this.#plan()
  }
}
