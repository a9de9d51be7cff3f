import type { Ledger } from '../ledger/ledger.ts'
import type { Minutes } from '../ledger/scribe.ts'
import type { Store } from '../store/store.ts'
import { Door, type Outcome } from './door.ts'
import { Journal, type Record, updatesOf } from './journal.ts'
import type { Log } from './log.ts'
import type { Meter } from './meter.ts'
import type { Owners } from './owners.ts'
import { Parcel } from './parcel.ts'
import { Presence } from './presence.ts'
import type { Session } from './session.ts'
import { type Incoming, type Inscription, tell, type Written } from './telling.ts'
import { Turn } from './turn.ts'
import type { Answer } from './welcome.ts'

export interface RoomOptions {
  readonly id: string
  readonly store: Pick<Store, 'append'>
  readonly log: Log
  readonly ledger: Ledger
  /** Whose the clients of Yjs are. */
  readonly owners: Owners
  /** Runs a task some milliseconds later, together with those of other rooms. */
  readonly defer: (task: () => void, milliseconds: number) => void
  readonly pause: (milliseconds: number) => Promise<void>
  /** Called when the minutes have changed. */
  readonly changed: () => void
  /** Called when an update that the guard let through could not be applied: a bug, after which the room is not to be trusted. */
  readonly broken: (error: unknown) => void
  readonly report: (problem: string, error: unknown) => void
  readonly meter: Meter
}

/** Whoever wrote hears within so many milliseconds that it is on disk. */
const SAVED_WITHIN = 200

const DISK_TROUBLE = 'The server cannot write to its disk. Your changes are kept here until it can.'

/** One meeting while people are in it: what they write goes through its door to the log, and from there to everybody. */
export class Room implements Minutes {
  readonly #options: RoomOptions
  readonly #log: Log
  readonly #journal: Journal<Incoming>
  readonly #door: Door
  /** None before anybody says that they are here. */
  #presence: Presence<Session> | undefined
  readonly #sessions = new Set<Session>()
  readonly #turn: Turn
  #isSavedDue = false
  /** Since when the disk has been busy with the record that it was given. */
  #busySince: number | undefined
  /** After a bug the log is not to be trusted as it was read: nothing is told or compacted from it any more. */
  #isBroken = false

