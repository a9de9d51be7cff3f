import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/**
 * Makes a running process meet a full disk, from outside and without its help: it may make no file longer than it is (EFBIG,
 * where a full disk says ENOSPC; to LevelDB both are a write that failed).
 */
export async function fillDisk(pid: number, isFull: boolean): Promise<void> {
  await promisify(execFile)('prlimit', [`--pid=${pid}`, `--fsize=${isFull ? 0 : 'unlimited'}:unlimited`])
}
