/** Reading begins when nothing has changed for `PAUSE`, but `LONGEST` after a change at the latest (ms). */
const PAUSE = 250
const LONGEST = 1_000
/** After a reading that took one millisecond at least this many pass until the next, however much is typed. */
const REST = 20
/** The browser may put a reading off this long (ms) while it has more urgent work. */
const PATIENCE = 500

/** When the minutes are read again: never while a key is on its way, and never so often that typing would suffer. */
export class Pace {
  readonly #read: (isPause: boolean) => void
  #timer: ReturnType<typeof setTimeout> | undefined
  #idle: number | undefined
  #latest: number | null = null
  #earliest = 0
  #changedAt = 0

  /** `read` hears whether people have paused, or type on. */
  constructor(read: (isPause: boolean) => void) {
    this.#read = read
  }

  /** Something has changed, or could not be read just now. */
  changed(): void {
    const now = performance.now()
    this.#changedAt = now
    this.#latest ??= now + LONGEST
    clearTimeout(this.#timer)
    const wait = Math.max(Math.min(PAUSE, this.#latest - now), this.#earliest - now, 0)
    this.#timer = setTimeout(() => this.#whenIdle(), wait)
  }

  stop(): void {
    clearTimeout(this.#timer)
    if (this.#idle !== undefined) globalThis.cancelIdleCallback(this.#idle)
    this.#idle = undefined
    this.#latest = null
  }

  #whenIdle(): void {
    // Safari has no idle callbacks.
    if (typeof requestIdleCallback !== 'function') return this.#now()
    this.#idle ??= requestIdleCallback(() => this.#now(), { timeout: PATIENCE })
  }

  #now(): void {
    this.stop()
    const began = performance.now()
    this.#read(began - this.#changedAt >= PAUSE)
    const ended = performance.now()
    this.#earliest = ended + REST * (ended - began)
  }
}
