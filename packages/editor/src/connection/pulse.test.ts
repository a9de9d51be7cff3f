import { expect, test } from 'vitest'

import { Pulse } from './pulse.ts'

test('asks after 30 s of silence, and gives up 10 s later', () => {
  const pulse = new Pulse(0)
  expect(pulse.judge(29_000, null)).toBe('fine')
  expect(pulse.judge(30_000, null)).toBe('ask')
  pulse.asked(30_000)
  expect(pulse.judge(39_000, null)).toBe('fine')
  expect(pulse.judge(40_000, null)).toBe('dead')
})

test('gives up only for want of an answer: other frames do not count as one', () => {
  const pulse = new Pulse(0)
  pulse.asked(1_000)
  pulse.heard(10_000)
  expect(pulse.judge(11_000, null)).toBe('dead')
})

test('does not hold a long sleep against the connection', () => {
  const pulse = new Pulse(0)
  expect(pulse.judge(3_600_000, null)).toBe('ask')
  pulse.asked(3_600_000)
  pulse.answered(3_600_050)
  pulse.heard(3_600_050)
  expect(pulse.judge(3_610_000, null)).toBe('fine')
})

test('asks when an acknowledgement takes 10 s, and again every 10 s', () => {
  const pulse = new Pulse(0)
  expect(pulse.judge(14_000, 5_000)).toBe('fine')
  expect(pulse.judge(15_000, 5_000)).toBe('ask')
  pulse.asked(15_000)
  pulse.answered(15_100)
  pulse.heard(15_100)
  expect(pulse.judge(25_000, 5_000)).toBe('fine')
  expect(pulse.judge(25_100, 5_000)).toBe('ask')
})

test('a second question does not buy the first one time, and a more pressing one shortens it', () => {
  const pulse = new Pulse(0)
  pulse.asked(0)
  pulse.asked(9_000)
  expect(pulse.judge(10_000, null)).toBe('dead')
  const pressing = new Pulse(0)
  pressing.asked(0)
  pressing.asked(1_000, 2_000)
  expect(pressing.judge(3_000, null)).toBe('dead')
})
