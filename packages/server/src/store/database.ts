import { ClassicLevel } from 'classic-level'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

import { StoreError } from './store.ts'

/** The LevelDB under the store: what it takes, and how it is opened. What lies in it is described in `keys.ts`. */
export type Database = ClassicLevel<string, Uint8Array>
export type Operation = { type: 'put'; key: string; value: Uint8Array } | { type: 'del'; key: string }

export const put = (key: string, value: Uint8Array): Operation => ({ type: 'put', key, value })
export const del = (key: string): Operation => ({ type: 'del', key })

/** Opens, or begins, the database in `folder`. Throws `StoreError` with a sentence about `name` where that cannot be. */
export async function openDatabase(folder: string, name = folder): Promise<Database> {
  const db: Database = new ClassicLevel(folder, {
    keyEncoding: 'utf8',
    valueEncoding: 'view',
    writeBufferSize: WRITTEN,
  })
  try {
    await db.open()
    return db
  } catch (error) {
    throw openError(name, error)
  }
}

/** Bytes that LevelDB keeps in memory before it sorts them into files; twice as much at times. By itself it takes four times that. */
const WRITTEN = 1024 * 1024

interface Pieces<T> {
  nextv(size: number): Promise<T[]>
  close(): Promise<void>
}

/**
 * Everything that an iterator gives. Its own `all` makes room for a thousand entries, 64 KB, where mostly there is none or one; what
 * is left of that by thousands of meetings is most of the memory of a server in which nobody writes.
 */
export async function all<T>(iterator: Pieces<T>): Promise<T[]> {
  const found: T[] = []
  try {
    for (let size = 8; ; size = Math.min(size * 8, 1_000)) {
      const piece = await iterator.nextv(size)
      if (piece.length === 0) return found
      found.push(...piece)
    }
  } finally {
    await iterator.close()
  }
}

/** Writes all of it in one step, synced. Put one by one, operations cost LevelDB's binding a third of what an array of them does. */
export async function writeSynced(db: Database, operations: readonly Operation[]): Promise<void> {
  const batch = db.batch()
  for (const operation of operations) {
    if (operation.type === 'put') batch.put(operation.key, operation.value)
    else batch.del(operation.key)
  }
  await batch.write({ sync: true })
}

/** LevelDB says why in the `cause` of a general error. */
function openError(name: string, error: unknown): StoreError {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  const reason = cause instanceof Error ? cause.message : String(cause)
  if (code === 'LEVEL_LOCKED') {
    return new StoreError('in-use', `The data folder ${name} is in use by another Plenary; stop that one first.`, {
      cause,
    })
  }
  return new StoreError('unreadable', `The data folder ${name} cannot be opened: ${reason}.`, { cause })
}

export function withThrough(bytes: Uint8Array, through: number): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, through)
  encoding.writeUint8Array(encoder, bytes)
  return encoding.toUint8Array(encoder)
}

export function withoutThrough(value: Uint8Array): { bytes: Uint8Array; through: number } {
  const decoder = decoding.createDecoder(value)
  const through = decoding.readVarUint(decoder)
  return { through, bytes: decoding.readTailAsUint8Array(decoder) }
}
