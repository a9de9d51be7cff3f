import type { Clock } from '../ledger/clock.ts'

/** A clock that stands still until a test moves it. */
export class HandClock implements Clock {
  #now: number
  #waiting: { readonly time: number; readonly task: () => void }[] = []

  constructor(now = Date.parse('2027-04-27T16:00:00.000Z')) {
    this.#now = now
  }

  readonly now = (): number => this.#now

  readonly at = (time: number, task: () => void): (() => void) => {
    const entry = { time, task }
    this.#waiting.push(entry)
    return () => void (this.#waiting = this.#waiting.filter((each) => each !== entry))
  }

  /** Lets so many seconds pass, or go back, and wakes who asked for it. */
  pass(seconds: number): void {
    this.#now += seconds * 1_000
    const due = this.#waiting.filter(({ time }) => time <= this.#now)
    this.#waiting = this.#waiting.filter(({ time }) => time > this.#now)
    for (const { task } of due) task()
  }
}
