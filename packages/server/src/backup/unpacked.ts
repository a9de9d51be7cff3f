import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { openDatabase, type Operation, put } from '../store/database.ts'
import { type LevelStore, openLevelStore } from '../store/level.ts'
import { StoreError } from '../store/store.ts'
import { failed } from './error.ts'
import type { Entry } from './pack.ts'
import { type Backup, withBackup } from './unpack.ts'

/** So many bytes are written at a time. */
const BATCH = 1024 * 1024

/** Opens the store that is in a backup; it lies in the temporary folder and is gone when `use` is done. */
export async function withUnpacked<T>(
  file: string,
  use: (store: LevelStore, backup: Backup) => Promise<T>,
): Promise<T> {
  return withBackup(file, async (backup) => {
    const folder = await mkdtemp(join(tmpdir(), 'plenary-backup-'))
    try {
      const store = await unpackInto(folder, file, backup.entries)
      try {
        return await use(store, backup)
      } finally {
        await store.close()
      }
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
}

/** Begins a store in an empty folder with what is in a backup, and opens it. It is not synced to disk. */
export async function unpackInto(folder: string, file: string, entries: AsyncIterable<Entry>): Promise<LevelStore> {
  try {
    await writeAll(folder, entries)
    return await openLevelStore(folder, file)
  } catch (error) {
    if (error instanceof StoreError) throw error
    throw failed(`${file} cannot be unpacked in ${folder}`, error)
  }
}

async function writeAll(folder: string, entries: AsyncIterable<Entry>): Promise<void> {
  const db = await openDatabase(folder)
  try {
    let batch: Operation[] = []
    let bytes = 0
    for await (const [key, value] of entries) {
      batch.push(put(key, value))
      bytes += key.length + value.length
      if (bytes < BATCH) continue
      await db.batch(batch)
      batch = []
      bytes = 0
    }
    await db.batch(batch)
  } finally {
    await db.close()
  }
}
