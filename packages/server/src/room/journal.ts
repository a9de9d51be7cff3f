import { silent } from '../store/store.ts'
import { merge } from './pile.ts'
import type { Update } from './update.ts'

/** Something to be written to the log; an entry without bytes only keeps its place in the order. */
export interface Entry {
  readonly update: Update | undefined
}

/** One record of the log. */
export interface Record {
  readonly sequence: number
  readonly update: Uint8Array
}

export type JournalState =
  | { readonly state: 'resting' }
  | { readonly state: 'writing' }
  /** The disk refuses, and the same entries are tried again until it takes them; or it does not answer. */
  | { readonly state: 'failing' }

export interface JournalOptions<E extends Entry> {
  /** Appends to the log of this meeting what was made of these entries; see `Store.append`. */
  append(update: Uint8Array, entries: readonly E[]): Promise<number>
  /** Called with entries that are on disk now, in the order in which they were pushed, and the one record made of them. */
  committed(entries: readonly E[], record: Record | undefined): void
  /** Called when writing begins to fail, or to hang (with an error), and when it works again (without). */
  troubled(error: unknown): void
  /** Waits between two attempts. */
  pause(milliseconds: number): Promise<void>
}

const FIRST_PAUSE = 100
const LONGEST_PAUSE = 5_000

/** A disk that has not answered for so long (ms) is said to fail, for many do so before they say it themselves; people hear it within a second. */
const PATIENCE = 800

/**
 * The writing end of one meeting's log. What was pushed since the last time is appended as one record, one append at a time;
 * what cannot be appended stays at the front and is never given up.
 */
export class Journal<E extends Entry> {
  readonly #options: JournalOptions<E>
  #waiting: E[] = []
  #state: JournalState = { state: 'resting' }
  #running: Promise<void> = Promise.resolve()
  #bytes = 0

  constructor(options: JournalOptions<E>) {
    this.#options = options
  }

  get state(): JournalState['state'] {
    return this.#state.state
  }

  /** Bytes that are not on disk yet. */
  get bytes(): number {
    return this.#bytes
  }

  /** Whether something waits for `flush`. */
  get isWaiting(): boolean {
    return this.#waiting.length > 0
  }

  /** Whether everything that was pushed is on disk. */
  get isIdle(): boolean {
    return this.#state.state === 'resting' && !this.isWaiting
  }

  push(entry: E): void {
    this.#waiting.push(entry)
    this.#bytes += entry.update?.bytes.length ?? 0
  }

  /** Begins to write what was pushed so far, unless something is being written already. */
  flush(): void {
    if (this.#state.state === 'resting' && this.isWaiting) this.#running = this.#write()
  }

  /** Resolves when everything pushed so far, and whatever is pushed until then, is on disk. */
  async settled(): Promise<void> {
    for (this.flush(); this.#state.state !== 'resting'; this.flush()) await this.#running
  }

  async #write(): Promise<void> {
    this.#state = { state: 'writing' }
    const entries = this.#waiting
    this.#waiting = []
    const updates = updatesOf(entries)
    const record = updates.length > 0 ? await this.#append(merge(updates), entries) : undefined
    for (const { bytes } of updates) this.#bytes -= bytes.length
    this.#state = { state: 'resting' }
    this.#options.committed(entries, record)
  }

  async #append(update: Uint8Array, entries: readonly E[]): Promise<Record> {
    for (let attempts = 1; ; attempts++) {
      try {
        const sequence = await this.#impatiently(this.#options.append(update, entries))
        if (this.#state.state === 'failing') this.#options.troubled(undefined)
        this.#state = { state: 'writing' }
        return { sequence, update }
      } catch (error) {
        this.#fail(error)
        await this.#options.pause(Math.min(FIRST_PAUSE * 2 ** (attempts - 1), LONGEST_PAUSE))
      }
    }
  }

  #fail(error: unknown): void {
    if (this.#state.state !== 'failing') this.#options.troubled(error)
    this.#state = { state: 'failing' }
  }

  async #impatiently(appended: Promise<number>): Promise<number> {
    let hasAnswered = false
    // Where the processor was busy for so long, the answer may be there and not have been heard: it is, before this.
    const late = setTimeout(() => setImmediate(() => hasAnswered || this.#fail(silent())), PATIENCE).unref()
    try {
      return await appended
    } finally {
      hasAnswered = true
      clearTimeout(late)
    }
  }
}

/** Of those that have bytes. (Not by `flatMap`: that costs ten times as much, at every key of everybody.) */
export function updatesOf(entries: readonly Entry[]): Update[] {
  const updates: Update[] = []
  for (const { update } of entries) if (update !== undefined) updates.push(update)
  return updates
}
