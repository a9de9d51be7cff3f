import * as Y from 'yjs'

import type { Ledger } from '../ledger/ledger.ts'
import type { Minutes } from '../ledger/scribe.ts'
import { Bucket } from '../limit/bucket.ts'
import { MEETING_BYTES, MEETING_SIZE, SENTENCES } from '../limit/limits.ts'
import type { Store } from '../store/store.ts'
import { judge, refused, type Verdict } from './guard.ts'
import { Journal, type Record } from './journal.ts'
import { Known } from './known.ts'
import type { Meter } from './meter.ts'
import { decodeOutline } from './outline.ts'
import type { Owners } from './owners.ts'
import { Parcel } from './parcel.ts'
import { Presence } from './presence.ts'
import { Replica } from './replica.ts'
import type { Session } from './session.ts'
import type { Clocks } from './settle.ts'
import { type Incoming, type Inscription, tell, type Written } from './telling.ts'
import type { Tidied } from './tidy.ts'
import { readSurely } from './update.ts'
import { type Answer, Welcome } from './welcome.ts'

export interface RoomOptions {
  readonly id: string
  readonly store: Store
  readonly replica: Replica
  readonly ledger: Ledger
  /** Whose the clients of Yjs are. */
  readonly owners: Owners
  /** The sequence up to which the replica has read the log, and what lies in it beyond the snapshot. */
  readonly log: { readonly sequence: number; readonly records: number; readonly bytes: number }
  /** The log is compacted when it has grown by so much, and by as much as the snapshot is. */
  readonly compactAfter: { readonly records: number; readonly bytes: number }
  /** The same minutes, as small as they can be written. */
  readonly tidy: (state: Uint8Array) => Promise<Tidied>
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

/** Above this many unsaved bytes the room takes no more: the disk has been refusing for long. */
const MAX_UNSAVED = 16 * 1024 * 1024

/** A room speaks once in so many milliseconds for each person in it, and once in `LONGEST_TURN` at least. */
const TURN_PER_PERSON = 1 / 10
const LONGEST_TURN = 50

/** Whoever wrote hears within so many milliseconds that it is on disk. */
const SAVED_WITHIN = 100

/** A log of fewer bytes is not worth a compaction while people are here. */
const TIDY = 8 * 1024

const DISK_TROUBLE = 'The server cannot write to its disk. Your changes are kept here until it can.'

/** One meeting while people are in it: a reader of its log, and the door through which updates get there. */
export class Room implements Minutes {
  readonly #options: RoomOptions
  #replica: Replica
  #welcome: Welcome
  readonly #journal: Journal<Incoming>
  readonly #presence = new Presence<Session>()
  readonly #sessions = new Set<Session>()
  readonly #inflow = new Bucket(MEETING_BYTES, performance.now())
  /** What is in the log and everything on its way there. */
  readonly #known: Known
  #tail: { sequence: number; records: number; bytes: number }
  #compacting: Promise<void> | undefined
  /** What has been taken in since a compaction began. */
  #meanwhile: Uint8Array[] = []
  #isTurnDue = false
  #isSavedDue = false
  #lastTurn = -Infinity
  /** Since when the disk has been busy with the record that it was given. */
  #busySince: number | undefined
  /** After a bug the replica is not to be trusted: nothing is told or compacted from it any more. */
  #isBroken = false

