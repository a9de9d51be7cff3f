import { Bucket, type Rate } from './bucket.ts'

/** A few at once, and then one each millisecond: that is less than the server could do, and what it has left is for those who write. */
const RATE: Rate = { burst: 4, perSecond: 1_000 }

export interface Surroundings {
  readonly now: () => number
  /** Runs a task when a moment has gone by in which the server could do other things. */
  readonly later: (task: () => void) => void
}

const REAL: Surroundings = {
  now: () => performance.now(),
  later: (task) => void setTimeout(task, 1),
}

/**
 * When a meeting begins, or the server is back, hundreds come in one moment. Here they pass in the order in which they came, so
 * slowly that those who write do not have to wait until all are in.
 */
export class Turnstile {
  readonly #surroundings: Surroundings
  readonly #bucket: Bucket
  readonly #waiting: (() => void)[] = []
  #isGoingOn = false

  constructor(surroundings = REAL) {
    this.#surroundings = surroundings
    this.#bucket = new Bucket(RATE, surroundings.now())
  }

  /** Runs the task when its turn has come: at once, where nobody else is there. */
  pass(task: () => void): void {
    if (this.#waiting.length === 0 && this.#isFree()) return task()
    this.#waiting.push(task)
    this.#goOnLater()
  }

  #isFree(): boolean {
    return this.#bucket.take(1, this.#surroundings.now())
  }

  #goOnLater(): void {
    if (this.#isGoingOn || this.#waiting.length === 0) return
    this.#isGoingOn = true
    this.#surroundings.later(() => {
      this.#isGoingOn = false
      try {
        for (let next = this.#next(); next !== undefined; next = this.#next()) next()
      } finally {
        this.#goOnLater()
      }
    })
  }

  /** The next who may pass now. */
  #next(): (() => void) | undefined {
    return this.#waiting.length > 0 && this.#isFree() ? this.#waiting.shift() : undefined
  }
}
