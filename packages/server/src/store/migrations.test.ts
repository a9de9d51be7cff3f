import { ClassicLevel } from 'classic-level'
import { describe, expect, test } from 'vitest'

import { temporaryFolder } from '../testing/folder.ts'
import type { Database } from './database.ts'
import { bringToFormat, FORMAT } from './format.ts'
import { openLevelStore } from './level.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const through = (sequence: number, text: string): Uint8Array => new Uint8Array([sequence, ...bytes(text)])

function record(id: string): Uint8Array {
  const at = '2026-01-01T00:00:00.000Z'
  return bytes(JSON.stringify({ id, name: id, title: id, createdAt: at, updatedAt: at, epoch: 'e', base: null }))
}

/** As a server of format 1 wrote it: outlines name the `through` of their snapshot, and may belong to an earlier one. */
const OF_FORMAT_1: Readonly<Record<string, Uint8Array>> = {
  format: bytes('1'),
  'meeting!a': record('a'),
  'snapshot!a': through(2, 'snapshot of a'),
  'outline!a': through(2, 'outline of a'),
  'log!a!00000000000003': bytes('update 3 of a'),
  'meeting!b': record('b'),
  'snapshot!b': through(5, 'newer snapshot of b'),
  'outline!b': through(4, 'outline of the older one'),
  'outline!lost': through(1, 'outline of nothing'),
  'outline!torn': new Uint8Array(),
}

async function write(folder: string, data: Readonly<Record<string, Uint8Array>>): Promise<Database> {
  const db: Database = new ClassicLevel(folder, { keyEncoding: 'utf8', valueEncoding: 'view' })
  await db.batch(Object.entries(data).map(([key, value]) => ({ type: 'put' as const, key, value })))
  return db
}

async function contents(db: Database): Promise<Record<string, string>> {
  return readable(Object.fromEntries(await db.iterator().all()))
}

function readable(data: Readonly<Record<string, Uint8Array>>): Record<string, string> {
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, Buffer.from(value).toString('latin1')]))
}

describe('data of an older format', () => {
  test('[ST13] of format 1 is brought to this one when it is opened: the same minutes, and only outlines that fit', async () => {
    const folder = await temporaryFolder()
    await (await write(folder, OF_FORMAT_1)).close()
    for (let opening = 1; opening <= 2; opening++) {
      const store = await openLevelStore(folder)
      expect(await store.load('a')).toMatchObject({
        snapshot: bytes('snapshot of a'),
        outline: bytes('outline of a'),
        through: 2,
        tail: [{ sequence: 3 }],
      })
      expect(await store.load('b')).toEqual({ snapshot: bytes('newer snapshot of b'), through: 5, tail: [] })
      expect((await store.meetings()).map(({ id }) => id)).toEqual(['b', 'a'])
      await store.close()
    }
    const db = await write(folder, {})
    expect(await contents(db)).toEqual({
      ...readable({ ...OF_FORMAT_1, format: bytes(String(FORMAT)), 'outline!a': bytes('outline of a') }),
      'outline!b': undefined,
      'outline!lost': undefined,
      'outline!torn': undefined,
    })
    await db.close()
  })

  test('[ST13] stays as it was where the disk takes nothing, and says so in one sentence', async () => {
    const folder = await temporaryFolder()
    const db = await write(folder, OF_FORMAT_1)
    const batch = db.batch.bind(db)
    db.batch = (() => Promise.reject(new Error('no space left on device'))) as unknown as typeof db.batch // one of its overloads is enough
    await expect(bringToFormat(folder, db)).rejects.toThrow(
      /^The data in \S+ could not be brought to format 2: no space/,
    )
    db.batch = batch
    expect(await contents(db)).toEqual(readable(OF_FORMAT_1))
    await bringToFormat(folder, db)
    expect(Object.keys(await contents(db))).toEqual(
      Object.keys(OF_FORMAT_1)
        .filter((key) => !['outline!b', 'outline!lost', 'outline!torn'].includes(key))
        .sort(),
    )
    await db.close()
  })
})
