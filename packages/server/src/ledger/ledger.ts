import type { Entry, LedgerState, PastNoteTaking, Refusal } from '@plenary/shared/ledger'
import type { MeetingId, PersonId } from '@plenary/shared/meeting'

import type { Meter } from '../room/meter.ts'
import type { Session } from '../room/session.ts'
import type { Store } from '../store/store.ts'
import { Audience } from './audience.ts'
import type { Book } from './book.ts'
import { Clerk } from './clerk.ts'
import { type Clock, SYSTEM_CLOCK } from './clock.ts'
import type { Inscribed } from './inscription.ts'
import { Prompter } from './prompter.ts'
import { type Minutes, Scribe } from './scribe.ts'
import { readBook, type StoredBook } from './stored-book.ts'

/** What ledgers need of the server around them. */
export interface Surroundings {
  readonly clock: Clock
  /** Whether whoever reaches the server is let in. */
  readonly isOpen: boolean
  /** Whom their grants make chair of a meeting, whatever its ledger says. */
  readonly chairs: (id: MeetingId) => Promise<readonly PersonId[]>
  /** What puts entries into the minutes of a meeting; see `ScribeOptions`. */
  readonly inscribe: (
    id: MeetingId,
    minutes: Uint8Array,
    entries: readonly Entry[],
    before: LedgerState,
  ) => Promise<Inscribed>
  /** Who took notes in earlier meetings of the same group. */
  readonly past: (id: MeetingId) => Promise<readonly PastNoteTaking[]>
}

/** Everybody is let in, and nothing comes into the minutes. */
export const ALONE: Surroundings = {
  clock: SYSTEM_CLOCK,
  isOpen: true,
  chairs: async () => [],
  inscribe: async () => ({ update: undefined, failed: [] }),
  past: async () => [],
}

export interface LedgerOptions extends Surroundings {
  readonly id: MeetingId
  readonly store: Store
  readonly meter: Pick<Meter, 'failed'>
  readonly report: (problem: string, error: unknown) => void
}

const UNREADABLE: Refusal = {
  code: 'storage-unavailable',
  message:
    'The record of this meeting is damaged, so nothing is added to it. Whoever runs this server can find out more.',
}

/** A page names its commands as it likes, but not at length. */
const COMMAND_ID = /^[\w-]{1,64}$/

/** The ledger of one meeting while people are in it, beside the room of its minutes. */
export class Ledger {
  readonly #options: LedgerOptions
  readonly #book: Book
  readonly #audience: Audience
  /** None where the ledger is damaged. */
  readonly #clerk: Clerk | undefined
  readonly #prompter: Prompter
  readonly #inscribed: number
  #scribe: Scribe | undefined

  private constructor(options: LedgerOptions, { book, inscribed, trouble }: StoredBook) {
    const { id, store, clock, isOpen, chairs, past, report } = options
    this.#inscribed = inscribed
    const audience = new Audience({
      book,
      clock,
      isOpen,
      chairs: () => chairs(id),
      failed: (error) => report('nobody could be told who is chair', error),
    })
    this.#options = options
    this.#book = book
    this.#audience = audience
    this.#prompter = new Prompter({
      book,
      clock,
      present: () => audience.present(),
      whisper: (person, whisper) => audience.whisper(person, whisper),
      past: () => past(id),
      failed: (error) => report('nobody could be told', error),
    })
    this.#clerk =
      trouble !== undefined
        ? undefined
        : new Clerk({
            id,
            store,
            book,
            clock,
            isOpen,
            chairs: () => chairs(id),
            present: () => audience.present(),
            entered: (entries) => {
              audience.news()
              this.#prompter.news(entries)
              this.#scribe?.news()
            },
            failed: (error) => report('the ledger failed', error),
            refused: (error) => {
              options.meter.failed('write')
              report('the ledger cannot be written', error)
            },
          })
  }

  /** Reads a ledger from disk. What is damaged in it is reported, and then it is as it was before that and stays so. */
  static async open(options: LedgerOptions): Promise<Ledger> {
    const stored = await readBook(options.id, options.store)
    const { trouble } = stored
    if (trouble !== undefined) {
      options.meter.failed('unreadable')
      options.report(trouble, undefined)
    }
    return new Ledger(options, stored)
  }

  /** The meeting is open, with these minutes. */
  begin(minutes: Minutes): void {
    if (this.#clerk === undefined) return
    const { id, clock, inscribe, meter, report } = this.#options
    this.#scribe = new Scribe({
      book: this.#book,
      clock,
      inscribed: this.#inscribed,
      minutes,
      inscribe: (...args) => inscribe(id, ...args),
      failed: (error) => {
        meter.failed('inscription')
        report('what the ledger says could not be inscribed', error)
      },
    })
    this.#clerk.begin()
    this.#prompter.begin()
    this.#scribe.news()
  }

  get book(): Book {
    return this.#book
  }

  join(session: Session): void {
    this.#audience.join(session)
  }

  leave(session: Session): void {
    this.#audience.leave(session)
  }

  /** Sends the entries after this one to a session, and goes on as they come. */
  catchUp(session: Session, after: number): void {
    this.#audience.catchUp(session, after)
  }

  /** Something has changed of who a session is, or of the roles that they have from elsewhere. */
  reconsider(session: Session): void {
    this.#audience.reconsider(session)
  }

  /** Goes on where a session had not read what it was sent. */
  resume(session: Session): void {
    this.#audience.resume(session)
  }

  /** Carries out what a session asks for, and answers it. */
  hear(session: Session, id: string, command: unknown): void {
    if (!COMMAND_ID.test(id)) return session.close('malformed')
    if (this.#clerk === undefined) return session.tell({ kind: 'answer', answer: { id, ok: false, error: UNREADABLE } })
    this.#clerk.ask(session, id, command).then(
      (answer) => session.tell({ kind: 'answer', answer }),
      (error: unknown) => {
        this.#options.meter.failed('frame')
        this.#options.report('a command could not be carried out', error)
        session.end(1011, 'internal')
      },
    )
  }

  /** What these sessions wrote is in the minutes. */
  wrote(sessions: readonly Session[]): void {
    // What the ledger itself brought into the minutes breaks no silence.
    if (sessions.length > 0) this.#prompter.wrote(sessions.flatMap(({ member }) => member.person ?? []))
  }

  /** Resolves when everything that was asked is answered, and in the minutes. */
  async settled(): Promise<void> {
    await this.#clerk?.settled()
    await this.#scribe?.settled()
  }

  /** Lets what is still to come lapse. */
  close(): void {
    this.#clerk?.end()
    this.#prompter.end()
    this.#scribe?.end()
  }
}
