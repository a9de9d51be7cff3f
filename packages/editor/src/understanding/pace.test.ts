import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

import { Pace } from './pace.ts'

describe('the pace of reading', () => {
  const reads = vi.fn<(isPause: boolean) => Promise<void>>(async () => undefined)

  beforeEach(() => {
    vi.useFakeTimers({
      toFake: ['setTimeout', 'clearTimeout', 'performance', 'requestIdleCallback', 'cancelIdleCallback'],
    })
    reads.mockClear()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  /** A change each 100 ms. */
  async function typeOn(pace: Pace, ms: number): Promise<void> {
    for (let passed = 0; passed < ms; passed += 100) {
      pace.changed()
      await vi.advanceTimersByTimeAsync(100)
    }
  }

  test('never is that of the keys: nothing is read within a change', async () => {
    const pace = new Pace(reads)
    pace.changed()
    expect(reads).not.toHaveBeenCalled()
  })

  test('reads once after a pause', async () => {
    const pace = new Pace(reads)
    await typeOn(pace, 500)
    expect(reads).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(2_000)
    expect(reads.mock.calls).toEqual([[true]])
  })

  test('reads about once a second while people type on', async () => {
    const pace = new Pace(reads)
    await typeOn(pace, 5_000)
    expect(reads.mock.calls.length).toBeGreaterThanOrEqual(3)
    expect(reads.mock.calls.length).toBeLessThanOrEqual(5)
    expect(reads.mock.calls.every(([isPause]) => !isPause)).toBe(true)
  })

  test('rests the longer the longer a reading took', async () => {
    const pace = new Pace(async (isPause) => {
      await reads(isPause)
      await new Promise((resolve) => setTimeout(resolve, 200))
    })
    await typeOn(pace, 7_000)
    // 200 ms of reading are followed by two seconds of rest.
    expect(reads).toHaveBeenCalledTimes(3)
  })

  test('is told of a change within seconds, however long the reading before it took', async () => {
    reads.mockImplementationOnce(() => new Promise((done) => setTimeout(done, 1_500)))
    const pace = new Pace(reads)
    pace.changed()
    await vi.advanceTimersByTimeAsync(2_000)
    pace.changed()
    await vi.advanceTimersByTimeAsync(2_500)
    expect(reads).toHaveBeenCalledTimes(2)
  })

  test('reads nothing any more when it is stopped', async () => {
    const pace = new Pace(reads)
    pace.changed()
    pace.stop()
    await vi.advanceTimersByTimeAsync(5_000)
    expect(reads).not.toHaveBeenCalled()
  })
})
