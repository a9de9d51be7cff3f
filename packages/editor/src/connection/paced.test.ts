import { beforeEach, afterEach, expect, test, vi } from 'vitest'

import { createValue } from './observable.ts'
import { paced } from './paced.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

test('the first change is told at once, those right after it together, an urgent one never late', () => {
  const value = createValue(0)
  const slow = paced(value, (_, now) => now >= 100)
  const heard: number[] = []
  slow.subscribe(() => heard.push(slow.get()))
  for (const now of [1, 2, 3]) value.set(now)
  expect(heard).toEqual([1])
  expect(slow.get()).toBe(3)
  vi.advanceTimersByTime(300)
  expect(heard).toEqual([1, 3])
  value.set(4)
  value.set(100)
  expect(heard).toEqual([1, 3, 100])
  vi.advanceTimersByTime(300)
  expect(heard).toEqual([1, 3, 100])
})
