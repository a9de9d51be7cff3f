import { expect, test } from 'vitest'

import { explainOldNode } from './node-version.mjs'

test.each(['v20.19.0', 'v20.20.2', 'v22.0.0', 'v100.0.0'])('%s is new enough for >=20.19', (running) => {
  expect(explainOldNode(running, '>=20.19')).toBeUndefined()
})

test.each(['v20.18.3', 'v18.20.4', 'v9.9.9', 'v0.12.18'])('%s is too old for >=20.19', (running) => {
  expect(explainOldNode(running, '>=20.19')).toMatch(/^Plenary needs Node 20\.19 or newer, and this is Node \d[\d.]+: /)
})
