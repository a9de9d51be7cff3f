import { type Database, del, type Operation, put, withoutThrough } from './database.ts'
import { OUTLINES, snapshotKey } from './keys.ts'

/**
 * What brings data of one format to the next: reads, and gives what is to be written. A value that cannot be read must not
 * stop it, for the server has to start with whatever else there is.
 */
export type Migration = (db: Database) => Promise<Operation[]>

/**
 * From format 1 to 2, from 2 to 3, and so on. Whoever changes the layout in `keys.ts` adds one here, with a test that opens data of
 * the format before; one that was released is never changed.
 */
export const MIGRATIONS: readonly Migration[] = [outlinesAlone, ledgers, nobodyYet]

/**
 * In format 1 an outline was stored behind the `through` of its snapshot, because a server that knew nothing of outlines left
 * an old one there. No such server opens format 2.
 */
async function outlinesAlone(db: Database): Promise<Operation[]> {
  const operations: Operation[] = []
  for await (const [key, value] of db.iterator(OUTLINES)) {
    const through = reach(await db.get(snapshotKey(key.slice(OUTLINES.gt.length))))
    const isItsOwn = through !== undefined && through === reach(value)
    operations.push(isItsOwn ? put(key, withoutThrough(value).bytes) : del(key))
  }
  return operations
}

/** Format 2 knew no ledgers: a server of it would leave them behind when it puts a meeting back. Nothing that it wrote changes. */
async function ledgers(): Promise<Operation[]> {
  return []
}

/** Format 4 knows people and what they may. A server of format 3 would open everything to everybody. */
async function nobodyYet(): Promise<Operation[]> {
  return []
}

function reach(value: Uint8Array | undefined): number | undefined {
  try {
    return value && withoutThrough(value).through
  } catch {
    // lib0 throws where the bytes end early.
    return undefined
  }
}
