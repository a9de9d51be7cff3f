import { encode } from '@plenary/shared/protocol'
import * as Y from 'yjs'

import type { Store } from '../store/store.ts'
import { judge, type Verdict } from './guard.ts'
import { type Entry, Journal } from './journal.ts'
import { Presence } from './presence.ts'
import type { Replica } from './replica.ts'
import type { Session } from './session.ts'

export interface RoomOptions {
  readonly id: string
  readonly store: Store
  readonly replica: Replica
  /** The sequence up to which the replica has read the log, and what lies in it beyond the snapshot. */
  readonly log: { readonly sequence: number; readonly records: number; readonly bytes: number }
  /** The log is compacted when it has grown by so much. */
  readonly compactAfter: { readonly records: number; readonly bytes: number }
  /** Runs a task soon; tasks of one room may be delayed by some milliseconds so that they do more at once. */
  readonly defer: (task: () => void) => void
  readonly pause: (milliseconds: number) => Promise<void>
  /** Called when the minutes have changed. */
  readonly changed: () => void
  /** Called when an update that the guard let through could not be applied: a bug, after which the room is not to be trusted. */
  readonly broken: (error: unknown) => void
  readonly report: (problem: string, error: unknown) => void
}

/** An update on its way to disk, and the frame by which it came. */
interface Incoming extends Entry {
  readonly session: Session
  readonly frame: number
}

/** Above this many unsaved bytes the room takes no more: the disk has been refusing for long. */
const MAX_UNSAVED = 16 * 1024 * 1024

/** With more writers than this in one commit, they get back their own updates too: sparing them costs more than it saves. */
const MAX_SPARED = 4

const DISK_TROUBLE = 'The server cannot write to its disk. Your changes are kept here until it can.'

/** One meeting while people are in it: a reader of its log, and the door through which updates get there. */
export class Room {
  readonly #options: RoomOptions
  readonly #replica: Replica
  readonly #journal: Journal<Incoming>
  readonly #presence = new Presence<Session>()
  readonly #sessions = new Set<Session>()
  /** Clocks of the log and of everything on its way there. */
  readonly #clocks: Map<number, number>
  #tail: { sequence: number; records: number; bytes: number }
  #compacting: Promise<void> | undefined
  #newsDue = false
  /** After a bug the replica is not to be trusted: nothing is told or compacted from it any more. */
  #isBroken = false

