/** Something to be written to the log; an entry without bytes only keeps its place in the order. */
export interface Entry {
  readonly update: Uint8Array | undefined
}

export type JournalState =
  | { readonly state: 'resting' }
  | { readonly state: 'writing' }
  /** The disk refuses; the same entries are tried again until it takes them. */
  | { readonly state: 'failing'; readonly attempts: number }

export interface JournalOptions<E extends Entry> {
  /** Appends to the log of this meeting; see `Store.append`. */
  append(updates: readonly Uint8Array[]): Promise<number>
  /** Called with entries that are on disk now, in the order in which they were pushed. */
  committed(entries: readonly E[], sequence: number | undefined): void
  /** Called when writing begins to fail (with the error) and when it works again (without). */
  troubled(error: unknown): void
  /** Waits between two attempts. */
  pause(milliseconds: number): Promise<void>
}

const FIRST_PAUSE = 100
const LONGEST_PAUSE = 5_000

/**
 * The writing end of one meeting's log. Entries are appended in the order in which they were pushed, one append at a time,
 * with all that came meanwhile in the next; an entry whose append fails stays at the front and is never given up.
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

  push(entry: E): void {
    this.#waiting.push(entry)
    this.#bytes += entry.update?.length ?? 0
    if (this.#state.state === 'resting') this.#running = this.#run()
  }

  /** Resolves when everything pushed so far, and whatever is pushed until then, is on disk. */
  async settled(): Promise<void> {
    while (this.#state.state !== 'resting') await this.#running
  }

  async #run(): Promise<void> {
    this.#state = { state: 'writing' }
    while (this.#waiting.length > 0) {
      const entries = this.#waiting
      this.#waiting = []
      const updates = entries.flatMap(({ update }) => update ?? [])
      const sequence = updates.length > 0 ? await this.#append(updates) : undefined
      for (const update of updates) this.#bytes -= update.length
      this.#options.committed(entries, sequence)
    }
    this.#state = { state: 'resting' }
  }

  async #append(updates: readonly Uint8Array[]): Promise<number> {
    for (let attempts = 1; ; attempts++) {
      try {
        const sequence = await this.#options.append(updates)
        if (attempts > 1) {
          this.#state = { state: 'writing' }
          this.#options.troubled(undefined)
        }
        return sequence
      } catch (error) {
        this.#state = { state: 'failing', attempts }
        if (attempts === 1) this.#options.troubled(error)
        await this.#options.pause(Math.min(FIRST_PAUSE * 2 ** (attempts - 1), LONGEST_PAUSE))
      }
    }
  }
}
