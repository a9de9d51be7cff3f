import { mkdir, readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { describe, expect, onTestFinished, test } from 'vitest'

import type { Entry } from '../backup/pack.ts'
import { writeBackup } from '../backup/write.ts'
import { collect } from '../testing/collect.ts'
import { temporaryFolder } from '../testing/folder.ts'
import { askForBackup, serveOperator } from './socket.ts'

async function* some(): AsyncGenerator<Entry, void, undefined> {
  yield ['format', Buffer.from('2')]
}

const unasked = (): Promise<never> => Promise.reject(new Error('nobody asked for this'))

async function offer(
  data: string,
  entries: () => AsyncIterable<Entry>,
): Promise<{ end: () => Promise<void>; problems: string[] }> {
  const problems: string[] = []
  const offered = await serveOperator(data, {
    entries,
    carryOut: unasked,
    report: (problem) => void problems.push(problem),
  })
  onTestFinished(() => offered.close())
  return { end: () => offered.close(), problems }
}

const lengthOf = async (pieces: AsyncIterable<Uint8Array>): Promise<number> =>
  Buffer.concat(await collect(pieces)).length

describe('the socket for backups', () => {
  test('[BA7] may be opened by nobody but the user of the server', async () => {
    const data = await temporaryFolder()
    await offer(data, some)
    const { mode } = await stat(join(data, 'plenary.sock'))
    expect((mode & 0o777).toString(8)).toBe('600')
  })

  test('[BA2] takes the place of one that a killed server has left, and goes with its server', async () => {
    const data = await temporaryFolder()
    await writeFile(join(data, 'plenary.sock'), '')
    expect(await askForBackup(data, lengthOf)).toBeUndefined()
    const { end } = await offer(data, some)
    expect(await askForBackup(data, lengthOf)).toBeGreaterThan(0)
    await end()
    expect(await askForBackup(data, lengthOf)).toBeUndefined()
    expect(await readdir(data)).toEqual([])
  })

  test('[BA2] is found in a folder whose name is longer than that of a socket may be', async () => {
    const data = join(await temporaryFolder(), 'x'.repeat(200))
    await mkdir(data)
    await offer(data, some)
    expect(await readdir(data)).toEqual(['plenary.sock'])
    expect(await askForBackup(data, lengthOf)).toBeGreaterThan(0)
  })

  test('[BA3] a server that stops in the middle leaves nothing, and one sentence', async () => {
    const data = await temporaryFolder()
    const file = join(await temporaryFolder(), 'backup')
    let sent = 0
    const { end, problems } = await offer(data, async function* endless() {
      for (;;) {
        yield [`key ${sent}`, new Uint8Array(100_000)]
        if (++sent === 100) void end()
      }
    })
    await expect(askForBackup(data, async (pieces) => writeBackup(file, pieces))).rejects.toThrow(
      /^(The backup \S+ did not come to its end, and nothing of it was kept; try again|The server of \S+ did not send [^\n]*)\.$/,
    )
    expect(await readdir(join(file, '..'))).toEqual([])
    expect(problems).toEqual(['a backup was not sent to its end'])
  })

  test('[BA3] a store that cannot be read to its end leaves nothing, and one sentence', async () => {
    const data = await temporaryFolder()
    const file = join(await temporaryFolder(), 'backup')
    const { problems } = await offer(data, async function* broken() {
      yield* some()
      throw new Error('a block of the disk cannot be read')
    })
    await expect(askForBackup(data, async (pieces) => writeBackup(file, pieces))).rejects.toThrow(
      `The backup ${file} did not come to its end, and nothing of it was kept; try again.`,
    )
    expect(await readdir(join(file, '..'))).toEqual([])
    expect(problems).toEqual(['a backup was not sent to its end'])
  })
})
