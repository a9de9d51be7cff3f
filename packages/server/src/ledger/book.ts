import { type Entry, type LedgerState, NOTHING_YET, reduce, type SecretReason } from '@plenary/shared/ledger'
import type { MeetingId, PersonId } from '@plenary/shared/meeting'

import type { Kept, SealedBallot } from '../store/store.ts'
import { beginning } from './chain.ts'
import { retryKeyOf } from './retry.ts'

export type Ballots = ReadonlyMap<PersonId, SealedBallot>

const NO_BALLOTS: Ballots = new Map()
const NO_REASONS: readonly SecretReason[] = []

/** A meeting's ledger in memory: what is on disk, and what follows from it. An empty one, as most are, takes next to nothing. */
export class Book {
  readonly #id: MeetingId
  readonly #entries: Entry[] = []
  /** By poll. */
  #ballots: Map<string, Map<PersonId, SealedBallot>> | undefined
  /** By their retry key: the last entry that each command made. */
  #answers: Map<string, number> | undefined
  #reasons = NO_REASONS
  #state: LedgerState = NOTHING_YET

  constructor(id: MeetingId, kept: readonly Kept[] = [], reasons = NO_REASONS) {
    this.#id = id
    this.take(kept, reasons)
  }

  get state(): LedgerState {
    return this.#state
  }

  get entries(): readonly Entry[] {
    return this.#entries
  }

  get last(): Entry | undefined {
    return this.#entries.at(-1)
  }

  /** The hash that the next entry follows. */
  get end(): string {
    return this.last?.hash ?? beginning(this.#id)
  }

  /** The ballots of a poll; nobody but their own person may learn of them. */
  ballots(poll: string): Ballots {
    return this.#ballots?.get(poll) ?? NO_BALLOTS
  }

  /** The numbers of the options that somebody chose, by poll. */
  choicesOf(person: PersonId): Record<string, number> {
    const own = [...(this.#ballots ?? [])].map(([poll, ballots]) => [poll, ballots.get(person)?.choice] as const)
    return Object.fromEntries(own.filter((each): each is [string, number] => each[1] !== undefined))
  }

  /** The last entry that a command has made already. */
  answerTo(key: string): number | undefined {
    return this.#answers?.get(key)
  }

  /** Of secret polls that are open; nobody may learn of them before. */
  get reasons(): readonly SecretReason[] {
    return this.#reasons
  }

  /** Takes in what is on disk now. */
  take(kept: readonly Kept[], reasons = this.#reasons): void {
    this.#reasons = reasons
    for (const { entry, ballot } of kept) {
      this.#entries.push(entry)
      this.#state = reduce(this.#state, entry)
      this.#answers ??= new Map()
      this.#answers.set(retryKeyOf(entry), entry.sequence)
      if (ballot !== undefined) this.#keep(ballot)
    }
  }

  #keep(ballot: SealedBallot): void {
    this.#ballots ??= new Map()
    const ballots = this.#ballots.get(ballot.poll) ?? new Map<PersonId, SealedBallot>()
    this.#ballots.set(ballot.poll, ballots.set(ballot.person, ballot))
  }
}
