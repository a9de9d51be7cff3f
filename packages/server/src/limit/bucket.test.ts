import { expect, test } from 'vitest'

import { Bucket } from './bucket.ts'

test('[LI1] so much passes at once, and then so much a second, however it is asked for', () => {
  const bucket = new Bucket({ burst: 10, perSecond: 2 }, 0)
  expect(bucket.take(10, 0)).toBe(true)
  expect(bucket.take(1, 400)).toBe(false)
  expect(bucket.take(1, 500)).toBe(true)
  expect(bucket.take(1, 999)).toBe(false)
  expect(bucket.take(10, 5_000)).toBe(false)
  expect(bucket.take(10, 5_500)).toBe(true)
})

test('[LI1] it does not save up more than that', () => {
  const bucket = new Bucket({ burst: 10, perSecond: 2 }, 0)
  expect(bucket.isFull(0)).toBe(true)
  expect(bucket.take(11, 3_600_000)).toBe(false)
  expect(bucket.take(10, 3_600_000)).toBe(true)
  expect(bucket.isFull(3_600_000)).toBe(false)
  expect(bucket.isFull(3_605_000)).toBe(true)
})
