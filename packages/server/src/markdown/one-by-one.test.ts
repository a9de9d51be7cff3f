import { expect, test } from 'vitest'

import { LensError } from './lens.ts'
import { OneByOne } from './one-by-one.ts'

test('short tasks are done in their order, and what else waits comes in between', async () => {
  const order: string[] = []
  const line = new OneByOne()
  const tasks = ['first', 'second', 'third'].map((name) => line.run(() => order.push(name)))
  const other = (): void => {
    if (order.length < 5) order.push('other')
    if (order.length < 5) setImmediate(other)
  }
  setImmediate(other)
  await Promise.all(tasks)
  expect(order.filter((name) => name !== 'other')).toEqual(['first', 'second', 'third'])
  expect(order.indexOf('third') - order.indexOf('first')).toBeGreaterThan(2)
})

test('a task that fails is told to whoever wanted it, and the next one never notices', async () => {
  const line = new OneByOne()
  const failing = line.run(() => {
    throw new Error('no minutes')
  })
  const next = line.run(() => 'done')
  await expect(failing).rejects.toThrow(LensError)
  await expect(failing).rejects.toThrow('no minutes')
  expect(await next).toBe('done')
})
