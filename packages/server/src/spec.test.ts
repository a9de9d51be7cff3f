import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { expect, test } from 'vitest'

const HERE = import.meta.dirname

test('every rule of SPEC.md is named by a test, and every test names a rule', async () => {
  const rules = (await readFile(join(HERE, '../SPEC.md'), 'utf8')).match(/(?<=^- \*\*)[A-Z]{2}\d+(?=\*\*)/gm) ?? []
  const files = (await readdir(HERE, { recursive: true })).filter((file) => /(\.test|\/contract)\.ts$/.test(file))
  const tests = await Promise.all(files.map((file) => readFile(join(HERE, file), 'utf8')))
  const named = tests.join('\n').match(/(?<=(?:['`]|\] )\[)[A-Z]{2}\d+(?=\] )/g) ?? []
  expect(rules.length).toBeGreaterThan(50)
  expect(rules).toEqual([...new Set(rules)])
  expect([...new Set(named)].toSorted()).toEqual(rules.toSorted())
})

test('SUITES.md names files that are there, rules that hold, and how often each suite of random edits runs', async () => {
  const page = await readFile(join(HERE, '../SUITES.md'), 'utf8')
  const spec = await readFile(join(HERE, '../SPEC.md'), 'utf8')
  const rules = page.match(/\b[A-Z]{2}\d+\b/g) ?? []
  expect(rules.filter((rule) => !spec.includes(`**${rule}**`))).toEqual([])
  const files = (await readdir(HERE, { recursive: true })).filter((file) => file.endsWith('.test.ts'))
  const named = (page.match(/(?<=`)[\w./-]+\.test\.ts(?=`)/g) ?? []).filter(
    (file) => !/^(?:connection|binding)\//.test(file),
  )
  expect(named.length).toBeGreaterThan(10)
  expect(named.filter((file) => !files.includes(file))).toEqual([])
  const untold = await Promise.all(
    named.map(async (file) => {
      const runs = (await readFile(join(HERE, file), 'utf8')).matchAll(/fuzzSettings\('(?!kill)[^']+', ([\d_]+)\)/g)
      const rows = page.split('\n').filter((row) => row.includes(`\`${file}\``))
      const times = Array.from(runs, ([, number = '']) => Number(number.replace('_', '')).toLocaleString('en'))
      return times.filter((each) => !rows.join(' ').includes(` ${each} `)).map((each) => `${file}: ${each}`)
    }),
  )
  expect(untold.flat()).toEqual([])
})

test('[AT1] each of the thirty sorts of bad input is tried', async () => {
  const files = (await readdir(join(HERE, 'attack'))).filter((file) => file.endsWith('.test.ts'))
  const tests = await Promise.all(files.map((file) => readFile(join(HERE, 'attack', file), 'utf8')))
  const tried = new Set(tests.join('\n').match(/(?<=['\] ])B\d\d(?= )/g))
  expect([...tried].toSorted()).toEqual(
    Array.from({ length: 30 }, (_, index) => `B${String(index + 1).padStart(2, '0')}`),
  )
})
