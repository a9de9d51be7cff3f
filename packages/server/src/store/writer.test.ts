import { execFile } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { promisify } from 'node:util'

import { expect, test } from 'vitest'

import { temporaryFolder } from '../testing/folder.ts'
import { StoreError } from './store.ts'
import { type Reopenable, Writer } from './writer.ts'

test('[ST14] a database that goes on refusing although its disk takes again is opened anew, and the write is done', async () => {
  const db = new StuckDatabase(await temporaryFolder())
  const writer = writerOf(db)
  await writer.write(['a'])
  db.isStuck = true
  await writer.write(['b'])
  expect(db.written).toEqual(['a', 'b'])
  expect(db.calls).toEqual(['close', 'open'])
  expect(await readdir(db.location)).toEqual([])
})

test('[ST14] while the disk takes nothing the database stays open for those who read', async () => {
  const db = new StuckDatabase('/dev/null/no-folder')
  db.isStuck = true
  await expect(writerOf(db).write(['a'])).rejects.toThrow(StoreError)
  expect(db.calls).toEqual([])
})

test('[ST14] a database that could not be opened anew is tried again with the next write', async () => {
  const db = new StuckDatabase(await temporaryFolder())
  const writer = writerOf(db)
  db.isStuck = true
  db.opens = false
  await expect(writer.write(['a'])).rejects.toThrow(StoreError)
  db.opens = true
  await writer.write(['a'])
  expect(db.written).toEqual(['a'])
})

test('[ST14] a database that was closed stays closed, whoever still writes', async () => {
  const db = new StuckDatabase(await temporaryFolder())
  const writer = writerOf(db)
  await writer.close()
  db.isStuck = true
  await expect(writer.write(['late'])).rejects.toThrow(StoreError)
  expect(db.calls).toEqual(['close'])
})

/** Only Linux can fill the disk of one process; it is one of its own, so that it cannot harm the other tests. */
test.runIf(process.platform === 'linux')(
  '[ST14] LevelDB itself, whose disk was full while it tidied up, takes again once there is room',
  async () => {
    const script = `
      import { execFileSync } from 'node:child_process'
      import { openDatabase, put, writeSynced } from ${JSON.stringify(new URL('../../dist/store/database.js', import.meta.url))}
      import { Writer } from ${JSON.stringify(new URL('../../dist/store/writer.js', import.meta.url))}
      const limit = (size) => execFileSync('prlimit', ['--pid=' + process.pid, '--fsize=' + size + ':unlimited'])
      const db = await openDatabase(${JSON.stringify(await temporaryFolder())})
      const writer = new Writer(db, (operations) => writeSynced(db, operations))
      const piece = new Uint8Array(1000)
      const said = (write) => write.then(() => 'done', () => 'refused')
      for (let index = 0; index < 300; index++) await writer.write([put('k' + index, piece)])
      limit(0)
      const full = await said(writer.write([put('full', piece)]))
      await db.compactRange('a', 'z')
      limit('unlimited')
      const stuck = await said(writeSynced(db, [put('stuck', piece)]))
      const again = await said(writer.write([put('again', piece)]))
      console.log(JSON.stringify({ full, stuck, again, kept: (await db.keys().all()).length }))`
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
      cwd: import.meta.dirname,
    })
    expect(JSON.parse(stdout)).toEqual({ full: 'refused', stuck: 'refused', again: 'done', kept: 301 })
  },
)

function writerOf(db: StuckDatabase): Writer<string> {
  return new Writer(db, (operations) => db.write(operations))
}

/** As LevelDB after an error in the background: it refuses everything until it is opened anew. */
class StuckDatabase implements Reopenable {
  readonly location: string
  readonly written: string[] = []
  readonly calls: string[] = []
  isStuck = false
  opens = true

  constructor(location: string) {
    this.location = location
  }

  async write(operations: readonly string[]): Promise<void> {
    if (this.isStuck) throw new Error('IO error: no space left on device')
    this.written.push(...operations)
  }

  async close(): Promise<void> {
    this.calls.push('close')
  }

  async open(): Promise<void> {
    this.calls.push('open')
    if (!this.opens) throw new Error('IO error: no space left on device')
    this.isStuck = false
  }
}
