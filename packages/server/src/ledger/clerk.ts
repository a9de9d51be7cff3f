import { randomBytes } from 'node:crypto'

import {
  type Command,
  decide,
  due,
  type Entry,
  lapsed,
  nextDue,
  type Present,
  readCommand,
  type Refusal,
  SERVER,
} from '@plenary/shared/ledger'
import { can, type MeetingId, type PersonId, type Role } from '@plenary/shared/meeting'
import type { Answer } from '@plenary/shared/protocol'

import { LEDGER_SIZE } from '../limit/limits.ts'
import { newLedgerId } from '../meeting/id.ts'
import type { Store } from '../store/store.ts'
import { Alarm } from './alarm.ts'
import type { Book } from './book.ts'
import { sealOf } from './chain.ts'
import type { Clock } from './clock.ts'
import { Draft } from './draft.ts'
import { type Member, roleIn } from './member.ts'
import { retryKey } from './retry.ts'

export interface ClerkOptions {
  readonly id: MeetingId
  readonly store: Pick<Store, 'enter'>
  readonly book: Book
  readonly clock: Clock
  /** Whether whoever reaches the server is let in. */
  readonly isOpen: boolean
  /** Whom their grants make chair of this meeting, whatever its ledger says. */
  readonly chairs: () => Promise<readonly PersonId[]>
  /** Who is connected now. */
  readonly present: () => readonly Present[]
  /** Called with entries that are on disk now. */
  readonly entered: (entries: readonly Entry[]) => void
  /** Called when the disk took nothing. */
  readonly refused: (error: unknown) => void
  /** Called when the server itself failed at something. */
  readonly failed: (error: unknown) => void
}

/** Who asks, as they are when it is decided: what came before may have changed that. */
type By = { readonly member: Member }

interface Asked {
  readonly by: By
  readonly id: string
  readonly command: unknown
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: unknown) => void
}

/** So many commands are at most decided, and then stored, together. */
const TOGETHER = 100

/** What was due while the disk took or gave nothing is tried again so many milliseconds later. */
const AGAIN = 1_000

const NO_NAME: Refusal = { code: 'forbidden', message: 'Say your name first: the record has to know who it was.' }
const NO_COMMAND: Refusal = {
  code: 'malformed',
  message: 'This page asked for something that the server does not know.',
}
const NO_DISK: Refusal = {
  code: 'storage-unavailable',
  message: 'The server cannot write to its disk at the moment, and nothing has changed. Try again soon.',
}
const NO_ROOM: Refusal = {
  code: 'not-now',
  message: 'The record of this meeting is full. Begin a new one for what follows.',
}

/**
 * Carries out what people ask of one meeting's ledger, in the order in which it came: decided, stored, and only then answered
 * and told. What comes while the disk is busy is stored together next.
 */
export class Clerk {
  readonly #options: ClerkOptions
  readonly #alarm: Alarm
  #waiting: Asked[] = []
  #working: Promise<void> | undefined
  /** Whether anybody could have said a word since the ledger was read from disk, and since the disk took something. */
  #hasBegun = false
  #isRefused = false
  #bytes: number

  constructor(options: ClerkOptions) {
    this.#options = options
    this.#alarm = new Alarm(options.clock, () => this.#work())
    this.#bytes = options.book.entries.reduce((sum, entry) => sum + sizeOf(entry), 0)
  }

  /** Records what has lapsed since the ledger was written last, and waits for what is still to come. */
  begin(): void {
    this.#work()
  }

