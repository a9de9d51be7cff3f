import { Session } from 'node:inspector'

/** So often (ms) it is looked whether anything happens; heartbeats, which keep a core busy for less than this share, are nothing. */
const PERIOD = 5_000
const BUSY = 0.1

/** Giving back holds everybody up for a tenth of a second, so nobody may have written for so long (ms); rooms fold what they hold before. */
const QUIET = 7_000

/** So many more bytes than were left the last time are worth the work. */
const WORTH = 8 * 1024 * 1024

export interface ThriftOptions {
  /** CPU seconds of the process so far. */
  readonly cpu: () => number
  /** For how many milliseconds nobody has written anything. */
  readonly quietFor: () => number
  /** Bytes of memory that it has. */
  readonly memory: () => number
  /** Gives back what it does not need; calls `done` afterwards. */
  readonly giveBack: (done: () => void) => void
}

/**
 * Gives back memory that nobody needs any more. V8 looks for that while more is asked for: what a meeting leaves behind in a server
 * in which nothing happens afterwards would stay for hours.
 */
export class Thrift {
  readonly #options: ThriftOptions
  #cpu: number
  #left: number

  constructor(options: Pick<ThriftOptions, 'quietFor'> & Partial<ThriftOptions>) {
    this.#options = { ...OF_THIS_PROCESS, ...options }
    this.#cpu = this.#options.cpu()
    this.#left = 0
  }

  /** Looks now and then, as long as the process lives. */
  begin(): void {
    setInterval(() => this.look(PERIOD), PERIOD).unref()
  }

  /** So many milliseconds have passed since the last time. */
  look(passed: number): void {
    const { cpu, quietFor, memory, giveBack } = this.#options
    const before = this.#cpu
    this.#cpu = cpu()
    const isBusy = this.#cpu - before > (passed / 1000) * BUSY
    if (isBusy || quietFor() < QUIET || memory() < this.#left + WORTH) return
    giveBack(() => {
      this.#cpu = cpu()
      this.#left = memory()
    })
  }
}

const OF_THIS_PROCESS: Omit<ThriftOptions, 'quietFor'> = {
  cpu: () => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1e6
  },
  memory: () => process.memoryUsage.rss(),
  giveBack: (done) => {
    // The one way to ask V8 for it that needs no flag at the start of the process. Nobody can connect by it.
    const session = new Session()
    session.connect()
    session.post('HeapProfiler.collectGarbage', () => {
      done()
      // Within this call it would wait for itself.
      setImmediate(() => session.disconnect())
    })
  },
}
