import { type Command, type Entry, type LedgerState, NOTHING_YET, reduce } from '@plenary/shared/ledger'
import type { Answer, Message, Whisper, You } from '@plenary/shared/protocol'

import { Commands } from './commands.ts'
import type { Done, Ledger } from './ledger.ts'
import { createValue, type Observable } from './observable.ts'
import { paced } from './paced.ts'

/** So many whispers are kept; who has not looked by then is not helped by more. */
const KEPT = 4

/** What is older (ms) by the server's clock when it comes is no news: a connection was lost meanwhile. */
const NEWS = 5_000

/** Carries the record over a connection: entries in, commands out. */
export class LedgerLink implements Ledger {
  readonly state: Observable<LedgerState>
  readonly you = createValue<You | null>(null)
  readonly whispers = createValue<readonly Whisper[]>([])
  readonly #exact = createValue<LedgerState>(NOTHING_YET)
  readonly #send: (message: Message) => void
  readonly #commands: Commands
  /** How far (ms) the server's clock is before this browser's. */
  #ahead = 0
  /** When (ms, the server's clock) this page came. */
  #cameAt = 0
  #past = NOTHING_YET

  constructor(send: (message: Message) => void) {
    this.state = paced(this.#exact, isMoreThanBallots)
    this.#send = send
    this.#commands = new Commands(send)
  }

  readonly now = (): number => Date.now() + this.#ahead

  readonly past = (): LedgerState => this.#past

  readonly command = (command: Command): Promise<Done> => this.#commands.add(command)

  readonly dismiss = (whisper: Whisper): void => {
    this.whispers.set(this.whispers.get().filter((one) => one !== whisper))
  }

  /** A connection is live. */
  begin(): void {
    this.#catchUp()
    this.#commands.begin()
  }

  /** It is lost, and will come back. */
  end(): void {
    this.#commands.end()
  }

  /** It will not come back. */
  close(): void {
    this.#commands.end()
    this.#commands.abandon()
  }

  hearYou(you: You): void {
    if (this.you.get() === null) this.#cameAt = Date.parse(you.now)
    this.#ahead = Date.parse(you.now) - Date.now()
    this.you.set(you)
  }

  hearEntries(entries: readonly Entry[]): void {
    let state = this.#exact.get()
    for (const entry of entries) {
      if (entry.sequence <= state.sequence) continue
      if (entry.sequence > state.sequence + 1) {
        // Something is missing in between. What is there by now is told anew, from where this page stands.
        this.#exact.set(state)
        this.#catchUp()
        return
      }
      state = reduce(state, entry)
      const time = Date.parse(entry.time)
      // A long record comes in several frames, so what a frame begins with says nothing.
      if (time <= this.#cameAt || time < this.now() - NEWS) this.#past = state
    }
    this.#exact.set(state)
  }

  hearAnswer(answer: Answer): void {
    this.#commands.answer(answer)
  }

  hearWhisper(whisper: Whisper): void {
    const words = JSON.stringify(whisper)
    const others = this.whispers.get().filter((one) => JSON.stringify(one) !== words)
    this.whispers.set([...others, whisper].slice(-KEPT))
  }

  #catchUp(): void {
    this.#send({ kind: 'catch-up', after: this.state.get().sequence })
  }
}

/** Ballots come by the hundred; anything else somebody waits for. */
function isMoreThanBallots(told: LedgerState, now: LedgerState): boolean {
  const rest = ({ sequence: _sequence, guests: _guests, polls, ...state }: LedgerState): readonly unknown[] => [
    ...Object.values(state),
    ...polls.flatMap(({ poll, room, reasons, count, result }) => [poll, room, reasons, count, result]),
  ]
  const [before, after] = [rest(told), rest(now)]
  return before.length !== after.length || before.some((value, index) => value !== after[index])
}
