import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

import { Pace } from './pace.ts'

describe('the pace of reading', () => {
  const reads = vi.fn<(isPause: boolean) => void>()

  beforeEach(() => {
    vi.useFakeTimers({
      toFake: ['setTimeout', 'clearTimeout', 'performance', 'requestIdleCallback', 'cancelIdleCallback'],
    })
    reads.mockReset()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  /** A change each 100 ms. */
  function typeOn(pace: Pace, ms: number): void {
    for (let passed = 0; passed < ms; passed += 100) {
      pace.changed()
      vi.advanceTimersByTime(100)
    }
  }

  test('never is that of the keys: nothing is read within a change', () => {
    const pace = new Pace(reads)
    pace.changed()
    expect(reads).not.toHaveBeenCalled()
  })

  test('reads once after a pause', () => {
    const pace = new Pace(reads)
    typeOn(pace, 500)
    expect(reads).not.toHaveBeenCalled()
    vi.advanceTimersByTime(2_000)
    expect(reads.mock.calls).toEqual([[true]])
  })

  test('reads about once a second while people type on', () => {
    const pace = new Pace(reads)
    typeOn(pace, 5_000)
    expect(reads.mock.calls.length).toBeGreaterThanOrEqual(3)
    expect(reads.mock.calls.length).toBeLessThanOrEqual(5)
    expect(reads.mock.calls.every(([isPause]) => !isPause)).toBe(true)
  })

  test('rests the longer the longer a reading took', () => {
    const pace = new Pace((isPause) => {
      reads(isPause)
      vi.advanceTimersByTime(200)
    })
    typeOn(pace, 8_000)
    // 200 ms of reading are followed by four seconds of rest.
    expect(reads).toHaveBeenCalledTimes(2)
  })

  test('reads nothing any more when it is stopped', () => {
    const pace = new Pace(reads)
    pace.changed()
    pace.stop()
    vi.advanceTimersByTime(5_000)
    expect(reads).not.toHaveBeenCalled()
  })
})
