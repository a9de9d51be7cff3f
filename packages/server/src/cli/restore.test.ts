import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { ClassicLevel } from 'classic-level'
import { describe, expect, test } from 'vitest'

import { pack } from '../backup/pack.ts'
import { chained } from '../ledger/chain.ts'
import { type LevelStore, openLevelStore } from '../store/level.ts'
import { storeIn } from '../store/place.ts'
import type { Kept } from '../store/store.ts'
import { collect } from '../testing/collect.ts'
import { Command } from '../testing/command.ts'
import { dataFolder, meeting } from '../testing/data-folder.ts'
import { paragraphUpdate } from '../testing/edit.ts'
import { eventually } from '../testing/eventually.ts'
import { temporaryFolder } from '../testing/folder.ts'
import { ServerProcess } from '../testing/process.ts'
import { run, type Said } from '../testing/said.ts'
import { backup } from './backup.ts'
import { restore, RESTORE_USAGE } from './restore.ts'
import { verify } from './verify.ts'

/** A backup of these data, or of the usual ones. */
async function backupOf(data?: string): Promise<string> {
  const file = join(await temporaryFolder(), 'plenary.backup')
  await run(backup, file, data ?? (await dataFolder()))
  return file
}

async function inStore<T>(data: string, use: (store: LevelStore) => Promise<T>): Promise<T> {
  const store = await openLevelStore(storeIn(data))
  try {
    return await use(store)
  } finally {
    await store.close()
  }
}

/** Everything that is stored, without epochs, and all epochs. */
async function contents(data: string): Promise<{ entries: Record<string, string>; epochs: string[] }> {
  return inStore(data, async (store) => {
    const entries = (await collect(store.entries())).map(([key, value]) => [key, Buffer.from(value).toString('latin1')])
    const epochs = entries.flatMap(([key, value]) => /^meeting!.*"epoch":"(\w+)"/.exec(`${key}${value}`)?.[1] ?? [])
    const without = entries.map(([key, value]) => [key, value?.replace(/"epoch":"\w+"/, '')])
    return { entries: Object.fromEntries(without) as Record<string, string>, epochs }
  })
}

/** One more entry for a ledger. */
function sinceThen(kept: readonly Kept[]): Kept[] {
  const last = kept.at(-1)?.entry
  if (last === undefined) throw new Error('there is no ledger')
  const { hash, previous: _, ...rest } = last
  return [{ entry: chained({ ...rest, sequence: last.sequence + 1, event: { type: 'meeting-reopened' } }, hash) }]
}

async function append(data: string, id: string, text: string): Promise<void> {
  await inStore(data, async (store) => store.append(id, [paragraphUpdate(text)]))
}

const sentence = (of: RegExp): Said => ({ code: 1, out: '', error: expect.stringMatching(of) as string })

