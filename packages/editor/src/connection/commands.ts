import type { Command } from '@plenary/shared/ledger'
import type { Answer, Message } from '@plenary/shared/protocol'
import { uuidv4 } from 'lib0/random'

import type { Done } from './ledger.ts'

/** A command waits so long (ms) for a connection that is lost; a person has found another way by then. */
const PATIENCE = 20_000

interface Waiting {
  readonly frame: Message & { readonly kind: 'command' }
  readonly done: Promise<Done>
  readonly resolve: (done: Done) => void
  /** Whether the server may have heard it. */
  wasSent: boolean
}

/** The commands that have no answer yet. Each keeps its id, so that the server carries it out once, however often it hears it. */
export class Commands {
  readonly #send: (message: Message) => void
  readonly #waiting = new Map<string, Waiting>()
  #isLive = false
  #giveUp: ReturnType<typeof setTimeout> | undefined

  constructor(send: (message: Message) => void) {
    this.#send = send
  }

  /** One that is asked for again before there is an answer, as by a double click, is the same. */
  add(command: Command): Promise<Done> {
    const last = [...this.#waiting.values()].at(-1)
    if (last !== undefined && JSON.stringify(last.frame.command) === JSON.stringify(command)) return last.done
    let resolve: (done: Done) => void = () => undefined
    const done = new Promise<Done>((settle) => (resolve = settle))
    const waiting: Waiting = { frame: { kind: 'command', id: uuidv4(), command }, done, resolve, wasSent: false }
    this.#waiting.set(waiting.frame.id, waiting)
    if (this.#isLive) this.#sendNow(waiting)
    else this.#losePatience()
    return done
  }

  /** The server hears us: it gets everything that it has not answered, in the order in which it was asked. */
  begin(): void {
    this.#isLive = true
    clearTimeout(this.#giveUp)
    this.#giveUp = undefined
    for (const waiting of this.#waiting.values()) this.#sendNow(waiting)
  }

  /** The connection is lost. */
  end(): void {
    this.#isLive = false
    if (this.#waiting.size > 0) this.#losePatience()
  }

  answer(answer: Answer): void {
    const waiting = this.#waiting.get(answer.id)
    this.#waiting.delete(answer.id)
    waiting?.resolve(
      answer.ok
        ? { ok: true, sequence: answer.sequence }
        : { ok: false, code: answer.error.code, message: answer.error.message },
    )
  }

  /** Nothing will be answered any more. */
  abandon(): void {
    clearTimeout(this.#giveUp)
    this.#giveUp = undefined
    for (const { resolve, wasSent } of this.#waiting.values()) {
      const message = wasSent
        ? 'The connection was lost before the server answered. Look whether it was done before you try again.'
        : 'The server cannot be reached, so this was not done. Try again when the connection is back.'
      resolve({ ok: false, code: 'unanswered', message })
    }
    this.#waiting.clear()
  }

  #sendNow(waiting: Waiting): void {
    waiting.wasSent = true
    this.#send(waiting.frame)
  }

  #losePatience(): void {
    this.#giveUp ??= setTimeout(() => this.abandon(), PATIENCE)
  }
}
