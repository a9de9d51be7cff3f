/** The shortest time between two beats, in milliseconds. */
const PERIOD = 7

/**
 * Runs what rooms put off, all that is due at one moment: rooms that write at the same time are then synced to disk at the
 * same time. Nothing runs, and no timer either, while nothing waits.
 */
export class Beat {
  #waiting: { readonly due: number; readonly task: () => void }[] = []
  #timer: NodeJS.Timeout | undefined
  #last = -Infinity

  /** Runs the task at the first beat after so many milliseconds. */
  readonly defer = (task: () => void, milliseconds: number): void => {
    this.#waiting.push({ due: performance.now() + milliseconds, task })
    this.#plan()
  }

  #plan(): void {
    if (this.#timer !== undefined || this.#waiting.length === 0) return
    const wait = Math.max(1, this.#last + PERIOD - performance.now())
    this.#timer = setTimeout(() => this.#run(), wait)
  }

  #run(): void {
    this.#timer = undefined
    this.#last = performance.now()
    // What comes due half a beat later is nearer to this one than to the next.
    const soon = this.#last + PERIOD / 2
    const waiting = this.#waiting
    this.#waiting = []
    for (const entry of waiting) {
      if (entry.due > soon) this.#waiting.push(entry)
      else entry.task()
    }
    this.#plan()
  }
}
