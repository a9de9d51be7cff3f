import { expect, test } from 'vitest'

import { retryDelay } from './backoff.ts'

test('waits anything from nothing to a limit that doubles up to ten seconds', () => {
  expect([0, 1, 2, 3, 4, 5, 99].map((attempt) => retryDelay(attempt, () => 1))).toEqual([
    500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000,
  ])
  expect(retryDelay(5, () => 0)).toBe(0)
})
