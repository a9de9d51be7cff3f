import { type Actor, type LedgerEvent, type LedgerState, reduce, type SecretReason } from '@plenary/shared/ledger'

import type { Kept, SealedBallot } from '../store/store.ts'
import type { Ballots, Book } from './book.ts'
import { chained } from './chain.ts'
import { retryKeyOf } from './retry.ts'

/** Whose entries they are, and by which command. */
export interface By {
  readonly actor: Actor
  readonly command: string
}

/** What is about to be added to a ledger: decisions are made as if it were there, and it may still come to nothing. */
export class Draft {
  readonly #book: Book
  readonly #kept: Kept[] = []
  readonly #answers = new Map<string, number>()
  #reasons: readonly SecretReason[]
  #state: LedgerState

  constructor(book: Book) {
    this.#book = book
    this.#reasons = book.reasons
    this.#state = book.state
  }

  get kept(): readonly Kept[] {
    return this.#kept
  }

  get state(): LedgerState {
    return this.#state
  }

  /** All that are held back, where these are others than before. */
  get newReasons(): readonly SecretReason[] | undefined {
    return this.#reasons === this.#book.reasons ? undefined : this.#reasons
  }

  get isEmpty(): boolean {
    return this.#kept.length === 0 && this.newReasons === undefined
  }

  /** The time of the next entry: that of the clock, but never before the last one. */
  time(now: number): string {
    const time = new Date(now).toISOString()
    const last = this.#kept.at(-1)?.entry ?? this.#book.last
    return last !== undefined && last.time > time ? last.time : time
  }

  ballots(poll: string): Ballots {
    const drafted = this.#kept.flatMap(({ ballot }) =>
      ballot?.poll === poll ? [[ballot.person, ballot] as const] : [],
    )
    return drafted.length === 0 ? this.#book.ballots(poll) : new Map([...this.#book.ballots(poll), ...drafted])
  }

  reasons(poll: string): ReadonlyMap<string, string> {
    return new Map(this.#reasons.filter((each) => each.poll === poll).map(({ person, text }) => [person, text]))
  }

  holdBack(reason: SecretReason): void {
    this.#reasons = [...this.#reasons, reason]
  }

  answerTo(key: string): number | undefined {
    return this.#answers.get(key) ?? this.#book.answerTo(key)
  }

  add(events: readonly LedgerEvent[], { actor, command }: By, time: string, ballot?: SealedBallot): void {
    for (const event of events) {
      const before = this.#kept.at(-1)?.entry
      const sequence = this.#state.sequence + 1
      const entry = chained({ sequence, time, actor, command, event }, before?.hash ?? this.#book.end)
      const isCast = event.type === 'ballot-cast' && ballot !== undefined
      this.#kept.push(isCast ? { entry, ballot } : { entry })
      this.#state = reduce(this.#state, entry)
      this.#answers.set(retryKeyOf(entry), sequence)
      if (event.type === 'voting-ended') this.#forgetReasons(event.poll)
    }
  }

  /** They are in the ledger now, and whose they were nobody needs to know any more. */
  #forgetReasons(poll: string): void {
    if (this.#reasons.some((each) => each.poll === poll)) {
      this.#reasons = this.#reasons.filter((each) => each.poll !== poll)
    }
  }
}
