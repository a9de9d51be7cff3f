import { expect, test } from 'vitest'

import { Pulse } from './pulse.ts'

/** A connection whose first answer has come. */
function steady(now = 0): Pulse {
  const pulse = new Pulse(now)
  pulse.heard(now)
  pulse.answered(now)
  return pulse
}

/** Looks every half second, as the page does, until it is to do something. */
function watch(pulse: Pulse, from: number, waitingSince: number | null = null): [number, string] {
  for (let now = from; ; now += 500) {
    const verdict = pulse.judge(now, waitingSince)
    if (verdict === 'ask') pulse.asked(now)
    if (verdict !== 'fine') return [now, verdict]
  }
}

test('asks after 4 s of silence and gives up 4 s later: in less than ten seconds all in all', () => {
  const pulse = steady()
  expect(watch(pulse, 500)).toEqual([4_000, 'ask'])
  expect(watch(pulse, 4_500)).toEqual([8_000, 'dead'])
})

test('gives up only for want of an answer: other frames do not count as one', () => {
  const pulse = steady()
  pulse.asked(1_000)
  pulse.heard(4_500)
  expect(watch(pulse, 1_500)).toEqual([5_000, 'dead'])
})

test('a connection that brings nothing is left after 8 s, one that has begun has 30 s for all the minutes', () => {
  expect(watch(new Pulse(0), 500)).toEqual([8_000, 'dead'])
  const slow = new Pulse(0)
  slow.heard(1_000)
  slow.asked(2_000, 2_000)
  expect(watch(slow, 1_500)).toEqual([31_000, 'dead'])
})

test('does not hold a long sleep against the connection', () => {
  const pulse = steady()
  expect(pulse.judge(3_600_000, null)).toBe('ask')
  pulse.asked(3_600_000)
  pulse.answered(3_600_050)
  pulse.heard(3_600_050)
  expect(pulse.judge(3_600_500, null)).toBe('fine')
})

test('an answer may lie in the queue of a page that slept; it is waited for once, and shortly', () => {
  const awake = steady()
  awake.asked(1_000)
  expect(awake.judge(1_500, null)).toBe('fine')
  expect(awake.judge(3_600_000, null)).toBe('fine')
  awake.answered(3_600_010)
  expect(awake.judge(3_600_500, null)).toBe('ask')

  const dead = steady()
  dead.asked(1_000)
  expect(dead.judge(3_600_000, null)).toBe('fine')
  expect(watch(dead, 3_600_500)).toEqual([3_601_500, 'dead'])
})

test('in a background tab, which may look once a minute, two looks are enough', () => {
  const pulse = steady()
  expect(pulse.judge(60_000, null)).toBe('ask')
  pulse.asked(60_000)
  expect(pulse.judge(120_000, null)).toBe('fine')
  expect(pulse.judge(180_000, null)).toBe('dead')
})

test('asks when an acknowledgement takes 10 s, and again every 10 s', () => {
  const pulse = steady(5_000)
  const talkative = (from: number, to: number): string[] => {
    const verdicts: string[] = []
    for (let now = from; now <= to; now += 500) {
      pulse.heard(now)
      verdicts.push(pulse.judge(now, 5_000))
    }
    return verdicts
  }
  expect(new Set(talkative(5_500, 14_500))).toEqual(new Set(['fine']))
  expect(talkative(15_000, 15_000)).toEqual(['ask'])
  pulse.asked(15_000)
  pulse.answered(15_100)
  expect(new Set(talkative(15_500, 25_000))).toEqual(new Set(['fine']))
  expect(talkative(25_500, 25_500)).toEqual(['ask'])
})

test('a second question does not buy the first one time, and a more pressing one shortens it', () => {
  const pulse = steady()
  pulse.asked(0)
  pulse.asked(3_000)
  expect(watch(pulse, 500)).toEqual([4_000, 'dead'])
  const pressing = steady()
  pressing.asked(0)
  pressing.asked(1_000, 2_000)
  expect(watch(pressing, 500)).toEqual([3_000, 'dead'])
})
