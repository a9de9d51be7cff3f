import { constants, cp, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { storeIn } from './place.ts'
import { StoreError } from './store.ts'

/**
 * Copies the store in a data folder, so that it can be opened without a change to it: LevelDB tidies up whatever it opens, and
 * throws away what it finds damaged. The copy is gone when `use` is done. Throws `StoreError` where there is no whole copy.
 */
export async function withCopy<T>(
  folder: string,
  use: (copy: string) => Promise<T>,
  copyFiles: (from: string, to: string) => Promise<void> = reflink,
): Promise<T> {
  const parent = await mkdtemp(join(tmpdir(), 'plenary-copy-'))
  try {
    const copy = storeIn(parent)
    await copyWhole(folder, copy, copyFiles)
    return await use(copy)
  } finally {
    await rm(parent, { recursive: true, force: true })
  }
}

/** Costs next to nothing where the file system can share what two files have in common. */
async function reflink(from: string, to: string): Promise<void> {
  await cp(from, to, { recursive: true, mode: constants.COPYFILE_FICLONE })
}

async function copyWhole(
  folder: string,
  copy: string,
  copyFiles: (from: string, to: string) => Promise<void>,
): Promise<void> {
  const store = storeIn(folder)
  const before = await filesIn(store)
  if (!before.some((file) => file.startsWith('CURRENT '))) {
    throw new StoreError('unreadable', `There is no data of Plenary in ${folder}.`)
  }
  try {
    await copyFiles(store, copy)
  } catch (error) {
    if (await isAsBefore(store, before)) throw unreadable(folder, error)
  }
  // LevelDB only ever adds to its files: where none has changed meanwhile, the copy is of one moment.
  if (!(await isAsBefore(store, before))) {
    throw new StoreError('in-use', `The data in ${folder} is being written; stop the server first.`)
  }
}

async function isAsBefore(folder: string, before: readonly string[]): Promise<boolean> {
  return (await filesIn(folder)).join('\n') === before.join('\n')
}

/** Each file with its size and the time of its last change. */
async function filesIn(folder: string): Promise<string[]> {
  try {
    const names = (await readdir(folder)).sort()
    const stats = await Promise.all(names.map((name) => stat(join(folder, name), { bigint: true })))
    return names.map((name, index) => `${name} ${stats[index]?.size} ${stats[index]?.mtimeNs}`)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw unreadable(folder, error)
  }
}

function unreadable(folder: string, cause: unknown): StoreError {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new StoreError('unreadable', `The data folder ${folder} cannot be read: ${reason}.`, { cause })
}
