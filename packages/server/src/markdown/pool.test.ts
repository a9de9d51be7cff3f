import { describe, expect, onTestFinished, test } from 'vitest'

import { eventually } from '../testing/eventually.ts'
import { LensError } from './lens.ts'
import { Pool } from './pool.ts'

/** A worker that does as it is told. */
const SCRIPT = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort, threadId } from 'node:worker_threads'
    parentPort.on('message', ({ task, args }) => {
      if (task === 'loop') for (;;);
      if (task === 'die') process.exit(3)
      if (task === 'throw') setTimeout(() => { throw new Error('boom') })
      else if (task === 'refuse') parentPort.postMessage({ done: false, reason: 'no' })
      else if (task === 'thread') parentPort.postMessage({ done: true, value: threadId })
      else parentPort.postMessage({ done: true, value: args[0] })
    })
  `)}`,
)

function pool(size = 1, limit = 10_000, rest = 60_000): Pool {
  const made = new Pool({ script: SCRIPT, size, limit, rest })
  onTestFinished(() => made.close())
  return made
}

describe('the threads of the lens', () => {
  test('[LE1] jobs are done beside the event loop, all of them, by no more threads than allowed', async () => {
    const threads = pool(2)
    const results = await Promise.all(Array.from({ length: 20 }, (_, number) => threads.run('echo', [number])))
    expect(results).toEqual(Array.from({ length: 20 }, (_, number) => number))
    const used = await Promise.all(Array.from({ length: 20 }, () => threads.run('thread', [])))
    expect(new Set(used).size).toBeLessThanOrEqual(2)
  })

  test('[LE1] a thread that has had nothing to do for a while is ended, and the next job gets another', async () => {
    const threads = pool(1, 10_000, 1)
    const first = await threads.run('thread', [])
    await eventually(async () => (await threads.run('thread', [])) !== first)
    await expect(threads.run('echo', ['still here'])).resolves.toBe('still here')
  })

  test('[LE2] a job that takes too long is given up, and the next is done', async () => {
    const threads = pool(1, 3_000)
    const looping = threads.run('loop', [])
    const next = threads.run('echo', ['still here'])
    await expect(looping).rejects.toThrow('longer than 3 seconds')
    await expect(looping).rejects.toBeInstanceOf(LensError)
    await expect(next).resolves.toBe('still here')
  })

  test.each(['die', 'throw'])(
    '[LE2] a job that makes its thread %s is an error, and the next is done',
    async (task) => {
      const threads = pool()
      await expect(threads.run(task, [])).rejects.toBeInstanceOf(LensError)
      await expect(threads.run('echo', ['still here'])).resolves.toBe('still here')
    },
  )

  test('[LE2] a job that fails in good order says why', async () => {
    const threads = pool()
    await expect(threads.run('refuse', [])).rejects.toThrow('no')
    await expect(threads.run('echo', [1])).resolves.toBe(1)
  })

  test('[LE2] after the end there are no more jobs, and none is left waiting', async () => {
    const threads = pool()
    const waiting = [threads.run('loop', []), threads.run('echo', [1])]
    await Promise.all([threads.close(), ...waiting.map((job) => expect(job).rejects.toBeInstanceOf(LensError))])
    await expect(threads.run('echo', [1])).rejects.toBeInstanceOf(LensError)
  })
})