  constructor(options: RoomOptions) {
    this.#options = options
    this.#replica = options.replica
    this.#clocks = new Map(options.replica.clocks())
    this.#tail = { ...options.log }
    this.#journal = new Journal({
      append: (updates) => options.store.append(options.id, updates),
      committed: (entries, sequence) => this.#committed(entries, sequence),
      troubled: (error) => this.#troubled(error),
      pause: options.pause,
    })
  }

  get isHealthy(): boolean {
    return this.#journal.state !== 'failing'
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
  difference(stateVector: Uint8Array): Uint8Array | undefined {
    try {
      Y.decodeStateVector(stateVector)
    } catch {
      return undefined
    }
    return this.#replica.difference(stateVector)
  }

  /** The state vector of what everybody has been told. */
  told(): Uint8Array {
    return this.#replica.stateVector()
  }

  join(session: Session): void {
    this.#sessions.add(session)
    session.send(encode({ kind: 'sync-step-1', stateVector: this.told() }))
    this.introduce(session)
    if (!this.isHealthy) session.notice('storage-unavailable', DISK_TROUBLE)
  }

  leave(session: Session): void {
    this.#sessions.delete(session)
    this.#presence.leave(session)
    this.#spreadNews()
  }

  /** Tells one session who is here. */
  introduce(session: Session): void {
    const update = this.#presence.everybody()
    if (update !== undefined) session.send(encode({ kind: 'awareness', update }))
  }

  /** Takes in what a session says of who is there; false where the frame cannot be read. */
  hearPresence(session: Session, update: Uint8Array): boolean {
    const answer = this.#presence.hear(session, update)
    if (answer === 'malformed') return false
    if (answer !== undefined) session.send(encode({ kind: 'awareness', update: answer }))
    this.#spreadNews()
    return true
  }

  /** Judges an update and, if it fits, sends it on its way to the log; the session hears when it is there. */
  write(session: Session, frame: number, update: Uint8Array): Verdict {
    const verdict = judge(update, this.#clocks)
    if (verdict.verdict !== 'fits') return verdict
    for (const [client, clock] of verdict.clocks) this.#clocks.set(client, clock)
    const isNew = verdict.adds || !this.#replica.hasDeleted(verdict.deletions)
    this.#journal.push({ session, frame, update: isNew ? update : undefined })
    if (this.#journal.bytes > MAX_UNSAVED) session.close('try-later')
    return verdict
  }

  /** Resolves when everything that was taken in is on disk, and told. */
  async settled(): Promise<void> {
    await this.#journal.settled()
    await this.#compacting
  }

  /** Makes the log short, if there is anything in it. Never throws: what fails now is done another time. */
  compact(): Promise<void> {
    this.#compacting ??= this.#compact().finally(() => (this.#compacting = undefined))
    return this.#compacting
  }

  /** Says goodbye to everybody. */
  dismiss(code: number, reason: string): void {
    for (const session of this.#sessions) session.end(code, reason)
  }

  destroy(): void {
    this.#replica.destroy()
  }

  #committed(entries: readonly Incoming[], sequence: number | undefined): void {
    if (this.#isBroken) return
    try {
      if (sequence !== undefined) this.#takeIn(entries, sequence)
      for (const { session, frame } of entries) session.saved(frame)
    } catch (error) {
      this.#isBroken = true
      this.#options.broken(error)
    }
  }

  /** What is on disk now reaches the replica, and then everybody. */
  #takeIn(entries: readonly Incoming[], sequence: number): void {
    const written = entries.filter((entry) => entry.update !== undefined)
    const updates = written.flatMap(({ update }) => update ?? [])
    // Who is slow is set aside before the replica moves on, with the state vector of what has been told so far.
    const listeners = [...this.#sessions].filter((session) => session.wants(this))
    this.#replica.apply(updates)
    this.#tell(listeners, written)
    this.#count(sequence, updates)
    this.#options.changed()
  }

  /** Tells everybody what others wrote, in one frame each. */
  #tell(listeners: readonly Session[], written: readonly Incoming[]): void {
    const writers = new Set(written.map(({ session }) => session))
    const all = frameOf(written)
    for (const session of listeners) {
      if (!writers.has(session) || writers.size > MAX_SPARED) {
        session.send(all)
      } else if (writers.size > 1) {
        session.send(frameOf(written.filter((entry) => entry.session !== session)))
      }
    }
  }

  #count(sequence: number, updates: readonly Uint8Array[]): void {
    const bytes = updates.reduce((sum, { length }) => sum + length, 0)
    this.#tail = { sequence, records: this.#tail.records + updates.length, bytes: this.#tail.bytes + bytes }
    const { compactAfter } = this.#options
    if (this.#tail.records >= compactAfter.records || this.#tail.bytes >= compactAfter.bytes) {
      this.#options.defer(() => void this.compact())
    }
  }

  async #compact(): Promise<void> {
    const before = this.#tail
    if (before.records === 0 || this.#isBroken) return
    this.#tail = { ...before, records: 0, bytes: 0 }
    try {
      await this.#options.store.compact(this.#options.id, this.#replica.state(), before.sequence)
    } catch (error) {
      this.#tail = {
        ...this.#tail,
        records: this.#tail.records + before.records,
        bytes: this.#tail.bytes + before.bytes,
      }
      this.#options.report('the log could not be compacted', error)
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

  #spreadNews(): void {
    if (this.#newsDue) return
    this.#newsDue = true
    this.#options.defer(() => {
      this.#newsDue = false
      const update = this.#presence.news()
      if (update === undefined) return
      const frame = encode({ kind: 'awareness', update })
      for (const session of this.#sessions) session.send(frame)
    })
  }
}

function frameOf(written: readonly Incoming[]): Uint8Array {
  const updates = written.flatMap(({ update }) => update ?? [])
  const [first] = updates
  const update = updates.length === 1 && first !== undefined ? first : Y.mergeUpdates(updates)
  return encode({ kind: 'update', update })
}
