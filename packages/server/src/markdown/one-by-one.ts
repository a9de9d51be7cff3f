import { LensError } from './lens.ts'

/** Short tasks that need no thread of their own: one after the other, and whatever else there is to do comes in between. */
export class OneByOne {
  #last: Promise<unknown> = Promise.resolve()

  /** Rejects with `LensError` where the task fails. */
  run<T>(task: () => T): Promise<T> {
    const own = this.#last.then(() => new Promise(setImmediate)).then(task)
    this.#last = own.catch(() => {})
    return own.catch((cause: unknown) => {
      throw new LensError(String(cause), { cause })
    })
  }
}
