import { Worker } from 'node:worker_threads'

import { LensError } from './lens.ts'

/** What is sent to a worker. */
export interface Job {
  readonly task: string
  readonly args: readonly unknown[]
}

/** What it answers. */
export type Outcome =
  | { readonly done: true; readonly value: unknown }
  | { readonly done: false; readonly reason: string; readonly stack?: string | undefined }

interface Waiting extends Job {
  readonly resolve: (value: unknown) => void
  readonly reject: (reason: Error) => void
}

export interface PoolOptions {
  /** The file that the workers run. */
  readonly script: URL
  readonly size: number
  /** How long one job may take, in milliseconds. */
  readonly limit: number
  /** How long threads wait for another job, in milliseconds, before they end: each holds tens of megabytes. */
  readonly rest: number
}

/**
 * A few threads for work that would hold up the event loop. A job that takes too long, or brings its thread down, is
 * rejected with `LensError`; the thread is replaced and the next job never notices.
 */
export class Pool {
  readonly #options: PoolOptions
  readonly #idle: Worker[] = []
  readonly #busy = new Set<Worker>()
  readonly #waiting: Waiting[] = []
  #rest: NodeJS.Timeout | undefined
  #closed = false

  constructor(options: PoolOptions) {
    this.#options = options
  }

  run(task: string, args: readonly unknown[]): Promise<unknown> {
    if (this.#closed) return Promise.reject(new LensError('the server is stopping'))
    return new Promise((resolve, reject) => {
      this.#waiting.push({ task, args, resolve, reject })
      this.#next()
    })
  }

  async close(): Promise<void> {
    this.#closed = true
    clearTimeout(this.#rest)
    for (const { reject } of this.#waiting.splice(0)) reject(new LensError('the server is stopping'))
    await Promise.all([...this.#idle, ...this.#busy].map((worker) => worker.terminate()))
  }

  #next(): void {
    if (this.#closed || this.#waiting.length === 0 || this.#busy.size >= this.#options.size) return
    const worker = this.#idle.pop() ?? new Worker(this.#options.script)
    const job = this.#waiting.shift()
    if (job !== undefined) this.#give(job, worker)
  }

  #give({ task, args, resolve, reject }: Waiting, worker: Worker): void {
    this.#busy.add(worker)
    const end = (keep: boolean): void => {
      clearTimeout(timer)
      worker.removeAllListeners()
      this.#busy.delete(worker)
      if (keep && !this.#closed) {
        worker.unref()
        // An idle thread that dies is not used again; without a listener its error would end the process.
        worker.once('error', () => this.#forget(worker))
        worker.once('exit', () => this.#forget(worker))
        this.#idle.push(worker)
        this.#rest = this.#rest?.refresh() ?? setTimeout(() => this.#endIdle(), this.#options.rest).unref()
      } else {
        endThread(worker)
      }
      this.#next()
    }
    const fail = (reason: string, cause?: unknown): void => {
      end(false)
      reject(new LensError(reason, { cause }))
    }
    const timer = setTimeout(
      () => fail(`it took longer than ${this.#options.limit / 1000} seconds`),
      this.#options.limit,
    )
    worker.removeAllListeners()
    worker.ref()
    worker.once('error', (error) => fail(error.message, error))
    worker.once('exit', () => fail('its thread ended'))
    worker.once('message', (outcome: Outcome) => {
      end(true)
      if (outcome.done) resolve(outcome.value)
      else reject(lensError(outcome))
    })
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    worker.postMessage({ task, args } satisfies Job)
  }

  /** No job has ended for a while. */
  #endIdle(): void {
    for (const worker of this.#idle.splice(0)) {
      worker.removeAllListeners()
      endThread(worker)
    }
  }

  #forget(worker: Worker): void {
    const index = this.#idle.indexOf(worker)
    if (index >= 0) this.#idle.splice(index, 1)
  }
}

/** What it still says is nobody's. */
function endThread(worker: Worker): void {
  worker.on('error', () => {})
  void worker.terminate()
}

/** It comes from where the worker failed, not from here. */
function lensError({ reason, stack }: { readonly reason: string; readonly stack?: string | undefined }): LensError {
  const error = new LensError(reason)
  if (stack !== undefined) error.stack = stack
  return error
}
