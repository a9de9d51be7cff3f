/** What was read lately, so that many who come at once do not read it again. Whoever changes it has it forgotten. */
export class Recent<T> {
  readonly #most: number
  readonly #read: (id: string) => Promise<T>
  readonly #known = new Map<string, Promise<T>>()

  /** Under at most so many ids. */
  constructor(most: number, read: (id: string) => Promise<T>) {
    this.#most = most
    this.#read = read
  }

  /** A failed read, and one that found nothing, is not remembered. */
  of(id: string): Promise<T> {
    const known = this.#known.get(id)
    if (known !== undefined) return known
    const read = this.#read(id)
    this.#known.set(id, read)
    const forget = (): void => {
      if (this.#known.get(id) === read) this.#known.delete(id)
    }
    read.then((found) => found === undefined && forget(), forget)
    const [oldest] = this.#known.keys()
    if (this.#known.size > this.#most && oldest !== undefined) this.#known.delete(oldest)
    return read
  }

  forget(id: string): void {
    this.#known.delete(id)
  }

  /** Forgets everything for whose id this holds. */
  forgetWhere(isStale: (id: string) => boolean): void {
    for (const id of this.#known.keys()) if (isStale(id)) this.#known.delete(id)
  }
}
