import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, test } from 'vitest'

import { doOnce, fingerprint } from './stamp.mjs'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'plenary-stamp-'))
  mkdirSync(join(root, 'src/deep'), { recursive: true })
  writeFileSync(join(root, 'src/deep/a.ts'), 'a')
  writeFileSync(join(root, 'src/b.ts'), 'b')
})
afterEach(() => rmSync(root, { recursive: true }))

const print = () => fingerprint(root, ['src', 'missing'], (name) => !name.endsWith('.test.ts'))

/**
 * Whether the work was done, and as the first.
 *
 * @param {string} wanted
 * @param {Error} [failure]
 */
async function work(wanted, failure) {
  /** @type {boolean | undefined} */
  let wasFirst
  await doOnce(
    join(root, 'out/stamp'),
    { input: wanted, output: () => fingerprint(root, ['src']) },
    async (isFirst) => {
      wasFirst = isFirst
      if (failure !== undefined) throw failure
    },
  )
  return wasFirst
}

test('a fingerprint follows what a file says', () => {
  const before = print()
  writeFileSync(join(root, 'src/deep/a.ts'), 'changed')
  expect(print()).not.toBe(before)
})

test('a fingerprint follows the names of files', () => {
  const before = print()
  renameSync(join(root, 'src/b.ts'), join(root, 'src/c.ts'))
  expect(print()).not.toBe(before)
})

test('text that moves from one file to the next changes the fingerprint', () => {
  writeFileSync(join(root, 'src/b.ts'), 'bx')
  writeFileSync(join(root, 'src/x.ts'), 'y')
  const before = print()
  writeFileSync(join(root, 'src/b.ts'), 'b')
  writeFileSync(join(root, 'src/x.ts'), 'xy')
  expect(print()).not.toBe(before)
})

test('a fingerprint does not follow times, nor files that are left out', () => {
  const before = print()
  utimesSync(join(root, 'src/b.ts'), new Date(0), new Date(0))
  writeFileSync(join(root, 'src/b.test.ts'), 'a test')
  expect(print()).toBe(before)
})

test('work is done once for the same fingerprint, and again for another', async () => {
  expect(await work('one')).toBe(true)
  expect(await work('one')).toBeUndefined()
  expect(await work('two')).toBe(false)
})

test('work is done again when somebody else changed what came of it', async () => {
  await work('one')
  writeFileSync(join(root, 'src/b.ts'), 'of another compiler')
  expect(await work('one')).toBe(false)
})

test('work that was cut short is done again, as if it had never been', async () => {
  await work('one')
  await expect(work('two', new Error('no network'))).rejects.toThrow('no network')
  expect(await work('one')).toBe(true)
})
