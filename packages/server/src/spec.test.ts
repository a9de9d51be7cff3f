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
