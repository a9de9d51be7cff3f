import { type Entry, mayTakeChair, type Present } from '@plenary/shared/ledger'
import type { PersonId } from '@plenary/shared/meeting'
import type { Whisper } from '@plenary/shared/protocol'

import { Parcel } from '../room/parcel.ts'
import type { Session } from '../room/session.ts'
import type { Book } from './book.ts'
import type { Clock } from './clock.ts'
import { roleIn } from './member.ts'

export interface AudienceOptions {
  readonly book: Book
  readonly clock: Clock
  readonly isOpen: boolean
  /** Whom their grants make chair of this meeting, whatever its ledger says. */
  readonly chairs: () => Promise<readonly PersonId[]>
  readonly failed: (error: unknown) => void
}

/** What one connection has been told. */
interface Seat {
  /** The sequence of the last entry; undefined for who has not asked for any yet. */
  told: number | undefined
  /** Who they are for the server, as JSON. */
  you: string
}

/** Entries that are sent in one frame, to however many. */
interface Piece {
  readonly after: number
  readonly through: number
  readonly parcel: Parcel
}

/** A frame of entries has so many bytes or, where a single entry has more, that one. */
const LARGEST_PIECE = 64 * 1024

/** Everybody who is connected to a meeting: hears what is entered into its ledger, in order and without holes. */
export class Audience {
  readonly #options: AudienceOptions
  readonly #seats = new Map<Session, Seat>()
  #piece: Piece | undefined
  /** Undefined until the grants have been read. */
  #chairs: readonly PersonId[] | undefined
  #mayHaveChanged = false
  #isReading = false

  constructor(options: AudienceOptions) {
    this.#options = options
  }

  /** Each person once, however many pages they have open. */
  present(): Present[] {
    const { book, isOpen } = this.#options
    const people = new Map<string, Present>()
    for (const { member } of this.#seats.keys()) {
      const { person } = member
      if (person !== null) people.set(person.id, { ...person, role: roleIn(book.state, member, isOpen) })
    }
    return [...people.values()]
  }

  join(session: Session): void {
    const seat = { told: undefined, you: '' }
    this.#seats.set(session, seat)
    this.#introduce(session, seat)
    void this.#readChairs()
  }

  leave(session: Session): void {
    this.#seats.delete(session)
  }

  /** Tells somebody on all their pages; false where they have none. */
  whisper(person: PersonId, whisper: Whisper): boolean {
    const pages = [...this.#seats.keys()].filter(({ member, isPlenary }) => isPlenary && member.person?.id === person)
    for (const page of pages) page.tell({ kind: 'whisper', whisper })
    return pages.length > 0
  }

  /** Sends what a session lacks after this entry, and goes on as more comes. An entry that is not there yet is of another life. */
  catchUp(session: Session, after: number): void {
    const seat = this.#seats.get(session)
    if (seat === undefined) return
    seat.told = after > this.#options.book.state.sequence ? 0 : after
    this.#tell(session, seat)
  }

  /** Something has changed of who a session is. */
  reconsider(session: Session): void {
    const seat = this.#seats.get(session)
    if (seat === undefined) return
    this.#introduce(session, seat)
    void this.#readChairs()
  }

  /** Goes on where a session had not read what it was sent. */
  resume(session: Session): void {
    const seat = this.#seats.get(session)
    if (seat !== undefined) this.#tell(session, seat)
  }

  /** Tells everybody what has been entered, and who they are now where that has changed by it. */
  news(): void {
    for (const [session, seat] of this.#seats) {
      this.#tell(session, seat)
      this.#introduce(session, seat)
    }
  }

  #tell(session: Session, seat: Seat): void {
    const { sequence } = this.#options.book.state
    while (seat.told !== undefined && seat.told < sequence) {
      const { parcel, through } = this.#pieceAfter(seat.told)
      if (!session.offer(parcel)) return
      seat.told = through
    }
  }

  /** Most ask for the same one. */
  #pieceAfter(after: number): Piece {
    if (this.#piece?.after === after) return this.#piece
    const entries: Entry[] = []
    let bytes = 0
    for (const entry of this.#options.book.entries.slice(after, after + LARGEST_PIECE)) {
      bytes += JSON.stringify(entry).length
      if (bytes > LARGEST_PIECE && entries.length > 0) break
      entries.push(entry)
    }
    this.#piece = { after, through: after + entries.length, parcel: new Parcel({ kind: 'entries', entries }) }
    return this.#piece
  }

  /** Grants change with people who come and become somebody, which is when they are read again; once for all who come together. */
  async #readChairs(): Promise<void> {
    const { isOpen, chairs, failed } = this.#options
    // Where people are invited nobody takes the chair.
    if (!isOpen) return
    this.#mayHaveChanged = true
    if (this.#isReading) return
    this.#isReading = true
    try {
      while (this.#mayHaveChanged) {
        this.#mayHaveChanged = false
        const now = await chairs()
        if (now.join() === this.#chairs?.join()) continue
        this.#chairs = now
        for (const [session, seat] of this.#seats) this.#introduce(session, seat)
      }
    } catch (error) {
      failed(error)
    }
    this.#isReading = false
  }

  /** Lets a session do what it may now, and tells it. */
  #introduce(session: Session, seat: Seat): void {
    const { book, clock, isOpen } = this.#options
    const { member } = session
    const { person } = member
    const role = roleIn(book.state, member, isOpen)
    session.permit({ role, level: book.state.level })
    if (!session.isPlenary || session.state === 'leaving') return
    const chairs = this.#chairs
    const who = {
      person,
      role,
      mayTakeChair: chairs !== undefined && mayTakeChair({ role, state: book.state, chairs, isOpen }),
      ballots: person ? book.choicesOf(person.id) : {},
    }
    const you = JSON.stringify(who)
    if (seat.you === you) return
    seat.you = you
    session.tell({ kind: 'you', you: { ...who, now: new Date(clock.now()).toISOString() } })
  }
}
