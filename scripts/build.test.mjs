import { expect, test } from 'vitest'

import { firstError } from './build.mjs'

test.each([
  ['a.ts(1,2): error TS2322: no\nb.ts(3,4): error TS1: either', 'a.ts(1,2): error TS2322: no.'],
  [
    'error during build:\nBuild failed with 1 error:\n\n[MISSING_EXPORT] "x" is not exported.',
    '[MISSING_EXPORT] "x" is not exported.',
  ],
  ['Error: Cannot find vite\n  at run', 'Error: Cannot find vite.'],
  ['', 'the compiler said nothing.'],
])('of %j it shows the first error', (output, line) => {
  expect(firstError(output)).toBe(line)
})
