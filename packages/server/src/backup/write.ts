import { randomBytes } from 'node:crypto'
import { open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

import { type Findings, verify } from '../verify/verify.ts'
import { syncFolder } from './disk.ts'
import { BackupError, failed } from './error.ts'
import { withUnpacked } from './unpacked.ts'

export interface Written {
  readonly time: string
  readonly bytes: number
  readonly findings: Findings
}

/**
 * Writes a backup. Until it is whole, on disk, and was read back as a server would read it, the file has another name, so that
 * nothing half done is ever taken for it. Throws `BackupError` or `StoreError` with a sentence, and then leaves nothing.
 */
export async function writeBackup(file: string, pieces: AsyncIterable<Uint8Array>): Promise<Written> {
  if (await exists(file))
    throw new BackupError('unusable', `There is a file ${file} already; give the backup another name.`)
  const partial = `${file}.${randomBytes(4).toString('hex')}.partial`
  try {
    await writeFile(file, partial, pieces)
    const written = await readBack(file, partial)
    await rename(partial, file)
    await syncFolder(dirname(file))
    return written
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  )
}

async function writeFile(file: string, partial: string, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  const says = `The backup ${file} cannot be written`
  // It holds all that everybody wrote.
  const handle = await open(partial, 'wx', 0o600).catch((error: unknown) => Promise.reject(failed(says, error)))
  try {
    for await (const piece of pieces) {
      await handle.appendFile(piece).catch((error: unknown) => Promise.reject(failed(says, error)))
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function readBack(file: string, partial: string): Promise<Written> {
  const { size } = await stat(partial)
  try {
    return await withUnpacked(partial, async (store, { time }) => ({
      time,
      bytes: size,
      findings: await verify(store),
    }))
  } catch (error) {
    if (!(error instanceof BackupError) || error.code !== 'not-whole') throw error
    throw new BackupError(
      'not-whole',
      `The backup ${file} did not come to its end, and nothing of it was kept; try again.`,
    )
  }
}
