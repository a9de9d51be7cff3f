/** The shortest time between two beats, in milliseconds. */
const PERIOD = 10

/**
 * Runs what rooms put off, all that is due at one moment: rooms that write at the same time are then synced to disk at the
 * same time. Nothing runs, and no timer either, while nothing waits.
 */
export class Beat {
  #waiting: Waiting[] = []
  #timer: NodeJS.Timeout | undefined
  #next = Infinity
  #last = -Infinity

  /** Runs the task at the first beat after so many milliseconds. */
  readonly defer = (task: () => void, milliseconds: number): void => {
    const due = performance.now() + milliseconds
    this.#waiting.push({ due, task })
    this.#plan(due)
  }

  /** The next beat comes when something is due then, but not too soon after the last. */
  #plan(due: number): void {
    if (due >= this.#next) return
    clearTimeout(this.#timer)
    this.#next = due
    const wait = Math.max(due, this.#last + PERIOD) - performance.now()
    this.#timer = setTimeout(() => this.#run(), Math.max(1, wait))
  }

  #run(): void {
    this.#next = Infinity
    this.#last = performance.now()
    // What comes due half a beat later is nearer to this one than to the next.
    const soon = this.#last + PERIOD / 2
    const waiting = this.#waiting
    this.#waiting = waiting.filter(({ due }) => due > soon)
    for (const { due, task } of waiting) if (due <= soon) task()
    this.#plan(Math.min(...this.#waiting.map(({ due }) => due)))
  }
}

interface Waiting {
  readonly due: number
  readonly task: () => void
}
