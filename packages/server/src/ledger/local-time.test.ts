import { expect, test } from 'vitest'

import { localTime } from './local-time.ts'

test.each([
  ['UTC', '17:05'],
  ['Z', '17:05'],
  ['UTC+2', '19:05'],
  ['+05:30', '22:35'],
  ['PT', '10:05'],
  ['PST', '10:05'],
  ['Pacific Time', '10:05'],
  ['US Eastern Daylight Time', '13:05'],
  ['CET', '19:05'],
  ['Asia/Tokyo', '02:05'],
  ['Middle/Nowhere', '17:05 UTC'],
  ['AoE', '17:05 UTC'],
  [undefined, '17:05 UTC'],
])('[LD14] at five past five in Greenwich, in April, it is in the zone %s %s', (zone, time) => {
  expect(localTime('2027-04-27T17:05:00.000Z', zone)).toBe(time)
})
