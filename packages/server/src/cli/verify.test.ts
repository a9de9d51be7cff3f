import { appendFile, cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'

import { ClassicLevel } from 'classic-level'
import { describe, expect, test } from 'vitest'

import { withCopy } from '../store/copy.ts'
import { openLevelStore } from '../store/level.ts'
import { storeIn } from '../store/place.ts'
import { Command } from '../testing/command.ts'
import { dataFolder, HASH } from '../testing/data-folder.ts'
import { paragraphUpdate } from '../testing/edit.ts'
import { temporaryFolder } from '../testing/folder.ts'
import { ServerProcess } from '../testing/process.ts'
import { createMeeting } from '../testing/stock-client.ts'
import { verify, VERIFY_USAGE } from './verify.ts'

async function damage(folder: string, how: (db: ClassicLevel<string, Uint8Array>) => Promise<void>): Promise<void> {
  const db = new ClassicLevel<string, Uint8Array>(storeIn(folder), { keyEncoding: 'utf8', valueEncoding: 'view' })
  await db.open()
  await how(db)
  await db.close()
}

async function run(...args: string[]): Promise<{ code: number; out: string; error: string }> {
  const said = { out: '', error: '' }
  const code = await verify(args, { out: (text) => (said.out += text), error: (text) => (said.error += text) })
  return { code, ...said }
}

async function contents(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(storeIn(folder))).sort()
  const files = await Promise.all(names.map((name) => readFile(join(storeIn(folder), name), 'base64')))
  return Object.fromEntries(names.map((name, index) => [name, files[index] ?? '']))
}

async function logOf(folder: string): Promise<string> {
  const log = (await readdir(storeIn(folder))).find((name) => name.endsWith('.log'))
  if (log === undefined) throw new Error('there is no log file')
  return join(storeIn(folder), log)
}

/** In the file that LevelDB writes ahead. */
async function flipABit(folder: string): Promise<string> {
  const log = await logOf(folder)
  const bytes = await readFile(log)
  bytes[100] = (bytes[100] ?? 0) ^ 1
  await writeFile(log, bytes)
  return basename(log)
}

const entry = (sequence: number): string => `log!a!${sequence.toString(16).padStart(14, '0')}`
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

const ledgerOf = (id: string): string => `ledger!${id}!${'1'.padStart(14, '0')}`

async function moveLedger(db: ClassicLevel<string, Uint8Array>): Promise<void> {
  await db.put(ledgerOf('a'), (await db.get(ledgerOf('b'))) ?? bytes(''))
}

async function rewriteLedger(db: ClassicLevel<string, Uint8Array>, from: string, to: string): Promise<void> {
  const text = new TextDecoder().decode(await db.get(ledgerOf('a')))
  await db.put(ledgerOf('a'), bytes(text.replace(from, to)))
}

