import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

import type { MeetingId } from '@plenary/shared/meeting'

import { newEpoch } from '../meeting/id.ts'
import { SOCKET } from '../operator/socket.ts'
import { type LevelStore, openLevelStore } from '../store/level.ts'
import { restoringIn, storeIn, unfinishedRestore } from '../store/place.ts'
import { type Findings, verify } from '../verify/verify.ts'
import { syncFiles, syncFolder } from './disk.ts'
import { BackupError, failed } from './error.ts'
import { pack } from './pack.ts'
import { withBackup } from './unpack.ts'
import { unpackInto, withUnpacked } from './unpacked.ts'
import { writeBackup } from './write.ts'

/*
 * Every meeting that is restored begins a new epoch. A page that still has what was written after the backup would otherwise
 * put it back as soon as it connects.
 */

export interface Restored {
  readonly time: string
  readonly findings: Findings
}

/**
 * Restores a whole backup into an empty data folder. It is put together beside the place where a server would look for it. Throws
 * `BackupError` or `StoreError` with a sentence, and then leaves the folder empty.
 */
export async function restoreAll(file: string, data: string): Promise<Restored> {
  return withBackup(file, async ({ time, entries }) => {
    await claim(data)
    const folder = restoringIn(data)
    try {
      const store = await unpackInto(folder, file, entries)
      const findings = await renewed(store)
      await putInPlace(folder, data)
      return { time, findings }
    } catch (error) {
      await rm(folder, { recursive: true, force: true })
      throw error
    }
  })
}

/** Makes the folder that a restore works in, which also keeps servers and other restores away. */
async function claim(data: string): Promise<void> {
  try {
    await mkdir(data, { recursive: true })
    const isEmpty = (await readdir(data)).every((name) => name === SOCKET)
    const unfinished = await unfinishedRestore(data)
    if (unfinished !== undefined) throw new BackupError('unusable', unfinished)
    if (!isEmpty) {
      throw new BackupError('unusable', `The data folder ${data} is not empty; restore into a new one.`)
    }
    await mkdir(restoringIn(data), { mode: 0o700 })
  } catch (error) {
    throw error instanceof BackupError ? error : failed(`The data folder ${data} cannot be used`, error)
  }
}

async function renewed(store: LevelStore): Promise<Findings> {
  try {
    const findings = await verify(store)
    await renewAll(store)
    return findings
  } finally {
    await store.close()
  }
}

async function putInPlace(folder: string, data: string): Promise<void> {
  try {
    await syncFiles(folder)
    await rename(folder, storeIn(data))
    await syncFolder(data)
  } catch (error) {
    throw failed(`The data folder ${data} cannot take what was restored`, error)
  }
}

async function renewAll(store: LevelStore): Promise<void> {
  const ids = await store.ids()
  await Promise.all(
    ids.map(async (id) => {
      // Where a record cannot be read, there is no epoch in it either.
      const isReadable = await store.meeting(id).then(
        (record) => record !== undefined,
        () => false,
      )
      if (isReadable) await store.renew(id, newEpoch())
    }),
  )
}

export interface RestoredMeeting {
  readonly time: string
  /** The backup of what was there before, if anything was. */
  readonly replaced: string | undefined
}

/**
 * Puts one meeting of a backup in the place of what a stopped server has of it, in one step. What is replaced is kept in a backup
 * of its own in the data folder. Throws `BackupError` or `StoreError` with a sentence, and then has changed nothing.
 */
export async function restoreMeeting(file: string, id: MeetingId, data: string): Promise<RestoredMeeting> {
  return withUnpacked(file, async (backedUp, { time }) => {
    if (!(await backedUp.ids()).includes(id)) {
      throw new BackupError('unusable', `There is no meeting ${id} in ${file}.`)
    }
    const { troubles } = await verify(backedUp, [id])
    if (troubles.length > 0) {
      throw new BackupError('unusable', `The meeting ${id} in ${file} is damaged; plenary verify says how.`)
    }
    await backedUp.renew(id, newEpoch())
    const store = await openExisting(data)
    try {
      const replaced = await keep(store, id, data)
      await store.replace(id, await backedUp.entriesOf(id))
      return { time, replaced }
    } finally {
      await store.close()
    }
  })
}

async function openExisting(data: string): Promise<LevelStore> {
  const unfinished = await unfinishedRestore(data)
  if (unfinished !== undefined) throw new BackupError('unusable', unfinished)
  // Opening would begin a store where there is none.
  const isThere = await stat(join(storeIn(data), 'CURRENT')).then(
    () => true,
    () => false,
  )
  if (!isThere) throw new BackupError('unusable', `There is no data of Plenary in ${data}.`)
  return openLevelStore(storeIn(data), data)
}

async function keep(store: LevelStore, id: MeetingId, data: string): Promise<string | undefined> {
  if (!(await store.ids()).includes(id)) return undefined
  const now = new Date()
  const file = join(data, `replaced-${id}-${now.toISOString().replaceAll(':', '-')}.plenary`)
  await writeBackup(file, pack(await store.entriesOf(id), now))
  return file
}