  constructor(options: RoomOptions) {
    const { log, owners, meter, defer, pause } = options
    this.#options = options
    this.#log = log
    this.#journal = new Journal({
      append: (update, entries) => this.#append(update, entries),
      committed: (entries, record) => this.#committed(entries, record),
      troubled: (error) => this.#troubled(error),
      pause,
    })
    this.#door = new Door({ log, journal: this.#journal, owners, meter })
    this.#turn = new Turn({ defer, people: () => this.#sessions.size, take: () => this.#takeTurn() })
  }

  /** What is not text: who is here, what they decide. */
  get ledger(): Ledger {
    return this.#options.ledger
  }

  get isHealthy(): boolean {
    return this.#journal.state !== 'failing'
  }

  /** Since when, by `performance.now()`, something has been waiting for the disk. */
  get unsavedSince(): number | undefined {
    return this.#busySince
  }

  /** The minutes as one update: everything that is on disk. */
  state(): Uint8Array {
    return this.#log.replica.state()
  }

  /** How far in the log that reaches. */
  get head(): number {
    return this.#log.head
  }

  /** What somebody lacks who has this state vector; undefined where it is none. */
  answer(stateVector: Uint8Array, newcomer: { readonly deflates: boolean }): Answer | undefined {
    return this.#log.answer(stateVector, newcomer)
  }

  /** The state vector of what everybody has been told. */
  told(): Uint8Array {
    return this.#log.replica.stateVector()
  }

  /** By what they may now, which comes first: who may not read is sent away there, and has heard nothing of the meeting. */
  join(session: Session): void {
    this.ledger.join(session)
    if (!session.may('read')) return
    this.#sessions.add(session)
    session.send(this.#log.question())
    this.introduce(session)
    if (!this.isHealthy) session.notice('storage-unavailable', DISK_TROUBLE)
  }

  leave(session: Session): void {
    this.#sessions.delete(session)
    this.ledger.leave(session)
    if (this.#presence?.leave(session) === true) this.#turn.plan()
  }

  /** Tells one session who is here. */
  introduce(session: Session): void {
    const update = this.#presence?.everybody()
    if (update !== undefined) session.send(new Parcel({ kind: 'awareness', update }))
  }

  /** Takes in what a session says of who is there; false where the frame cannot be read. */
  hearPresence(session: Session, update: Uint8Array): boolean {
    if (!session.may('be-present')) return true
    const { member } = session
    const badged = session.badge.on(update, member.person, (client) => this.#options.owners.mayUse(client, member))
    this.#presence ??= new Presence()
    const answer = badged === undefined ? 'malformed' : this.#presence.hear(session, badged)
    if (answer === 'malformed') return false
    if (answer !== undefined) session.send(new Parcel({ kind: 'awareness', update: answer }))
    this.#turn.plan()
    return true
  }

  /** Somebody who was seen may be so no longer. */
  hide(session: Session): void {
    if (this.#presence?.leave(session) === true) this.#turn.plan()
  }

  /** Judges an update and, if it fits, sends it on its way to the log; the session hears when it is there. */
  write(session: Session, frame: number, update: Uint8Array): Outcome {
    const outcome = this.#door.write(session, frame, update)
    if (this.#journal.isWaiting) this.#turn.plan()
    return outcome
  }

  /** Takes in what the ledger brings into the minutes; see `Minutes`. Rejects where it does not fit: a mistake of ours. */
  async inscribe(update: Uint8Array | undefined, through: number): Promise<string | undefined> {
    if (update === undefined) {
      await this.#options.store.append(this.#options.id, [], through)
      return undefined
    }
    const inscribed = this.#door.inscribe(update, through)
    this.#turn.plan()
    return inscribed
  }

  /** Resolves when everything that was taken in is on disk, and told. */
  async settled(): Promise<void> {
    await this.ledger.settled()
    await this.#journal.settled()
    await this.#log.settled()
  }

  /** The server stops: resolves when everything that was taken in is on disk, and told. A log that is long stays so. */
  async end(): Promise<void> {
    const written = this.#log.end()
    await this.ledger.settled()
    await this.#journal.settled()
    await written
  }

  /** Makes the log short, if there is anything in it. Never throws: what fails now is done another time. */
  async compact(): Promise<void> {
    if (!this.#isBroken) await this.#log.compact()
  }

  /** Whether the log is so long, beside the snapshot, that those who come feel it. */
  get isUntidy(): boolean {
    return this.#log.isUntidy
  }

  /** Nobody has come or written for a while: what can be found out again is forgotten. */
  rest(): void {
    if (!this.#journal.isIdle) return
    this.#door.rest()
    this.#log.rest()
  }

  /** Says goodbye to everybody. */
  dismiss(code: number, reason: string): void {
    for (const session of this.#sessions) session.end(code, reason)
  }

  /** What was written goes to disk, and who is here is told with it, or at once where nothing was written. */
  #takeTurn(): void {
    this.#journal.flush()
    if (this.#journal.state !== 'writing') this.#tell()
  }

  async #append(update: Uint8Array, entries: readonly Incoming[]): Promise<number> {
    const { id, store, meter, owners } = this.#options
    this.#busySince ??= performance.now()
    const { unsaved } = owners
    try {
      const sequence = await store.append(id, [update], entries.findLast(isInscription)?.inscribed, unsaved)
      if (unsaved !== undefined) owners.saved(unsaved)
      meter.synced(performance.now() - this.#busySince)
      this.#busySince = undefined
      return sequence
    } catch (error) {
      meter.failed('write')
      throw error
    }
  }

  #committed(entries: readonly Incoming[], record: Record | undefined): void {
    for (const entry of entries) if (isInscription(entry)) entry.stored()
    if (this.#isBroken) return
    try {
      for (const entry of entries) if (!isInscription(entry)) entry.session.saved(entry.frame)
      this.#planSaved()
      if (record === undefined) this.#tell()
      else this.#takeIn(entries, record)
    } catch (error) {
      this.#isBroken = true
      this.#options.broken(error)
    }
    if (this.#journal.isWaiting) this.#turn.plan()
  }

  /** Most writers hear that they are saved together with what others write next; the rest hear it soon. */
  #planSaved(): void {
    if (this.#isSavedDue) return
    this.#isSavedDue = true
    this.#options.defer(() => {
      this.#isSavedDue = false
      for (const session of this.#sessions) session.saySaved()
    }, SAVED_WITHIN)
  }

  /** What is on disk now is read from there, and told to everybody. */
  #takeIn(entries: readonly Incoming[], record: Record): void {
    // Who is slow is set aside before the log moves on, with the state vector of what has been told so far.
    for (const session of this.#sessions) {
      if (session.keepUp(this) === 'behind') this.#options.meter.fellBehind()
    }
    const written = entries.filter((entry) => entry.update !== undefined)
    this.#log.takeIn(updatesOf(written), record)
    this.#options.meter.stored(written.length, record.update.length)
    this.#tell({ entries: written, update: record.update })
    this.ledger.wrote(written.filter((entry) => !isInscription(entry)).map(({ session }) => session))
    if (this.#log.isLong) void this.compact()
    this.#options.changed()
  }

  #tell(written?: Written): void {
    tell(this.#sessions, this.#presence?.news(), written)
  }

  #troubled(error: unknown): void {
    if (error === undefined) {
      for (const session of this.#sessions) session.notice('storage-ok', 'The server can write to its disk again.')
    } else {
      this.#options.report('the log cannot be written', error)
      for (const session of this.#sessions) session.notice('storage-unavailable', DISK_TROUBLE)
    }
  }
}

function isInscription(entry: Incoming): entry is Inscription {
  return entry.session === undefined
}