  /** Carries out a command, once, however often it comes. Rejects where the server itself fails at it. */
  ask(by: By, id: string, command: unknown): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ by, id, command, resolve, reject })
      this.#work()
    })
  }

  /** Resolves when everything that was asked is answered. */
  async settled(): Promise<void> {
    while (this.#working !== undefined) await this.#working
  }

  /** Lets what is still to come lapse. */
  end(): void {
    this.#alarm.set(undefined)
  }

  #work(): void {
    this.#working ??= this.#workOff()
  }

  async #workOff(): Promise<void> {
    // One turn of the event loop, so that commands which arrived together are stored together.
    await new Promise(setImmediate)
    do await this.#tryOut(this.#waiting.splice(0, TOGETHER))
    while (this.#waiting.length > 0)
    this.#working = undefined
  }

  /** A mistake of ours ends nothing but what was asked just now. */
  async #tryOut(asked: readonly Asked[]): Promise<void> {
    try {
      await this.#carryOut(asked)
    } catch (error) {
      this.#options.failed(error)
      for (const { reject } of asked) reject(error)
    }
  }

  async #carryOut(asked: readonly Asked[]): Promise<void> {
    const { id, store, book } = this.#options
    const chairs = await this.#options.chairs().catch((error: unknown) => {
      for (const { reject } of asked) reject(error)
      if (asked.length === 0) this.#options.failed(error)
    })
    if (chairs === undefined) return this.#alarm.set(this.#options.clock.now() + AGAIN)
    const draft = new Draft(book)
    this.#addDue(draft)
    const answers = asked.map((each) => [each, this.#answer(draft, chairs, each)] as const)
    try {
      if (!draft.isEmpty) await store.enter(id, draft.kept, draft.newReasons)
    } catch (error) {
      this.#options.refused(error)
      this.#isRefused = true
      this.#alarm.set(this.#options.clock.now() + AGAIN)
      for (const { id, resolve } of asked) resolve({ id, ok: false, error: NO_DISK })
      return
    }
    this.#hasBegun = true
    if (!draft.isEmpty) this.#isRefused = false
    const entries = draft.kept.map(({ entry }) => entry)
    book.take(draft.kept, draft.newReasons)
    for (const entry of entries) this.#bytes += sizeOf(entry)
    const next = nextDue(book.state)
    this.#alarm.set(next === null ? undefined : Date.parse(next))
    if (entries.length > 0) this.#options.entered(entries)
    for (const [{ resolve }, answer] of answers) if (answer !== undefined) resolve(answer)
  }

  #addDue(draft: Draft): void {
    const now = draft.time(this.#options.clock.now())
    const context = { state: draft.state, now, present: this.#options.present() }
    // What became due while nobody could be heard, because no server was there or its disk took nothing, came to nothing.
    const events = this.#hasBegun && !this.#isRefused ? due(context) : lapsed(context)
    draft.add(events, { actor: SERVER, command: newLedgerId() }, now)
  }

  /** Undefined where the server failed at it, and that was said. */
  #answer(draft: Draft, chairs: readonly PersonId[], { by, id, command: json, reject }: Asked): Answer | undefined {
    const { member } = by
    try {
      const command = readCommand(json)
      const refusal = command === undefined ? NO_COMMAND : this.#decide(draft, chairs, { member, id }, command)
      if (refusal !== undefined) return { id, ok: false, error: refusal }
      const key = member.person === null ? '' : retryKey(member.person.id, id)
      return { id, ok: true, sequence: draft.answerTo(key) ?? draft.state.sequence }
    } catch (error) {
      reject(error)
      return undefined
    }
  }

  /** Drafts what comes of a command; the answer says why nothing does. */
  #decide(
    draft: Draft,
    chairs: readonly PersonId[],
    { member, id }: By & Pick<Asked, 'id'>,
    command: Command,
  ): Refusal | undefined {
    const { clock, isOpen, present } = this.#options
    const { person } = member
    if (person === null) return NO_NAME
    const key = retryKey(person.id, id)
    if (draft.answerTo(key) !== undefined) return undefined
    const now = draft.time(clock.now())
    const role = roleIn(draft.state, member, isOpen)
    if (this.#bytes > roomFor(role)) return NO_ROOM
    const salt = randomBytes(16).toString('hex')
    const decision = decide(command, {
      state: draft.state,
      actor: person,
      role,
      now,
      newId: newLedgerId,
      present: present(),
      ballots: (poll) => draft.ballots(poll),
      reasons: (poll) => draft.reasons(poll),
      seal: (choice) => sealOf({ choice, salt }),
      chairs,
      isOpen,
    })
    if (!decision.accepted) return decision.refusal
    const { id: personId, kind, name } = person
    const by = { actor: { id: personId, kind, name }, command: id }
    draft.add(decision.events, by, now, decision.ballot && { ...decision.ballot, salt })
    if (decision.reason !== undefined) draft.holdBack(decision.reason)
    return undefined
  }
}

/** The last tenth is for those who can bring polls, and the meeting, to their end. */
function roomFor(role: Role | null): number {
  // Whoever may run the agenda may so at every level.
  return can(role, 'run-agenda', 'frozen') ? LEDGER_SIZE : LEDGER_SIZE * 0.9
}

function sizeOf(entry: Entry): number {
  return JSON.stringify(entry).length
}
