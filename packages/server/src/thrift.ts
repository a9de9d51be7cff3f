import { Session } from 'node:inspector'

/** So often (ms) it is looked whether anything happens; heartbeats, which keep a core busy for less than this share, are nothing. */
const PERIOD = 5_000
const BUSY = 0.1

/** So many more bytes than were left the last time are worth the work. */
const WORTH = 8 * 1024 * 1024

export interface ThriftOptions {
  /** CPU seconds of the process so far. */
  readonly cpu: () => number
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

  constructor(options: ThriftOptions = OF_THIS_PROCESS) {
    this.#options = options
    this.#cpu = options.cpu()
    this.#left = 0
  }

  /** Looks now and then, as long as the process lives. */
  begin(): void {
    setInterval(() => this.look(PERIOD), PERIOD).unref()
  }

  /** So many milliseconds have passed since the last time. */
  look(passed: number): void {
    const { cpu, memory, giveBack } = this.#options
    const before = this.#cpu
    this.#cpu = cpu()
    const isBusy = this.#cpu - before > (passed / 1000) * BUSY
    if (isBusy || memory() < this.#left + WORTH) return
    giveBack(() => {
      this.#cpu = cpu()
      this.#left = memory()
    })
  }
}

const OF_THIS_PROCESS: ThriftOptions = {
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
