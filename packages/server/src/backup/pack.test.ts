import { appendFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { describe, expect, test } from 'vitest'

import { collect } from '../testing/collect.ts'
import { temporaryFolder } from '../testing/folder.ts'
import { type Entry, pack } from './pack.ts'
import { withBackup } from './unpack.ts'

const NOW = new Date('2027-04-27T16:00:00.000Z')

async function* each(entries: readonly Entry[]): AsyncGenerator<Entry, void, undefined> {
  yield* entries
}

async function packed(entries: readonly Entry[]): Promise<string> {
  const file = join(await temporaryFolder(), 'backup')
  await writeFile(file, pack(each(entries), NOW))
  return file
}

async function unpacked(file: string): Promise<{ time: string; entries: Entry[] }> {
  return withBackup(file, async ({ time, entries }) => ({ time, entries: await collect(entries) }))
}

const bytes = (length: number): Uint8Array => Buffer.from(Array.from({ length }, (_, index) => (index * 7) % 256))

describe('a backup file', () => {
  test('[BA1] gives back every entry, of whatever size, in order', async () => {
    const entries = [0, 1, 127, 128, 65_535, 300_000, 3].map((length): Entry => [`key of ${length}`, bytes(length)])
    expect(await unpacked(await packed(entries))).toEqual({ time: NOW.toISOString(), entries })
    expect(await unpacked(await packed([]))).toEqual({ time: NOW.toISOString(), entries: [] })
  })

  test('[BA4] a flipped bit is found in every byte of it', async () => {
    const file = await packed([
      ['format', bytes(1)],
      ['meeting!a', bytes(150)],
    ])
    const whole = await readFile(file)
    for (let at = 0; at < whole.length; at++) {
      const flipped = Buffer.from(whole)
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8))
      await writeFile(file, flipped)
      await expect(unpacked(file)).rejects.toThrow(/is damaged, or was cut short\.$|is no backup|newer Plenary/)
    }
    await writeFile(file, whole)
    expect((await unpacked(file)).entries).toHaveLength(2)
  })

  test('[BA4] so is an end that is missing, wherever it was cut, and one that does not belong to it', async () => {
    const file = await packed([['meeting!a', bytes(150)]])
    const whole = await readFile(file)
    for (let length = 0; length < whole.length; length++) {
      await writeFile(file, whole.subarray(0, length))
      await expect(unpacked(file)).rejects.toThrow(/is damaged, or was cut short\.$|is no backup/)
    }
    await writeFile(file, whole)
    await appendFile(file, 'x')
    await expect(unpacked(file)).rejects.toThrow(`The backup ${file} is damaged, or was cut short.`)
  })

  test('[BA6] one of a newer version, another file and none are refused with a sentence', async () => {
    const file = await packed([])
    await writeFile(file, (await readFile(file, 'latin1')).replace('backup 1 of', 'backup 2 of'), 'latin1')
    await expect(unpacked(file)).rejects.toThrow(
      `${file} was written by a newer Plenary (backup version 2, this one knows 1); use that version.`,
    )
    await writeFile(file, '# Minutes\n')
    await expect(unpacked(file)).rejects.toThrow(`${file} is no backup of Plenary.`)
    await expect(unpacked(`${file}.none`)).rejects.toThrow(`There is no file ${file}.none.`)
  })
})
