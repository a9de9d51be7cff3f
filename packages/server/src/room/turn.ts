/**
 * A room speaks once in so many milliseconds for each person in it, and once in `LONGEST` at least: with what its beat adds
 * (`beat.ts`), nothing waits for 50.
 */
const PER_PERSON = 1 / 10
const LONGEST = 40

/** Where little is said there is little to gather: for each thing that was said the last time it waits no longer than this. */
const PER_SAYING = 5

export interface TurnOptions {
  /** Runs a task some milliseconds later, together with those of other rooms. */
  readonly defer: (task: () => void, milliseconds: number) => void
  /** How many hear it. */
  readonly people: () => number
  readonly take: () => void
}

/** When a room speaks next: the more people hear of it, and the more is said, the more is gathered for it. */
export class Turn {
  readonly #options: TurnOptions
  #isDue = false
  /** How much has been said since it spoke last, and how much it said then. */
  #gathered = 0
  #said = 0
  #last = -Infinity

  constructor(options: TurnOptions) {
    this.#options = options
  }

  /** There is something to say, or to store. */
  plan(): void {
    this.#gathered++
    if (this.#isDue) return
    this.#isDue = true
    const { defer, people } = this.#options
    const between = Math.min(LONGEST, people() * PER_PERSON, this.#said * PER_SAYING)
    defer(this.#take, Math.max(0, this.#last + between - performance.now()))
  }

  readonly #take = (): void => {
    this.#isDue = false
    this.#said = this.#gathered
    this.#gathered = 0
    this.#last = performance.now()
    this.#options.take()
  }
}
