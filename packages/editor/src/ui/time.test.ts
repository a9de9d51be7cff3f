import { describe, expect, test } from 'vitest'

import { absoluteTime, relativeTime } from './time.ts'

const NOW = Date.UTC(2027, 3, 27, 16)
const ago = (ms: number) => relativeTime(new Date(NOW - ms), NOW)
const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000]

describe('a moment', () => {
  test('is told as people say it', () => {
    expect(ago(5_000)).toBe('just now')
    expect(ago(5 * MINUTE)).toBe('5 minutes ago')
    expect(ago(3 * HOUR)).toBe('3 hours ago')
    expect(ago(DAY)).toBe('yesterday')
    expect(ago(13 * DAY)).toBe('13 days ago')
    expect(ago(21 * DAY)).toBe('3 weeks ago')
    expect(ago(100 * DAY)).toBe('3 months ago')
    expect(ago(900 * DAY)).toBe('2 years ago')
  })

  test('that a fast clock puts into the future is just now', () => {
    expect(ago(-2 * MINUTE)).toBe('just now')
  })

  test('has a date that nobody can misread', () => {
    expect(absoluteTime(new Date(2027, 3, 27, 18, 5))).toBe('27 Apr 2027, 18:05')
  })
})
