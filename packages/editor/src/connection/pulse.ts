/** Nothing came for so long (ms): the server says something every 3 s, so it is time to ask. */
const SILENCE = 4_000
/** An acknowledgement that takes longer (ms) is missing. */
const UNACKNOWLEDGED = 10_000
/** An answer that takes longer (ms) is missing. */
const PATIENCE = 4_000
/** A new connection must bring something within this time (ms); the first answer may be the whole of long minutes, over a slow network. */
const FIRST_SIGN = 8_000
const FIRST_ANSWER = 30_000
/** With so long (ms) between two looks the page has slept, or the browser lets its timers run once a minute. */
const SLEPT = 5_000
/** What came meanwhile lies in the queue behind the timers: it is heard within this time (ms). */
const AWAKE = 1_500

interface Question {
  readonly until: number
  /** `greeting`: nothing has come on this connection yet. `first`: something has, but no answer. */
  readonly phase: 'greeting' | 'first' | 'later'
  /** Whether the page has slept since it was asked, and has been given time to hear the answer. */
  readonly isLate: boolean
}

/**
 * Finds out that an open socket leads nowhere, within ten seconds while the page is awake. It judges only by a question
 * (sync step 1) that stays without its answer (sync step 2): timers of a background tab run once a minute, so silence alone
 * proves nothing. Times are `Date.now()`.
 */
export class Pulse {
  private heardAt: number
  private answeredAt: number
  private judgedAt: number
  private question: Question | undefined

  /** A new connection; its first question is on its way. */
  constructor(now: number) {
    this.heardAt = now
    this.answeredAt = now
    this.judgedAt = now
    this.question = { until: now + FIRST_SIGN, phase: 'greeting', isLate: false }
  }

  /** Any frame came in. */
  heard(now: number): void {
    this.heardAt = now
    if (this.question?.phase === 'greeting') {
      this.question = { until: now + FIRST_ANSWER, phase: 'first', isLate: false }
    }
  }

  /** A sync step 1 went out. A second question does not buy the first one more time. */
  asked(now: number, patience = PATIENCE): void {
    const until = now + patience
    if (this.question === undefined || (this.question.phase === 'later' && until < this.question.until)) {
      this.question = { until, phase: 'later', isLate: false }
    }
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
    const hasSlept = now - this.judgedAt >= SLEPT
    this.judgedAt = now
    if (this.question !== undefined) {
      if (now < this.question.until) return 'fine'
      if (!hasSlept || this.question.isLate) return 'dead'
      this.question = { ...this.question, until: now + AWAKE, isLate: true }
      return 'fine'
    }
    const silent = now - this.heardAt >= SILENCE
    const unacknowledged = waitingSince !== null && now - Math.max(waitingSince, this.answeredAt) >= UNACKNOWLEDGED
    return silent || unacknowledged ? 'ask' : 'fine'
  }
}
