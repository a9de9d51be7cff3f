/** Something that waits until a test lets it go on. */
export class Gate {
  /** Resolves when somebody waits. */
  readonly reached: Promise<void>
  readonly #opened: Promise<void>
  #reach = (): void => {}
  #open = (): void => {}

  constructor() {
    this.reached = new Promise((resolve) => (this.#reach = resolve))
    this.#opened = new Promise((resolve) => (this.#open = resolve))
  }

  /** Waits, and afterwards lets everybody through. */
  readonly pass = (): Promise<void> => {
    this.#reach()
    return this.#opened
  }

  open(): void {
    this.#open()
  }
}
