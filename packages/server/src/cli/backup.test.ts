import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { ClassicLevel } from 'classic-level'
import { describe, expect, test } from 'vitest'

import { withUnpacked } from '../backup/unpacked.ts'
import { openLevelStore } from '../store/level.ts'
import { storeIn } from '../store/place.ts'
import { collect } from '../testing/collect.ts'
import { Command } from '../testing/command.ts'
import { dataFolder, meeting } from '../testing/data-folder.ts'
import { eventually } from '../testing/eventually.ts'
import { temporaryFolder } from '../testing/folder.ts'
import { run, type Said } from '../testing/said.ts'
import { backup, BACKUP_USAGE } from './backup.ts'
import { verify } from './verify.ts'

async function newFile(): Promise<string> {
  return join(await temporaryFolder(), 'plenary.backup')
}

const sentence = (of: RegExp): Said => ({ code: 1, out: '', error: expect.stringMatching(of) as string })

describe('plenary backup of a stopped server', () => {
  test('[BA1] holds every entry of the store, leaves that as it was, and is well', async () => {
    const [data, file] = [await dataFolder(), await newFile()]
    const before = await readdir(storeIn(data))
    const { code, out, error } = await run(backup, file, data)
    expect({ code, error }).toEqual({ code: 0, error: '' })
    expect(out).toMatch(
      /^\S+plenary\.backup holds everything as of \S+Z, in \d+ bytes\.\nMeetings: 2\. Troubles: 0\. [^\n]* earlier: 1\.\n$/,
    )
    expect(await readdir(storeIn(data))).toEqual(before)
    const store = await openLevelStore(storeIn(data))
    const kept = await withUnpacked(file, async (backedUp) => collect(backedUp.entries()))
    expect(kept).toEqual(await collect(store.entries()))
    await store.close()
    expect(await run(verify, file)).toEqual({
      code: 0,
      out: 'Meetings: 2. Troubles: 0. Log entries set aside earlier: 1.\n',
      error: '',
    })
  })

  test('[BA7] may be read by nobody but its user', async () => {
    const [data, file] = [await dataFolder(), await newFile()]
    await run(backup, file, data)
    expect(((await stat(file)).mode & 0o777).toString(8)).toBe('600')
  })

  test('[BA5] what is damaged already is kept as it is, and named', async () => {
    const [data, file] = [await dataFolder(), await newFile()]
    const db = new ClassicLevel<string, Uint8Array>(storeIn(data), { valueEncoding: 'view' })
    await db.put('snapshot!a', new Uint8Array([0, 9, 9]))
    await db.close()
    const { code, out } = await run(backup, file, data)
    expect(code).toBe(1)
    expect(out).toMatch(/holds everything as of [^\n]*\na: Its minutes cannot be read: /)
    expect(await run(verify, file)).toMatchObject({ code: 1, out: expect.stringMatching(/^a: Its minutes/) as string })
  })

  test('[BA4] plenary verify finds a flipped bit in it', async () => {
    const [data, file] = [await dataFolder(), await newFile()]
    await run(backup, file, data)
    const bytes = await readFile(file)
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
    await writeFile(file, bytes)
    expect(await run(verify, file)).toEqual({
      code: 1,
      out: '',
      error: `The backup ${file} is damaged, or was cut short.\n`,
    })
  })

  test('[BA3] a file that is there already is left alone', async () => {
    const [data, file] = [await dataFolder(), await newFile()]
    await writeFile(file, 'the backup of yesterday')
    expect(await run(backup, file, data)).toEqual(sentence(/^There is a file \S+ already; give [^\n]*\.\n$/))
    expect(await readFile(file, 'utf8')).toBe('the backup of yesterday')
    expect(await readdir(join(file, '..'))).toEqual(['plenary.backup'])
  })

  test(
    '[BA3] killed at any moment, it leaves nothing under its name that is not whole',
    { timeout: 60_000 },
    async () => {
      const [data, file] = [await dataFolder(), await newFile()]
      const store = await openLevelStore(storeIn(data))
      const large = new Uint8Array(512 * 1024)
      for (let index = 0; index < 60; index++) await store.create({ ...meeting(`m${index}`), state: large })
      await store.close()
      const folder = join(file, '..')
      for (const moment of ['written', 'read back'] as const) {
        const before = await readdir(folder)
        const command = new Command('backup', file, data)
        await eventually(async () => {
          if (moment === 'written') return (await readdir(folder)).length > before.length
          return (await readdir(command.temporary)).some((name) => name.startsWith('plenary-backup-'))
        })
        command.kill()
        await command.ended
        expect((await readdir(folder)).filter((name) => !name.endsWith('.partial'))).toEqual([])
      }
      expect(await readdir(folder)).toHaveLength(2)
      expect(await run(backup, file, await dataFolder())).toMatchObject({ code: 0 })
    },
  )

  test('[BA6] what cannot be backed up, or written, is one sentence and exit code 1', async () => {
    const [data, file, empty] = [await dataFolder(), await newFile(), await temporaryFolder()]
    expect(await run(backup, file, empty)).toEqual(sentence(/^There is no data of Plenary in \S+\.\n$/))
    expect(await run(backup, file, join(empty, 'none'))).toEqual(sentence(/^There is no data of Plenary in \S+\.\n$/))
    const nowhere = join(empty, 'none', 'backup')
    expect(await run(backup, nowhere, data)).toEqual(sentence(/^The backup \S+ cannot be written: ENOENT[^\n]*\.\n$/))
    await mkdir(join(empty, 'folder'))
    expect(await run(backup, join(empty, 'folder'), data)).toEqual(sentence(/^There is a file \S+ already; /))
    expect(await readdir(join(file, '..'))).toEqual([])
  })

  test('[CL4] plenary backup says how it is used', async () => {
    expect(await run(backup, '--help')).toEqual({ code: 0, out: BACKUP_USAGE, error: '' })
    expect(await run(backup)).toEqual({ code: 1, out: '', error: BACKUP_USAGE })
    expect(await run(backup, '--fast', 'x')).toEqual(
      sentence(/^There is no option --fast; see plenary backup --help\.\n$/),
    )
  })
})
