import { execFile } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { promisify } from 'node:util'

import { expect, test } from 'vitest'

import { temporaryFolder } from '../testing/folder.ts'
import { StoreError } from './store.ts'
import { type Writable, Writer } from './writer.ts'

test('[ST14] a database that goes on refusing although its disk takes again is opened anew, and the write is done', async () => {
  const db = new StuckDatabase(await temporaryFolder())
  const writer = new Writer(db)
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
  await expect(new Writer(db).write(['a'])).rejects.toThrow(StoreError)
  expect(db.calls).toEqual([])
})

test('[ST14] a database that could not be opened anew is tried again with the next write', async () => {
  const db = new StuckDatabase(await temporaryFolder())
  const writer = new Writer(db)
  db.isStuck = true
  db.opens = false
  await expect(writer.write(['a'])).rejects.toThrow(StoreError)
  db.opens = true
  await writer.write(['a'])
  expect(db.written).toEqual(['a'])
})

test('[ST14] a database that was closed stays closed, whoever still writes', async () => {
  const db = new StuckDatabase(await temporaryFolder())
  const writer = new Writer(db)
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
      import { ClassicLevel } from 'classic-level'
      import { Writer } from ${JSON.stringify(new URL('../../dist/store/writer.js', import.meta.url))}
      const limit = (size) => execFileSync('prlimit', ['--pid=' + process.pid, '--fsize=' + size + ':unlimited'])
      const db = new ClassicLevel(${JSON.stringify(await temporaryFolder())}, { valueEncoding: 'view' })
      const writer = new Writer(db)
      const put = (key) => ({ type: 'put', key, value: new Uint8Array(1000) })
      const said = (write) => write.then(() => 'done', () => 'refused')
      for (let index = 0; index < 300; index++) await writer.write([put('k' + index)])
      limit(0)
      const full = await said(writer.write([put('full')]))
      await db.compactRange('a', 'z')
      limit('unlimited')
      const stuck = await said(db.batch([put('stuck')], { sync: true }))
      const again = await said(writer.write([put('again')]))
      console.log(JSON.stringify({ full, stuck, again, kept: (await db.keys().all()).length }))`
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
      cwd: import.meta.dirname,
    })
    expect(JSON.parse(stdout)).toEqual({ full: 'refused', stuck: 'refused', again: 'done', kept: 301 })
  },
)

/** As LevelDB after an error in the background: it refuses everything until it is opened anew. */
class StuckDatabase implements Writable<string> {
  readonly location: string
  readonly written: string[] = []
  readonly calls: string[] = []
  isStuck = false
  opens = true

  constructor(location: string) {
    this.location = location
  }

  async batch(operations: string[]): Promise<void> {
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
