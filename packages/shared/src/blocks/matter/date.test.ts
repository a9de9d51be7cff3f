import { describe, expect, test } from 'vitest'

import { dateIn, dateOrderIn } from './date.ts'

test.each([
  ['2027-05-04', '2027-05-04'],
  ['2027/5/4', '2027-05-04'],
  ['Minutes 2027-05-04: screws', '2027-05-04'],
  ['2027-05-04T13:00:00+02:00', '2027-05-04'],
  ['May 4, 2027', '2027-05-04'],
  ['May 4th 2027 10:30am', '2027-05-04'],
  ['Tuesday May 4th, 2027', '2027-05-04'],
  ['Aug 2, 2027 - Widget SIG', '2027-08-02'],
  ['Sept. 2, 2027', '2027-09-02'],
  ['4 May 2027', '2027-05-04'],
  ['Tue, 4th of May, 2027', '2027-05-04'],
  ['week of 09-September-2027', '2027-09-09'],
  ['01-03 March 2027', '2027-03-01'],
  ['May 5–7, 2027', '2027-05-05'],
  ['March 30 - April 1, 2027', '2027-03-30'],
  ['30 March – 1 April 2027', '2027-03-30'],
  ['2027 May 4', '2027-05-04'],
  ['4.5.2027', '2027-05-04'],
  ['Call (27/04/2027)', '2027-04-27'],
  ['Call (04/27/2027)', '2027-04-27'],
  ['Call (06/06/2027)', '2027-06-06'],
])('%s', (text, iso) => {
  expect(dateIn(text)?.iso).toBe(iso)
})

test.each([
  'April 27th, 16:00',
  'May 2027',
  'Call (11/05/2027)',
  '31 February 2027',
  '2027-13-01',
  '12:30 2027',
  'in 20 minutes',
  '',
])('“%s” says no day for certain', (text) => {
  expect(dateIn(text)).toBe(null)
})

describe('numbers whose order is open', () => {
  test('are read in the order of the group', () => {
    expect(dateIn('11/05/2027', 'day-first')?.iso).toBe('2027-05-11')
    expect(dateIn('11/05/2027', 'month-first')?.iso).toBe('2027-11-05')
    expect(dateIn('27/04/2027', 'month-first')?.iso).toBe('2027-04-27')
  })

  test('show their order in other dates, if these agree', () => {
    expect(dateOrderIn(['11/05/2027', 'see 27/04/2027'])).toBe('day-first')
    expect(dateOrderIn(['04/27/2027'])).toBe('month-first')
    expect(dateOrderIn(['27/04/2027', '04/27/2027'])).toBe(null)
    expect(dateOrderIn(['11/05/2027', '06/06/2027'])).toBe(null)
  })
})
