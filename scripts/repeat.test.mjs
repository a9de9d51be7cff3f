import { expect, test } from 'vitest'

import { repeat } from './repeat.mjs'

/** Work that goes on until it is let go. */
function setUp() {
  /** @type {boolean[]} */
  const runs = []
  /** @type {() => void} */
  let finish = () => {}
  const ask = repeat((isLate) => {
    runs.push(isLate)
    return new Promise((resolve) => (finish = resolve))
  })
  return {
    runs,
    ask,
    finish: async () => {
      finish()
      await new Promise((resolve) => setImmediate(resolve))
    },
  }
}

test('what is asked for at rest runs at once', async () => {
  const { runs, ask, finish } = setUp()
  ask()
  await finish()
  ask()
  expect(runs).toEqual([false, false])
})

test('what is asked for while it runs comes once more, and knows that it is late', async () => {
  const { runs, ask, finish } = setUp()
  ask()
  ask()
  ask()
  expect(runs).toEqual([false])
  await finish()
  expect(runs).toEqual([false, true])
  await finish()
  expect(runs).toEqual([false, true])
})

test('what is asked for while it runs late comes once more again', async () => {
  const { runs, ask, finish } = setUp()
  ask()
  ask()
  await finish()
  ask()
  await finish()
  expect(runs).toEqual([false, true, true])
})
