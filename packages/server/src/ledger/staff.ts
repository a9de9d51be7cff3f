import type { Answer } from '@plenary/shared/protocol'

import type { Session } from '../room/session.ts'
import type { Audience } from './audience.ts'
import type { Book } from './book.ts'
import { Clerk } from './clerk.ts'
import type { LedgerOptions } from './ledger.ts'
import { Prompter } from './prompter.ts'
import { type Minutes, Scribe } from './scribe.ts'

export interface StaffOptions extends LedgerOptions {
  readonly book: Book
  readonly audience: Audience
  readonly minutes: Minutes
  /** How far the ledger was inscribed when it was read from disk. */
  readonly inscribed: number
}

/** Those who work on the ledger of an open meeting: one decides, one tells single people, one brings it into the minutes. */
export class Staff {
  readonly #clerk: Clerk
  readonly #prompter: Prompter
  readonly #scribe: Scribe

  constructor({
    id,
    store,
    clock,
    isOpen,
    meter,
    report,
    book,
    audience,
    minutes,
    inscribed,
    ...options
  }: StaffOptions) {
    const present = (): ReturnType<Audience['present']> => audience.present()
    this.#prompter = new Prompter({
      book,
      clock,
      present,
      whisper: (person, whisper) => audience.whisper(person, whisper),
      past: () => options.past(id),
      failed: (error) => report('nobody could be told', error),
    })
    this.#scribe = new Scribe({
      book,
      clock,
      inscribed,
      minutes,
      inscribe: (...args) => options.inscribe(id, ...args),
      failed: (error) => {
        meter.failed('inscription')
        report('what the ledger says could not be inscribed', error)
      },
    })
    this.#clerk = new Clerk({
      id,
      store,
      book,
      clock,
      isOpen,
      chairs: () => options.chairs(id),
      present,
      entered: (entries) => {
        audience.news()
        this.#prompter.news(entries)
        this.#scribe.news()
      },
      failed: (error) => report('the ledger failed', error),
      refused: (error) => {
        meter.failed('write')
        report('the ledger cannot be written', error)
      },
    })
    this.#clerk.begin()
    this.#prompter.begin()
    this.#scribe.news()
  }

  /** Carries out a command, once, however often it comes. Rejects where the server itself fails at it. */
  ask(session: Session, id: string, command: unknown): Promise<Answer> {
    return this.#clerk.ask(session, id, command)
  }

  /** These sessions wrote something into the minutes. */
  wrote(sessions: readonly Session[]): void {
    this.#prompter.wrote(sessions.flatMap(({ member }) => member.person ?? []))
  }

  /** Resolves when everything that was asked is answered, and in the minutes. */
  async settled(): Promise<void> {
    await this.#clerk.settled()
    await this.#scribe.settled()
  }

  /** Lets what is still to come lapse. */
  end(): void {
    this.#clerk.end()
    this.#prompter.end()
    this.#scribe.end()
  }
}
