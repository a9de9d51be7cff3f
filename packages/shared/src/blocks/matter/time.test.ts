import { expect, test } from 'vitest'

import { isoTimeIn, timeIn } from './time.ts'

test.each([
  ['16:00-17:00 UTC', '16:00-17:00', 'UTC'],
  ['4 May, 16:00-17:00 UTC ( May 4th, 9am-10am Pacific Standard Time)', '16:00-17:00', 'UTC'],
  ['May 4, 2027 at 3pm-4pm UTC', '15:00-16:00', 'UTC'],
  ['9:00am–10:00am Pacific Time', '09:00-10:00', 'Pacific Time'],
  ['11:00am PT', '11:00', 'PT'],
  ['6:00 pm UTC', '18:00', 'UTC'],
  ['16:00 PM (UTC)', '16:00', 'UTC'],
  ['17:00 (5 pm) UTC', '17:00', 'UTC'],
  ['10:30am - 12:00noon PT', '10:30-12:00', 'PT'],
  ['9-10am', '09:00-10:00', undefined],
  ['11-1pm CEST', '11:00-13:00', 'CEST'],
  ['2–3 p.m. US Eastern Time', '14:00-15:00', 'US Eastern Time'],
  ['12am', '00:00', undefined],
  ['12pm', '12:00', undefined],
  ['15:00 +02:00', '15:00', '+02:00'],
  ['15:00 UTC+2', '15:00', 'UTC+2'],
  ['15:00 Europe/Oslo', '15:00', 'Europe/Oslo'],
  ['15:00 to 16:30 EDT', '15:00-16:30', 'EDT'],
])('%s', (text, time, zone) => {
  expect(timeIn(text)).toEqual(zone === undefined ? { time } : { time, zone })
})

test.each(['4 May 2027', 'May 5-7', '27/04/2027', 'https://acme.example:8080/x', 'room 12', '25:00', 'September 20th'])(
  '“%s” tells no time',
  (text) => {
    expect(timeIn(text)).toBe(null)
  },
)

test('reads what ISO 8601 says', () => {
  expect(isoTimeIn('2027-05-04T13:00:00+02:00')).toEqual({ time: '13:00', zone: '+02:00' })
  expect(isoTimeIn('2027-05-04T13:00Z')).toEqual({ time: '13:00', zone: 'UTC' })
  expect(isoTimeIn('2027-05-04')).toBe(null)
})