  constructor(options: RoomOptions) {
    this.#options = options
    this.#replica = options.replica
    this.#welcome = new Welcome(options.replica)
    this.#known = new Known(() => this.#replica)
    this.#tail = { ...options.log }
    this.#journal = new Journal({
      append: (update, entries) => this.#append(update, entries),
      committed: (entries, record) => this.#committed(entries, record),
      troubled: (error) => this.#troubled(error),
      pause: options.pause,
    })
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
    return this.#replica.state()
  }

  /** How far in the log that reaches. */
  get head(): number {
    return this.#tail.sequence
  }

  /** What somebody lacks who has this state vector; undefined where it is none. */
  answer(stateVector: Uint8Array, newcomer: { readonly deflates: boolean }): Answer | undefined {
    const known = readStateVector(stateVector)
    if (known === undefined) return undefined
    if (known.size === 0) return this.#welcome.for(newcomer)
    return [new Parcel({ kind: 'sync-step-2', update: this.#replica.difference(known) })]
  }

  /** The state vector of what everybody has been told. */
  told(): Uint8Array {
    return this.#replica.stateVector()
  }

  /** By what they may now, which comes first: who may not read is sent away there, and has heard nothing of the meeting. */
  join(session: Session): void {
    this.ledger.join(session)
    if (!session.may('read')) return
    this.#sessions.add(session)
    session.send(new Parcel({ kind: 'sync-step-1', stateVector: this.told() }))
    this.introduce(session)
    if (!this.isHealthy) session.notice('storage-unavailable', DISK_TROUBLE)
  }

  leave(session: Session): void {
    this.#sessions.delete(session)
    this.ledger.leave(session)
    if (this.#presence.leave(session)) this.#planTurn()
  }

  /** Tells one session who is here. */
  introduce(session: Session): void {
    const update = this.#presence.everybody()
    if (update !== undefined) session.send(new Parcel({ kind: 'awareness', update }))
  }

  /** Takes in what a session says of who is there; false where the frame cannot be read. */
  hearPresence(session: Session, update: Uint8Array): boolean {
    if (!session.may('be-present')) return true
    const { member } = session
    const badged = session.badge.on(update, member.person, (client) => this.#options.owners.mayUse(client, member))
    const answer = badged === undefined ? 'malformed' : this.#presence.hear(session, badged)
    if (answer === 'malformed') return false
    if (answer !== undefined) session.send(new Parcel({ kind: 'awareness', update: answer }))
    this.#planTurn()
    return true
  }

  /** Somebody who was seen may be so no longer. */
  hide(session: Session): void {
    this.#presence.leave(session)
    this.#planTurn()
  }

  /** Judges an update and, if it fits, sends it on its way to the log; the session hears when it is there. */
  write(
    session: Session,
    frame: number,
    update: Uint8Array,
  ): Verdict | { readonly verdict: 'too-fast' | 'not-allowed' } {
    if (!this.#inflow.take(update.length, performance.now())) return { verdict: 'too-fast' }
    const verdict = this.#judgeOf(session, update)
    const isNew = verdict.verdict === 'fits' && (verdict.adds || !this.#replica.hasDeleted(verdict.deletions))
    // Whoever may not write may still say what is there already: every page does when it joins.
    if (verdict.verdict !== 'malformed' && (verdict.verdict !== 'fits' || isNew) && !session.may('edit')) {
      return { verdict: 'not-allowed' }
    }
    if (verdict.verdict !== 'fits') {
      this.#options.meter.refused(verdict.verdict)
      return verdict
    }
    this.#known.add(verdict)
    this.#journal.push({ session, frame, update: isNew ? verdict.update : undefined })
    if (this.#journal.bytes > MAX_UNSAVED) session.close('try-later')
    this.#planTurn()
    return verdict
  }

  /** Nobody goes on with what somebody else wrote. */
  #judgeOf(session: Session, update: Uint8Array): Verdict {
    const verdict = this.#judge(update)
    if (verdict.verdict !== 'fits' || !verdict.adds || !session.may('edit')) return verdict
    const isOwn = this.#options.owners.admit(verdict.clocks, this.#known.clocks, session.member)
    return isOwn ? verdict : refused('foreign')
  }

  /** Takes in what the ledger brings into the minutes; see `Minutes`. Rejects where it does not fit: a mistake of ours. */
  async inscribe(update: Uint8Array | undefined, through: number): Promise<string | undefined> {
    if (update === undefined) {
      await this.#options.store.append(this.#options.id, [], through)
      return undefined
    }
    const verdict = this.#judge(update)
    if (verdict.verdict === 'refused') return verdict.reason
    if (verdict.verdict !== 'fits') throw new Error(`what the ledger says cannot be inscribed: ${verdict.verdict}`)
    this.#known.add(verdict)
    await new Promise<void>((stored) => {
      this.#journal.push({ update: verdict.update, inscribed: through, stored })
      this.#planTurn()
    })
    return undefined
  }

  /** Bytes of the minutes and of their log, with what is on its way there. */
  get #size(): number {
    return this.#replica.snapshot.length + this.#tail.bytes + this.#journal.bytes
  }

  #judge(update: Uint8Array): Verdict {
    const verdict = judge(update, this.#known)
    const isTooLarge = verdict.verdict === 'fits' && verdict.adds && this.#size + update.length > MEETING_SIZE
    return isTooLarge ? { verdict: 'refused', refusal: 'extent', reason: SENTENCES.tooLarge } : verdict
  }

  /** Resolves when everything that was taken in is on disk, and told. */
  async settled(): Promise<void> {
    await this.ledger.settled()
    await this.#journal.settled()
    await this.#compacting
  }

  /** Makes the log short, if there is anything in it. Never throws: what fails now is done another time. */
  compact(): Promise<void> {
    this.#compacting ??= this.#compact().finally(() => (this.#compacting = undefined))
    return this.#compacting
  }

  /** Whether the log is so long, beside the snapshot, that those who come feel it. */
  get isUntidy(): boolean {
    return this.#tail.bytes > TIDY + this.#replica.snapshot.length / 10
  }

  /** Says goodbye to everybody. */
  dismiss(code: number, reason: string): void {
    for (const session of this.#sessions) session.end(code, reason)
  }

  /** The more people hear of a turn, the more is gathered for it. */
  #planTurn(): void {
    if (this.#isTurnDue) return
    this.#isTurnDue = true
    const between = Math.min(LONGEST_TURN, this.#sessions.size * TURN_PER_PERSON)
    this.#options.defer(() => this.#takeTurn(), Math.max(0, this.#lastTurn + between - performance.now()))
  }

  /** What was written goes to disk, and who is here is told with it, or at once where nothing was written. */
  #takeTurn(): void {
    this.#isTurnDue = false
    this.#lastTurn = performance.now()
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
    if (this.#journal.isWaiting) this.#planTurn()
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

  /** What is on disk now reaches the replica, and then everybody. */
  #takeIn(entries: readonly Incoming[], { sequence, update }: Record): void {
    // Who is slow is set aside before the replica moves on, with the state vector of what has been told so far.
    for (const session of this.#sessions) {
      if (session.keepUp(this) === 'behind') this.#options.meter.fellBehind()
    }
    const written = entries.filter((entry) => entry.update !== undefined)
    this.#replica.apply(written.flatMap((entry) => entry.update ?? []))
    this.#welcome.moveOn()
    if (this.#compacting !== undefined) this.#meanwhile.push(update)
    this.#options.meter.stored(written.length, update.length)
    this.#tell({ entries: written, update })
    this.ledger.wrote(written.flatMap(({ session }) => session ?? []))
    this.#count(sequence, update.length)
    this.#options.changed()
  }

  #tell(written?: Written): void {
    tell(this.#sessions, this.#presence.news(), written)
  }

  #count(sequence: number, bytes: number): void {
    this.#tail = { sequence, records: this.#tail.records + 1, bytes: this.#tail.bytes + bytes }
    const { compactAfter } = this.#options
    const enough = Math.max(compactAfter.bytes, this.#replica.snapshot.length)
    if (this.#tail.records >= compactAfter.records || this.#tail.bytes >= enough) void this.compact()
  }

  async #compact(): Promise<void> {
    const before = this.#tail
    if (before.records === 0 || this.#isBroken) return
    this.#tail = { ...before, records: 0, bytes: 0 }
    this.#meanwhile = []
    try {
      const { snapshot, outline } = await this.#options.tidy(this.#replica.state())
      await this.#options.store.compact(this.#options.id, { snapshot, outline }, before.sequence)
      this.#replica = new Replica(snapshot, decodeOutline(outline))
      this.#replica.apply(this.#meanwhile.map(readSurely))
      this.#welcome = new Welcome(this.#replica)
      this.#options.meter.compacted()
    } catch (error) {
      this.#tail = {
        ...this.#tail,
        records: this.#tail.records + before.records,
        bytes: this.#tail.bytes + before.bytes,
      }
      this.#options.meter.failed('compaction')
      this.#options.report('the log could not be compacted', error)
    } finally {
      this.#meanwhile = []
    }
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

function readStateVector(bytes: Uint8Array): Clocks | undefined {
  try {
    return Y.decodeStateVector(bytes)
  } catch {
    // lib0 throws where the bytes end early.
    return undefined
  }
}
