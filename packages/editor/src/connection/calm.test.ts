import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { calm } from './calm.ts'
import { createValue, type Value } from './observable.ts'

let source: Value<number>
let heard: number[]

beforeEach(() => {
  vi.useFakeTimers()
  source = createValue(0)
  heard = []
  const calmed = calm(source, (_, now) => now < 0)
  calmed.subscribe(() => heard.push(calmed.get()))
})

afterEach(() => {
  vi.useRealTimers()
})

test('tells what is urgent at once, and the rest in one after a pause', () => {
  source.set(-1)
  expect(heard).toEqual([-1])
  source.set(1)
  source.set(2)
  expect(heard).toEqual([-1])
  vi.advanceTimersByTime(300)
  expect(heard).toEqual([-1, 2])
})

test('tells at least once a second what never comes to rest', () => {
  for (let step = 1; step <= 30; step++) {
    source.set(step)
    vi.advanceTimersByTime(100)
  }
  expect(heard.length).toBeGreaterThanOrEqual(2)
  expect(heard.length).toBeLessThanOrEqual(3)
})
