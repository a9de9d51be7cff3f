import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** What a process costs, read from /proc, which only Linux has. */

/**
 * CPU seconds of all its threads so far, in the kernel too.
 *
 * @param {number} pid
 */
export function cpuSeconds(pid) {
  const nanoseconds = readdirSync(`/proc/${pid}/task`).map((thread) => {
    try {
      return Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'latin1').split(' ')[0])
    } catch {
      // The thread has just ended.
      return 0
    }
  })
  return nanoseconds.reduce((sum, each) => sum + each, 0) / 1e9
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
