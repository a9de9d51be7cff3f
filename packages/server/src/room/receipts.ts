/** Frames were dropped because of a gap, from this one on, until a later one brought their content again. */
interface Hole {
  readonly from: number
  repairedBy: number | undefined
}

/** Counts the update frames of one connection, and how many of them are known to be on disk. */
export class Receipts {
  #received = 0
  #saved = 0
  /** Whether more is saved than the other side has been told. */
  #isUnsaid = false
  readonly #holes: Hole[] = []

  /**
   * Another frame has come; gives its number. One that is `complete` holds all that the client has and the server lacks, and so
   * everything that was dropped before it. This is noted before it goes on its way, and counts once it is on disk.
   */
  receive(isComplete: boolean): number {
    const frame = ++this.#received
    const hole = this.#holes.at(-1)
    if (isComplete && hole !== undefined) hole.repairedBy ??= frame
    return frame
  }

  /** The last frame is dropped, because something is missing before it. False where that was known already from one before. */
  drop(frame: number): boolean {
    const hole = this.#holes.at(-1)
    const isOpen = hole !== undefined && (hole.repairedBy ?? frame) === frame
    if (isOpen) hole.repairedBy = undefined
    else this.#holes.push({ from: frame, repairedBy: undefined })
    return !isOpen
  }

  /** This frame is on disk, and with it all that came before it and was not dropped. */
  saved(frame: number): void {
    while ((this.#holes[0]?.repairedBy ?? Infinity) <= frame) this.#holes.shift()
    const frames = Math.min(frame, (this.#holes[0]?.from ?? Infinity) - 1)
    if (frames <= this.#saved) return
    this.#saved = frames
    this.#isUnsaid = true
  }

  /** How many frames are saved, where the other side has not been told so yet; from now on it has. */
  take(): number | undefined {
    if (!this.#isUnsaid) return undefined
    this.#isUnsaid = false
    return this.#saved
  }
}
