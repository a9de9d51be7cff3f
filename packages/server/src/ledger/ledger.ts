import type { Entry, LedgerState, PastNoteTaking, Refusal } from '@plenary/shared/ledger'
import type { MeetingId, PersonId } from '@plenary/shared/meeting'

import type { Meter } from '../room/meter.ts'
import type { Session } from '../room/session.ts'
import type { Store } from '../store/store.ts'
import { Audience } from './audience.ts'
import type { Book } from './book.ts'
import { type Clock, SYSTEM_CLOCK } from './clock.ts'
import type { Inscribed } from './inscription.ts'
import type { Minutes } from './scribe.ts'
import { Staff } from './staff.ts'
import type { StoredBook } from './stored-book.ts'

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
  readonly #inscribed: number
  readonly #isDamaged: boolean
  #minutes: Minutes | undefined
  /** None before there is anything to do, as in most meetings, and where the ledger is damaged. */
  #staff: Staff | undefined

  /** What is damaged in it is reported, and then it is as it was before that and stays so. */
  constructor(options: LedgerOptions, { book, inscribed, trouble }: StoredBook) {
    const { id, clock, isOpen, chairs, meter, report } = options
    this.#options = options
    this.#book = book
    this.#audience = new Audience({
      book,
      clock,
      isOpen,
      chairs: () => chairs(id),
      failed: (error) => report('nobody could be told who is chair', error),
    })
    this.#inscribed = inscribed
    this.#isDamaged = trouble !== undefined
    if (trouble === undefined) return
    meter.failed('unreadable')
    report(trouble, undefined)
  }

  /** The meeting is open, with these minutes. */
  begin(minutes: Minutes): void {
    this.#minutes = minutes
    if (this.#book.last !== undefined) this.#callStaff()
  }

  #callStaff(): Staff | undefined {
    if (this.#isDamaged || this.#minutes === undefined) return undefined
    this.#staff ??= new Staff({
      ...this.#options,
      book: this.#book,
      audience: this.#audience,
      minutes: this.#minutes,
      inscribed: this.#inscribed,
    })
    return this.#staff
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
    const staff = this.#callStaff()
    if (staff === undefined) return session.tell({ kind: 'answer', answer: { id, ok: false, error: UNREADABLE } })
    staff.ask(session, id, command).then(
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
    if (sessions.length > 0) this.#staff?.wrote(sessions)
  }

  /** Resolves when everything that was asked is answered, and in the minutes. */
  async settled(): Promise<void> {
    await this.#staff?.settled()
  }

  /** Lets what is still to come lapse. */
  close(): void {
    this.#staff?.end()
  }
}
