import { expect, test } from 'vitest'

import { retryDelay } from './backoff.ts'

test('waits anything from nothing to a limit that doubles up to three seconds, and to fifteen after a minute', () => {
  expect([0, 1, 2, 3, 4, 24, 25, 9999].map((attempt) => retryDelay(attempt, () => 1))).toEqual([
    300, 600, 1_200, 2_400, 3_000, 3_000, 15_000, 15_000,
  ])
  expect(retryDelay(5, () => 0)).toBe(0)
})
