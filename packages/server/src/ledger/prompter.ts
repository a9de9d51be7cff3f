import { type Entry, openOf, type PastNoteTaking, type Present, rowOf } from '@plenary/shared/ledger'
import type { PersonId } from '@plenary/shared/meeting'
import type { Whisper } from '@plenary/shared/protocol'

import { Alarm } from './alarm.ts'
import type { Book } from './book.ts'
import type { Clock } from './clock.ts'
import { successor } from './successor.ts'

export interface PrompterOptions {
  readonly book: Book
  readonly clock: Clock
  readonly present: () => readonly Present[]
  /** Tells somebody on all their pages; false where they have none. */
  readonly whisper: (person: PersonId, whisper: Whisper) => boolean
  /** Who took notes in earlier meetings of the group. */
  readonly past: () => Promise<readonly PastNoteTaking[]>
  readonly failed: (error: unknown) => void
}

/** While an item is open and nobody writes for so long (ms), whoever takes notes is told; after as long again the next in line. */
export const QUIET = 90_000

type Named = Pick<Present, 'id' | 'name'>

/** Tells single people what only they need to know, and keeps none of it. */
export class Prompter {
  readonly #options: PrompterOptions
  readonly #alarm: Alarm
  #lastWord = 0
  /** How often the silence has been spoken of. */
  #prompts = 0
  /** Whose check-in nobody has to be asked about: they have, or it was asked. */
  readonly #asked = new Set<PersonId>()
  readonly #here = new Set<PersonId>()

  constructor(options: PrompterOptions) {
    this.#options = options
    this.#alarm = new Alarm(options.clock, () => void this.#prompt().catch(options.failed))
  }

  /** The meeting is open: from now on somebody could write. */
  begin(): void {
    this.#wordAt(this.#options.clock.now())
    this.#plan()
  }

  /** More has been entered. */
  news(entries: readonly Entry[]): void {
    const { state } = this.#options.book
    this.#here.clear()
    for (const { event } of entries) {
      if (event.type === 'item-opened') this.#wordAt(this.#options.clock.now())
      if (event.type === 'ballot-cast') this.#expectCheckIn({ id: event.person, name: event.name })
      const { speaking } = state.queue
      if (event.type === 'speaker-called' && speaking?.turn === event.turn) {
        this.#expectCheckIn({ id: speaking.person, name: speaking.name })
      }
    }
    this.#plan()
  }

  /** These people have written something. */
  wrote(people: readonly Named[]): void {
    const { clock, book } = this.#options
    this.#wordAt(clock.now())
    const isOn = book.state.phase.phase === 'running' || openOf(book.state.agenda) !== undefined
    if (isOn) for (const person of people) this.#expectCheckIn(person)
  }

  end(): void {
    this.#alarm.set(undefined)
  }

  #wordAt(time: number): void {
    this.#lastWord = time
    if (this.#prompts === 0) return
    this.#prompts = 0
    this.#plan()
  }

  /** The alarm is not moved by every word: it looks when it rings. */
  #plan(): void {
    const isOpen = openOf(this.#options.book.state.agenda) !== undefined
    this.#alarm.set(isOpen && this.#prompts < 2 ? this.#lastWord + QUIET * (this.#prompts + 1) : undefined)
  }

  async #prompt(): Promise<void> {
    const { book, clock, whisper, present, past } = this.#options
    const item = openOf(book.state.agenda)?.item
    if (item === undefined) return
    if (clock.now() < this.#lastWord + QUIET * (this.#prompts + 1)) return this.#plan()
    this.#prompts += 1
    this.#plan()
    const takers = book.state.noteTakers.map(({ person }) => person)
    const next = this.#prompts === 1 ? undefined : successor(book.state, present(), await past())?.id
    const told = this.#prompts === 1 ? takers : next === undefined ? [] : [next]
    const isNoteTaker = this.#prompts === 1
    for (const person of told) whisper(person, { whisper: 'nobody-writes', item, isNoteTaker })
  }

  #expectCheckIn({ id, name }: Named): void {
    if (this.#asked.has(id) || this.#here.has(id)) return
    const { book, whisper } = this.#options
    const row = rowOf(book.state.attendance, { person: id, name })
    if (row !== undefined && row.left === null) return void this.#here.add(id)
    const heard = book.state.noteTakers.map(({ person }) => {
      return whisper(person, { whisper: 'not-checked-in', name, person: id })
    })
    if (heard.includes(true)) this.#asked.add(id)
  }
}