describe('plenary restore', () => {
  test('[RS1] makes of an empty folder, or of none, one with everything that was in the backup', async () => {
    const data = await dataFolder()
    const file = await backupOf(data)
    const empty = await temporaryFolder()
    for (const folder of [empty, join(empty, 'meetings', 'none', 'yet')]) {
      const { code, out, error } = await run(restore, file, folder)
      expect({ code, error }).toEqual({ code: 0, error: '' })
      expect(out).toMatch(/^\S+ holds everything as of \S+Z\.\nMeetings: 2\. Troubles: 0\. /)
      expect((await contents(folder)).entries).toEqual((await contents(data)).entries)
      expect(await run(verify, folder)).toMatchObject({ code: 0 })
    }
    expect((await readdir(empty)).sort()).toEqual(['meetings'])
  })

  test('[RS2] gives every meeting an epoch that it never had', async () => {
    const data = await dataFolder()
    const file = await backupOf(data)
    const [one, other] = [await temporaryFolder(), await temporaryFolder()]
    await run(restore, file, one)
    await run(restore, file, other)
    const epochs = [...(await contents(one)).epochs, ...(await contents(other)).epochs, 'e']
    expect(epochs).toHaveLength(5)
    expect(new Set(epochs).size).toBe(5)
  })

  test('[RS3] a folder in which there is anything is refused and left alone', async () => {
    const [file, data, other] = [await backupOf(), await dataFolder(), await temporaryFolder()]
    const before = await contents(data)
    expect(await run(restore, file, data)).toEqual(sentence(/^The data folder \S+ is not empty; [^\n]*\.\n$/))
    expect(await contents(data)).toEqual(before)
    await writeFile(join(other, 'notes.txt'), 'text')
    expect(await run(restore, file, other)).toEqual(sentence(/^The data folder \S+ is not empty; [^\n]*\.\n$/))
    expect(await readdir(other)).toEqual(['notes.txt'])
  })

  test('[RS3] the socket of a killed server does not count', async () => {
    const [file, data] = [await backupOf(), await temporaryFolder()]
    await writeFile(join(data, 'plenary.sock'), '')
    expect(await run(restore, file, data)).toMatchObject({ code: 0 })
  })

  test('[RS4] killed in the middle it leaves nothing that a server or another restore takes for data', async () => {
    const source = await dataFolder()
    await inStore(source, async (store) => {
      for (let index = 0; index < 60; index++) {
        await store.create({ ...meeting(`m${index}`), state: new Uint8Array(512 * 1024) })
      }
    })
    const [file, data] = [await backupOf(source), await temporaryFolder()]
    const command = new Command('restore', file, data)
    await eventually(async () => (await readdir(data)).length > 0)
    command.kill()
    await command.ended
    expect(await readdir(data)).toEqual(['meetings.restoring'])
    const refusal = /^A restore into \S+ is under way, or was cut short: then remove \S+ and restore again\.\n$/
    expect(await new ServerProcess({ PORT: '0', PLENARY_DATA: data }).ended()).toEqual(sentence(refusal))
    expect(await run(restore, file, data)).toEqual(sentence(refusal))
    expect(await run(restore, '--meeting', 'a', file, data)).toEqual(sentence(refusal))
    expect(await readdir(data)).toEqual(['meetings.restoring'])
    await rm(join(data, 'meetings.restoring'), { recursive: true })
    expect(await run(restore, await backupOf(), data)).toMatchObject({ code: 0 })
  })

  test('[RS6] what is wrong in the backup is restored as it is and named', async () => {
    const data = await dataFolder()
    const db = new ClassicLevel<string, Uint8Array>(storeIn(data), { valueEncoding: 'view' })
    await db.put('meeting!a', Buffer.from('{'))
    await db.put('snapshot!b', new Uint8Array([0, 9, 9]))
    await db.close()
    const [file, restored] = [await backupOf(data), await temporaryFolder()]
    const { code, out } = await run(restore, file, restored)
    expect(code).toBe(1)
    expect(out).toMatch(
      /holds everything as of [^\n]*\na: Its record cannot be read[^\n]*\nb: Its minutes cannot be read/,
    )
    expect((await contents(restored)).entries).toEqual((await contents(data)).entries)
  })

  test('[RS6] a backup that is damaged, or holds a newer format, is one sentence and leaves nothing', async () => {
    const [file, data] = [await backupOf(), await temporaryFolder()]
    await writeFile(file, 'x', { flag: 'a' })
    expect(await run(restore, file, data)).toEqual(sentence(/^The backup \S+ is damaged, or was cut short\.\n$/))
    await writeFile(file, pack([['format', Buffer.from('99')]], new Date()))
    expect(await run(restore, file, data)).toEqual(
      sentence(/^The data in \S+ was written by a newer Plenary [^\n]*\.\n$/),
    )
    expect(await readdir(data)).toEqual([])
    await writeFile(join(data, 'file'), '')
    expect(await run(restore, await backupOf(), join(data, 'file'))).toEqual(
      sentence(/^The data folder \S+ cannot be used: [^\n]*\.\n$/),
    )
  })

  test('[ST13] a backup of an older format is restored in this one', async () => {
    const [file, data] = [join(await temporaryFolder(), 'old'), await temporaryFolder()]
    const record = { ...meeting('a').record, base: null }
    const of1 = [
      ['format', Buffer.from('1')],
      ['meeting!a', Buffer.from(JSON.stringify(record))],
      ['outline!a', Buffer.from([7, 1])],
      ['snapshot!a', Buffer.from([0, ...paragraphUpdate('begun')])],
    ] as const
    await writeFile(file, pack(of1, new Date()))
    expect(await run(restore, file, data)).toMatchObject({ code: 0 })
    expect(Object.keys((await contents(data)).entries)).toEqual(['format', 'meeting!a', 'snapshot!a'])
  })

  test('[CL4] says how it is used', async () => {
    expect(await run(restore, '--help')).toEqual({ code: 0, out: RESTORE_USAGE, error: '' })
    expect(await run(restore)).toEqual({ code: 1, out: '', error: RESTORE_USAGE })
    expect(await run(restore, '--meeting')).toEqual(
      sentence(/^--meeting needs a value; see plenary restore --help\.\n$/),
    )
  })
})

