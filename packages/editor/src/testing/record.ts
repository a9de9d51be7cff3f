import { type Command, mayTakeChair, readCommand } from '@plenary/shared/ledger'
import type { Person, Role } from '@plenary/shared/meeting'
import type { Message, Whisper } from '@plenary/shared/protocol'

import { person, TestLedger } from '../../../shared/src/testing/ledger.ts'

/** The end of a connection that the record speaks to. */
interface Listener {
  say(message: Message): void
}

/** The record of a meeting as a server keeps it, in memory, with the same `decide` and `reduce`. */
export class RecordDouble {
  readonly ledger = new TestLedger()
  /** Who connects next, as their cookie says; null for somebody without a name. */
  visitor: Person | null = null
  /** Whether commands are answered, or only carried out. */
  answers = true
  readonly #connections = new Map<Listener, Person | null>()

  constructor() {
    this.ledger.isOpen = true
  }

  /** Somebody who may come, or who acts by another page. */
  somebody(name: string, role: Role | null = null, kind: Person['kind'] = 'guest'): Person {
    return this.ledger.join(person(name, kind), role)
  }

  /** What somebody else asks for; it has to be carried out. */
  act(who: Person, command: Command): void {
    this.#timePasses()
    const decision = this.ledger.ask(who, command)
    if (!decision.accepted) throw new Error(decision.refusal.message)
    this.#tellAll()
  }

  /** Time goes by. */
  wait(seconds: number): void {
    this.ledger.wait(seconds)
    this.#tellAll()
  }

  whisper(whisper: Whisper): void {
    for (const connection of this.#connections.keys()) connection.say({ kind: 'whisper', whisper })
  }

  /** A page has caught up, and hears of everything from now on. */
  join(connection: Listener, after: number): void {
    this.#connections.set(connection, this.visitor)
    this.#tellYou(connection)
    this.#tell(connection, after)
  }

  carryOut(connection: Listener, { id, command }: Message & { readonly kind: 'command' }): void {
    const who = this.#connections.get(connection) ?? null
    const read = readCommand(command)
    if (who === null || read === undefined) {
      const error = { code: 'forbidden', message: 'Say your name first.' } as const
      connection.say({ kind: 'answer', answer: { id, ok: false, error } })
      return
    }
    this.#timePasses()
    const decision = this.ledger.ask(who, read, id)
    this.#tellAll()
    this.#tellYou(connection)
    if (!this.answers) return
    const answer = decision.accepted
      ? ({ id, ok: true, sequence: this.ledger.state.sequence } as const)
      : ({ id, ok: false, error: decision.refusal } as const)
    connection.say({ kind: 'answer', answer })
  }

  readonly #told = new Map<Listener, number>()

  #tellAll(): void {
    for (const connection of this.#connections.keys()) {
      this.#tell(connection, this.#told.get(connection) ?? 0)
      // A role may have changed by it.
      this.#tellYou(connection)
    }
  }

  #tell(connection: Listener, after: number): void {
    const entries = this.ledger.entries.slice(after)
    this.#told.set(connection, this.ledger.entries.length)
    if (entries.length > 0) connection.say({ kind: 'entries', entries })
  }

  /** What happens after a page came has a later time than its coming. */
  #timePasses(): void {
    this.ledger.now += 1
  }

  #tellYou(connection: Listener): void {
    const who = this.#connections.get(connection) ?? null
    const ballots = Object.fromEntries(
      this.ledger.state.polls.flatMap(({ poll }) => {
        const ballot = who === null ? undefined : this.ledger.ballots(poll).get(who.id)
        return ballot === undefined ? [] : [[poll, ballot.choice]]
      }),
    )
    const role = this.ledger.roleOf(who?.id ?? '')
    const { state, chairs, isOpen, time } = this.ledger
    const you = { person: who, role, mayTakeChair: mayTakeChair({ role, state, chairs, isOpen }), now: time, ballots }
    connection.say({ kind: 'you', you })
  }
}
