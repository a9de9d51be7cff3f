/** Nothing came for so long (ms): the server says something every 20 s, so it is time to ask. */
const SILENCE = 30_000
/** An answer or an acknowledgement that takes longer (ms) is missing. */
const PATIENCE = 10_000

/**
 * Finds out that an open socket leads nowhere. It judges only by a question (sync step 1) that stays without its answer
 * (sync step 2): timers of a background tab run once a minute, so silence alone proves nothing. Times are `Date.now()`.
 */
export class Pulse {
  private heardAt: number
  private answeredAt: number
  private question: { readonly askedAt: number; readonly patience: number } | undefined

  constructor(now: number) {
    this.heardAt = now
    this.answeredAt = now
  }

  /** Any frame came in. */
  heard(now: number): void {
    this.heardAt = now
  }

  /** A sync step 1 went out. A second question does not buy the first one more time. */
  asked(now: number, patience = PATIENCE): void {
    const until = now + patience
    if (this.question !== undefined && this.question.askedAt + this.question.patience <= until) return
    this.question = { askedAt: now, patience }
  }

  /** A sync step 2 came in. */
  answered(now: number): void {
    this.question = undefined
    this.answeredAt = now
  }

  /**
   * What to do now. `waitingSince`: when the oldest unacknowledged frame was sent. A server that answers but does not
   * acknowledge has a slow or a full disk; leaving it would not help, so it is only asked again now and then.
   */
  judge(now: number, waitingSince: number | null): 'fine' | 'ask' | 'dead' {
    if (this.question !== undefined) {
      return now - this.question.askedAt >= this.question.patience ? 'dead' : 'fine'
    }
    const silent = now - this.heardAt >= SILENCE
    const unacknowledged = waitingSince !== null && now - Math.max(waitingSince, this.answeredAt) >= PATIENCE
    return silent || unacknowledged ? 'ask' : 'fine'
  }
}