describe('plenary restore --meeting', () => {
  test('[RS5] puts one meeting back as it was, in a new epoch, and leaves the others alone', async () => {
    const data = await dataFolder()
    const [file, then] = [await backupOf(data), await contents(data)]
    for (const id of ['a', 'b']) await append(data, id, 'written since')
    await inStore(data, async (store) => store.enter('a', sinceThen((await store.ledger('a'))?.kept ?? [])))
    await inStore(data, async (store) => store.compact('a', { snapshot: paragraphUpdate('x') }, 3))
    const now = await contents(data)
    expect(await run(restore, '--meeting', 'a', file, data)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^In \S+ the meeting a is as of \S+Z\.\nWhat was there is kept in \S+\.\n$/) as string,
    })
    const isOfB = ([key]: readonly [string, string]): boolean => key.includes('!b')
    const { entries, epochs } = await contents(data)
    expect(Object.entries(entries).filter(isOfB)).toEqual(Object.entries(now.entries).filter(isOfB))
    expect(Object.entries(entries).filter((entry) => !isOfB(entry))).toEqual(
      Object.entries(then.entries).filter((entry) => !isOfB(entry)),
    )
    expect(epochs).toEqual([expect.not.stringMatching(/^e$/), 'e'])
    expect(await run(verify, data)).toMatchObject({ code: 0 })
  })

  test('[RS5] what it replaced is a backup that can be restored in its turn', async () => {
    const data = await dataFolder()
    const file = await backupOf(data)
    await append(data, 'a', 'written since')
    const before = await contents(data)
    await run(restore, '--meeting', 'a', file, data)
    expect((await contents(data)).entries).not.toEqual(before.entries)
    const [kept = ''] = (await readdir(data)).filter((name) => name.startsWith('replaced-a-'))
    expect(await run(verify, join(data, kept))).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^Meetings: 1\. Troubles: 0\./) as string,
    })
    expect(await run(restore, '--meeting', 'a', join(data, kept), data)).toMatchObject({ code: 0 })
    expect((await contents(data)).entries).toEqual(before.entries)
  })

  test('[RS5] a meeting that is not there any more comes back', async () => {
    const [file, data] = [await backupOf(), await temporaryFolder()]
    await inStore(data, async (store) => store.create(meeting('c')))
    expect(await run(restore, '--meeting', 'b', file, data)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^In \S+ the meeting b is as of \S+Z\.\n$/) as string,
    })
    expect(await inStore(data, async (store) => store.ids())).toEqual(['b', 'c'])
    expect(await run(verify, data)).toMatchObject({ code: 0 })
  })

  test('[RS6] what cannot be is one sentence, and nothing has changed', async () => {
    const [file, data, empty] = [await backupOf(), await dataFolder(), await temporaryFolder()]
    const before = await contents(data)
    const one = (id: string, from: string, into: string): Promise<Said> => run(restore, '--meeting', id, from, into)
    for (const id of ['none', 'Ä/../x', '__proto__']) {
      expect(await one(id, file, data)).toEqual(sentence(/^There is no meeting \S+ in \S+\.\n$/))
    }
    expect(await one('a', file, empty)).toEqual(sentence(/^There is no data of Plenary in \S+\.\n$/))
    expect(await readdir(empty)).toEqual([])
    await inStore(data, async () => {
      expect(await one('a', file, data)).toEqual(
        sentence(/^The data folder \S+ is in use by another Plenary; [^\n]*\.\n$/),
      )
    })
    const damaged = await dataFolder()
    const db = new ClassicLevel<string, Uint8Array>(storeIn(damaged), { valueEncoding: 'view' })
    await db.put('snapshot!a', new Uint8Array([0, 9, 9]))
    await db.close()
    expect(await one('a', await backupOf(damaged), data)).toEqual(
      sentence(/^The meeting a in \S+ is damaged; plenary verify says how\.\n$/),
    )
    expect(await contents(data)).toEqual(before)
    expect(await readdir(data)).toEqual(['meetings'])
  })
})
