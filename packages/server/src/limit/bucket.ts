export interface Rate {
  /** So much at once, */
  readonly burst: number
  /** and so much a second after that. */
  readonly perSecond: number
}

/** Lets through what comes at a bounded rate: a bucket of tokens that fills by itself. Times are in milliseconds. */
export class Bucket {
  readonly #rate: Rate
  #tokens: number
  #filledAt: number

  constructor(rate: Rate, now: number) {
    this.#rate = rate
    this.#tokens = rate.burst
    this.#filledAt = now
  }

  /** Takes `amount` tokens; false, and none are taken, where there are not so many. */
  take(amount: number, now: number): boolean {
    this.#fill(now)
    if (this.#tokens < amount) return false
    this.#tokens -= amount
    return true
  }

  /** Whether nothing has been taken for so long that it might as well be a new one. */
  isFull(now: number): boolean {
    this.#fill(now)
    return this.#tokens === this.#rate.burst
  }

  #fill(now: number): void {
    const filled = this.#tokens + ((now - this.#filledAt) * this.#rate.perSecond) / 1000
    this.#tokens = Math.min(this.#rate.burst, filled)
    this.#filledAt = now
  }
}
