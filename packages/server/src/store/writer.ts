import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'

import { unavailable } from './store.ts'

/** What the writer needs of LevelDB. */
export interface Reopenable {
  readonly location: string
  close(): Promise<void>
  open(): Promise<void>
}

/** Opening LevelDB anew writes what was last logged once more; so much room (bytes) must be there. */
const ROOM = 8 * 1024 * 1024

/** No file of LevelDB is called so, and it leaves alone what it does not know. */
const PROBE = 'probe'

/**
 * Writes to LevelDB, synced. When its disk was full, or failed, while it was tidying up, LevelDB refuses all that is written
 * until it is opened anew, even if the disk has long been well: so a write that fails looks whether the disk takes something, and
 * if it does, opens the database anew and tries once more.
 */
export class Writer<Operation> {
  readonly #db: Reopenable
  readonly #write: (operations: readonly Operation[]) => Promise<void>
  #isClosed = false

  /** `write` gives all operations to this database and resolves when they are synced. */
  constructor(db: Reopenable, write: (operations: readonly Operation[]) => Promise<void>) {
    this.#db = db
    this.#write = write
  }

  /** Resolves when all is on disk; throws a `StoreError` where nothing is, or perhaps all of it. */
  async write(operations: readonly Operation[]): Promise<void> {
    try {
      await this.#write(operations)
    } catch (error) {
      await this.#writeAnew(operations, error)
    }
  }

  /** Closes the database for good: whatever comes too late is refused and opens it no more. */
  async close(): Promise<void> {
    this.#isClosed = true
    await this.#db.close()
  }

  async #writeAnew(operations: readonly Operation[], reason: unknown): Promise<void> {
    if (this.#isClosed || !(await this.#diskTakes())) throw unavailable(reason)
    try {
      await this.#db.close()
      await this.#db.open()
      await this.#write(operations)
    } catch (error) {
      throw unavailable(error)
    }
  }

  async #diskTakes(): Promise<boolean> {
    const path = join(this.#db.location, PROBE)
    try {
      const file = await open(path, 'w')
      try {
        await file.writeFile(new Uint8Array(ROOM))
        await file.sync()
      } finally {
        await file.close()
      }
      return true
    } catch {
      return false
    } finally {
      await rm(path, { force: true }).catch(() => undefined)
    }
  }
}
