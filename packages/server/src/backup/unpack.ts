import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'

import { Bytes } from './bytes.ts'
import { BackupError, failed } from './error.ts'
import { CHECKSUM, type Entry, VERSION } from './pack.ts'

export interface Backup {
  /** When what it holds was so, as an ISO time. */
  readonly time: string
  readonly entries: AsyncIterable<Entry>
}

const FIRST_LINE = /^Plenary backup (\d+) of (\S+)\n/

/** Opens a backup that is whole, bit for bit. Throws `BackupError` with a sentence for any other file. */
export async function withBackup<T>(file: string, use: (backup: Backup) => Promise<T>): Promise<T> {
  const handle = await openFile(file)
  try {
    const { size } = await handle.stat()
    const [line, version, time] = await firstLine(file, handle)
    if (line === undefined || time === undefined) throw new BackupError('not-whole', `${file} is no backup of Plenary.`)
    if (Number(version) > VERSION) {
      throw new BackupError(
        'unusable',
        `${file} was written by a newer Plenary (backup version ${version}, this one knows ${VERSION}); use that version.`,
      )
    }
    if (!(await isWhole(file, handle, size))) {
      throw new BackupError('not-whole', `The backup ${file} is damaged, or was cut short.`)
    }
    return await use({ time, entries: entriesOf(bytesOf(handle, line.length, size - CHECKSUM)) })
  } finally {
    await handle.close()
  }
}

async function openFile(file: string): Promise<FileHandle> {
  try {
    return await open(file)
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    throw isMissing ? new BackupError('unusable', `There is no file ${file}.`) : failed(`${file} cannot be read`, error)
  }
}

async function firstLine(file: string, handle: FileHandle): Promise<readonly (string | undefined)[]> {
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(100), 0, 100, 0)
    return FIRST_LINE.exec(buffer.toString('latin1', 0, bytesRead)) ?? []
  } catch (error) {
    throw failed(`${file} cannot be read`, error)
  }
}

async function isWhole(file: string, handle: FileHandle, size: number): Promise<boolean> {
  if (size <= CHECKSUM) return false
  try {
    const hash = createHash('sha256')
    for await (const chunk of bytesOf(handle, 0, size - CHECKSUM)) hash.update(chunk)
    const { buffer } = await handle.read(Buffer.alloc(CHECKSUM), 0, CHECKSUM, size - CHECKSUM)
    return hash.digest().equals(buffer)
  } catch (error) {
    throw failed(`${file} cannot be read`, error)
  }
}

function bytesOf(handle: FileHandle, start: number, end: number): AsyncIterable<Uint8Array> {
  return handle.createReadStream({ start, end: end - 1, autoClose: false, highWaterMark: 256 * 1024 })
}

async function* entriesOf(source: AsyncIterable<Uint8Array>): AsyncGenerator<Entry, void, undefined> {
  const bytes = new Bytes(source)
  let count = 0
  for (let length = await bytes.varUint(); length > 0; length = await bytes.varUint()) {
    const key = new TextDecoder().decode(await bytes.take(length))
    yield [key, await bytes.take(await bytes.varUint())]
    count++
  }
  if ((await bytes.varUint()) !== count) throw new Error('a backup has another number of entries than it says')
}