describe('plenary verify', () => {
  test('[VE1] says that all is well, and how many entries were set aside', async () => {
    const folder = await dataFolder()
    const well = { code: 0, out: 'Meetings: 2. Troubles: 0. Log entries set aside earlier: 1.\n', error: '' }
    expect(await run(folder)).toEqual(well)
    const { code, out } = await run('--json', folder)
    expect({ code, findings: JSON.parse(out) as unknown }).toEqual({
      code: 0,
      findings: { damagedFiles: [], meetings: 2, setAside: 1, troubles: [] },
    })
  })

  test('[VE1] reads the data folder of a server that has stopped', async () => {
    const folder = await temporaryFolder()
    const server = new ServerProcess({ PORT: '0', PLENARY_DATA: folder })
    await createMeeting(await server.ready(), { markdown: '# Reef call\n' })
    server.signal('SIGTERM')
    await server.ended()
    const { code, out } = await new Command('verify', folder).ended
    expect({ code, out }).toEqual({ code: 0, out: 'Meetings: 1. Troubles: 0. Log entries set aside earlier: 0.\n' })
  })

  test.each<[string, (db: ClassicLevel<string, Uint8Array>) => Promise<void>, RegExp]>([
    ['a lost record', (db) => db.del('meeting!a'), /^a: It has no record\.$/m],
    ['a record that is no JSON', (db) => db.put('meeting!a', bytes('{')), /^a: Its record cannot be read: /m],
    ['a record of another', (db) => db.put('meeting!a', bytes('{"id":"b"}')), /^a: Its record is not as it should be/m],
    ['a lost text', (db) => db.del(`base!${HASH}`), /^a: The imported text is missing\.$/m],
    ['another text', (db) => db.put(`base!${HASH}`, bytes('x')), /^a: The imported text is not the one/m],
    ['a lost snapshot', (db) => db.del('snapshot!a'), /^a: It has no minutes\.$/m],
    ['a damaged snapshot', (db) => db.put('snapshot!a', new Uint8Array([0, 9, 9])), /^a: Its minutes cannot be read/m],
    ['a damaged entry', (db) => db.put(entry(2), new Uint8Array([9])), /^a: Entry 2 of its log cannot be read/m],
    ['a wrong outline', (db) => db.put('outline!a', new Uint8Array([0, 0, 0])), /^a: The outline of its snapshot/m],
    ['a ledger that is no JSON', (db) => db.put(ledgerOf('a'), bytes('[')), /^a: Its ledger cannot be read\.$/m],
    ['a ledger of another', moveLedger, /^a: Entry 1 of its ledger does not follow the one before\.$/m],
    [
      'a changed entry',
      (db) => rewriteLedger(db, 'meeting-begun', 'meeting-ended'),
      /^a: Entry 1 of its ledger was changed\.$/m,
    ],
    [
      'a changed ballot',
      (db) => rewriteLedger(db, '"choice":1', '"choice":0'),
      /^a: The ballot of entry 2 of its ledger/m,
    ],
    ['a lost ballot', (db) => rewriteLedger(db, ',"ballot"', ',"other"'), /^a: The ballot of entry 2 of its ledger/m],
  ])('[VE2] %s is a line for its meeting, and the others are read too', async (_what, how, line) => {
    const folder = await dataFolder()
    await damage(folder, how)
    const { code, out } = await run(folder)
    expect(code).toBe(1)
    expect(out).toMatch(line)
    expect(out).toContain('Meetings: 2. Troubles: ')
  })

  test('[VE2] an entry that builds on a lost one is named', async () => {
    const folder = await dataFolder()
    await damage(folder, async (db) => {
      const Y = await import('yjs')
      const doc = new Y.Doc()
      doc.getMap('x').set('first', 1)
      const before = Y.encodeStateVector(doc)
      doc.getMap('x').set('second', 2)
      await db.put(entry(3), Y.encodeStateAsUpdate(doc, before))
    })
    expect(await run(folder)).toMatchObject({ code: 1, out: expect.stringMatching(/^a: Entry 3 /) as string })
  })

  test('[VE2] a damaged file is named, although LevelDB opens it without a word', async () => {
    const folder = await dataFolder()
    const log = await flipABit(folder)
    const { code, out } = await run(folder)
    expect(code).toBe(1)
    expect(out).toContain(`${log}: This file is damaged; what was written last may be lost.\n`)
  })

  test('[VE1] a last record that a crash cut short is no damage', async () => {
    const folder = await dataFolder()
    const store = await openLevelStore(storeIn(folder))
    await store.append('a', [paragraphUpdate('three')])
    await store.close()
    const log = await logOf(folder)
    const whole = await readFile(log)
    await writeFile(log, whole.subarray(0, -3))
    expect(await run(folder)).toMatchObject({ code: 0, error: '' })
  })

  test('[VE1] a log that fills many blocks is read to its end', async () => {
    const folder = await dataFolder()
    const store = await openLevelStore(storeIn(folder))
    for (let size = 0; size < 60; size++) await store.append('a', [paragraphUpdate('x'.repeat(size * 137))])
    await store.close()
    expect(await run(folder)).toMatchObject({ code: 0, error: '' })
  })

  test('[VE4] what is written while it is copied is one sentence, and no copy stays', async () => {
    const folder = await dataFolder()
    let at = ''
    const copied = withCopy(
      folder,
      () => Promise.reject(new Error('a torn copy is used')),
      async (from, to) => {
        at = to
        await cp(from, to, { recursive: true })
        await appendFile(await logOf(folder), 'x')
      },
    )
    await expect(copied).rejects.toThrow(`The data in ${folder} is being written; stop the server first.`)
    await expect(readdir(at)).rejects.toThrow('ENOENT')
  })

  test('[VE3] leaves every byte of the data as it was, damaged or not', async () => {
    const folder = await dataFolder()
    const before = await contents(folder)
    await run(folder)
    expect(await contents(folder)).toEqual(before)
    await flipABit(folder)
    const after = await contents(folder)
    await run(folder)
    expect(await contents(folder)).toEqual(after)
  })

  test('[VE4] what is no data of Plenary is one sentence', async () => {
    const folder = await temporaryFolder()
    await mkdir(join(folder, 'empty'))
    for (const name of ['empty', 'none']) {
      const path = join(folder, name)
      expect(await run(path)).toEqual({ code: 1, out: '', error: `There is no data of Plenary in ${path}.\n` })
    }
    expect(await readdir(folder)).toEqual(['empty'])
  })

  test('[CL4] plenary verify says how it is used', async () => {
    expect(await run('--help')).toEqual({ code: 0, out: VERIFY_USAGE, error: '' })
    expect(await run('--josn')).toMatchObject({ code: 1, out: '', error: expect.stringContaining('--josn') as string })
  })
})
