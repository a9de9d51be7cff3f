/**
 * Gathers writes into batches: everything that arrives while one batch is being synced goes into the next. The disk is
 * then asked to sync once per turn of the wheel, not once per keystroke, and nobody waits longer than two turns.
 */
export class GroupCommit<Operation> {
  readonly #write: (operations: Operation[]) => Promise<void>
  #waiting: Waiting<Operation>[] = []
  #running: Promise<void> | undefined

  /** `write` makes all operations durable in one atomic step, or rejects and makes none. */
  constructor(write: (operations: Operation[]) => Promise<void>) {
    this.#write = write
  }

  /** Resolves when the operations are durable; rejects when the batch they were in failed. */
  commit(operations: readonly Operation[]): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ operations, resolve, reject })
      this.#running ??= this.#run()
    })
  }

  /** Resolves when nothing is under way. */
  async idle(): Promise<void> {
    await this.#running
  }

  async #run(): Promise<void> {
    // One turn of the event loop, so that frames which arrived together are written together.
    await new Promise(setImmediate)
    while (this.#waiting.length > 0) {
      const group = this.#waiting
      this.#waiting = []
      try {
        await this.#write(group.flatMap(({ operations }) => operations))
        for (const { resolve } of group) resolve()
      } catch (error) {
        for (const { reject } of group) reject(error)
      }
    }
    this.#running = undefined
  }
}

interface Waiting<Operation> {
  readonly operations: readonly Operation[]
  readonly resolve: () => void
  readonly reject: (reason: unknown) => void
}
