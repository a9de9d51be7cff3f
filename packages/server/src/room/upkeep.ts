import type { Room } from './room.ts'

export interface UpkeepOptions {
  readonly room: Promise<Room>
  /** Tells what the minutes are about now. */
  readonly describe: (state: Uint8Array) => Promise<void>
  /** How long after a change that is done, in milliseconds; longer each time while people go on writing. */
  readonly describeAfter: number
  /** Nobody has written for so long that the room may be put in order, in milliseconds. */
  readonly quiet: number
  /** Called where the minutes could not be described. */
  readonly failed: (error: unknown) => void
}

/** While people go on writing, the minutes are described later and later: so many times, and at most so many milliseconds. */
const DESCRIBE_SLOWER = 10
const LONGEST_DESCRIBE = 60_000

/** What is done for a room some time after its minutes have changed: they are described, and put in order once nobody writes. */
export class Upkeep {
  readonly #options: UpkeepOptions
  /** Whether the minutes have changed since they were last described. */
  #hasChanged = false
  #describeLater: NodeJS.Timeout | undefined
  #describing: Promise<void> | undefined
  /** How long the next change waits until the minutes are described. */
  #describeAfter: number
  #quiet: NodeJS.Timeout | undefined
  #hasEnded = false

  constructor(options: UpkeepOptions) {
    this.#options = options
    this.#describeAfter = options.describeAfter
  }

  changed(): void {
    if (this.#hasEnded) return
    this.#hasChanged = true
    this.#describeLater ??= setTimeout(() => {
      this.#describeLater = undefined
      this.#describeAfter = Math.min(this.#describeAfter * DESCRIBE_SLOWER, LONGEST_DESCRIBE)
      void this.describe()
    }, this.#describeAfter).unref()
    this.awaitQuiet()
  }

  /** Somebody has come, or written. */
  awaitQuiet(): void {
    if (this.#hasEnded) return
    this.#quiet = this.#quiet?.refresh() ?? setTimeout(() => void this.#rest(), this.#options.quiet).unref()
  }

  /** Stores everything, and leaves the room in order. */
  async finish(): Promise<void> {
    const room = await this.#options.room
    await room.settled()
    await room.compact()
    await this.describe()
    await room.settled()
  }

  /** Resolves when the minutes are described as they are now, or could not be. */
  async describe(): Promise<void> {
    while (this.#describing !== undefined) await this.#describing
    if (!this.#hasChanged || this.#hasEnded) return
    this.#describing = this.#describe()
    await this.#describing
  }

  /** Lets what is still to be done lapse. */
  end(): void {
    this.#hasEnded = true
    clearTimeout(this.#describeLater)
    clearTimeout(this.#quiet)
  }

  /** People are here and do not write: the time to do what would hold them up. */
  async #rest(): Promise<void> {
    this.#quiet = undefined
    // Where the minutes could not be read, everybody has been told.
    const room = await this.#options.room.catch(() => undefined)
    if (room === undefined || this.#hasEnded) return
    this.#describeAfter = this.#options.describeAfter
    if (room.isUntidy) await room.compact()
    await this.describe()
    if (this.#quiet === undefined) room.rest()
  }

  async #describe(): Promise<void> {
    this.#hasChanged = false
    try {
      const room = await this.#options.room
      await this.#options.describe(room.state())
    } catch (error) {
      // The list shows the old title a while longer; the minutes are not touched by it.
      this.#options.failed(error)
    }
    this.#describing = undefined
  }
}
