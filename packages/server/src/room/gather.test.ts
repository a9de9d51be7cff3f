import * as fc from 'fast-check'
import { expect, onTestFinished, test, vi } from 'vitest'

import { Beat } from './beat.ts'
import { Turn } from './turn.ts'

test('[RM16] what is written is given to the disk within 50 ms, however many write and whenever they do', () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const pauses = fc.array(fc.integer({ min: 0, max: 70 }), { minLength: 1, maxLength: 60 })
  const rooms = fc.array(fc.tuple(fc.constantFrom(1, 5, 50, 200, 400, 500, 5_000), pauses), {
    minLength: 1,
    maxLength: 4,
  })
  let longest = 0
  fc.assert(
    fc.property(rooms, (crowds) => {
      const beat = new Beat()
      for (const [people, between] of crowds) {
        let waiting: number[] = []
        const take = (): void => {
          for (const since of waiting) longest = Math.max(longest, performance.now() - since)
          waiting = []
        }
        const turn = new Turn({ defer: beat.defer, people: () => people, take })
        let at = 0
        for (const pause of between) {
          at += pause
          setTimeout(() => {
            for (let sayings = 0; sayings < 20; sayings++) turn.plan()
            waiting.push(performance.now())
          }, at)
        }
      }
      vi.runAllTimers()
      expect(longest).toBeLessThanOrEqual(50)
    }),
    { numRuns: 300 },
  )
  expect(longest).toBeGreaterThan(30)
})
