import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** What a process costs, read from /proc, which only Linux has. */

/** Clock ticks of /proc in a second. */
const TICKS = 100

/** What the CPU of one process was, also that of its threads that have ended meanwhile. */
export class Cpu {
  #pid
  /** Nanoseconds of each thread when it was last looked at. */
  #threads = /** @type {Map<string, number>} */ (new Map())
  /** Seconds between the last look at threads and their end. */
  #unseen = 0

  /** @param {number} pid */
  constructor(pid) {
    this.#pid = pid
  }

  /** Seconds of all threads so far, in the kernel too. */
  get seconds() {
    const inTicks = this.#inTicks
    for (const thread of readdirSync(`/proc/${this.#pid}/task`)) {
      try {
        const [nanoseconds] = readFileSync(`/proc/${this.#pid}/task/${thread}/schedstat`, 'latin1').split(' ')
        this.#threads.set(thread, Number(nanoseconds))
      } catch {
        // The thread has just ended.
      }
    }
    const seen = [...this.#threads.values()].reduce((sum, each) => sum + each, 0) / 1e9
    // What threads did after the last look at them is in the sum that the kernel keeps, which is cruder.
    this.#unseen = Math.max(this.#unseen, inTicks - seen)
    return seen + this.#unseen
  }

  get #inTicks() {
    const [, fields = ''] = readFileSync(`/proc/${this.#pid}/stat`, 'latin1').split(') ')
    const [user, system] = fields.split(' ').slice(11, 13)
    return (Number(user) + Number(system)) / TICKS
  }
}

/**
 * Resident memory in MiB.
 *
 * @param {number} pid
 */
export function memory(pid) {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'latin1')) ?? []
  return Number(kilobytes) / 1024
}

/**
 * Bytes of all files in a folder.
 *
 * @param {string} folder
 * @returns {number}
 */
export function diskBytes(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .map((entry) => {
      const path = join(folder, entry.name)
      try {
        return entry.isDirectory() ? diskBytes(path) : statSync(path).size
      } catch {
        // A file that was being replaced.
        return 0
      }
    })
    .reduce((sum, bytes) => sum + bytes, 0)
}
