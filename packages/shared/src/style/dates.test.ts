import { describe, expect, test } from 'vitest'

import { commonForm, dateIn, dateValues } from './dates.ts'
import { fill } from './pattern.ts'

describe('dates in headings', () => {
  test.each([
    ['Call (27/04/2027) 📋', '{dd}/{mm}/{yyyy}'],
    ['Committee Meeting 2027-04-07', '{yyyy}-{mm}-{dd}'],
    ['datetime: 2027-10-25T13:00:00+02:00', '{datetime}'],
    ['Gathering, October 25, 2027', '{month} {d}, {yyyy}'],
    ['July 25, 2027 Meeting Notes', '{month} {d}, {yyyy}'],
    ['106th Meeting | 18 February 2027', '{d} {month} {yyyy}'],
    ['Agenda for the October 26th video call', '{month} {d}{th}'],
    ['Aug 2, 2027 - a call', '{mon} {d}, {yyyy}'],
    ['week of 09-September-2027', '{dd}-{month}-{yyyy}'],
  ])('%s is written as %s', (text, pattern) => {
    expect(dateIn(text)?.patterns[0]).toBe(pattern)
  })

  test('are none where a number only looks like one', () => {
    expect(dateIn('version 1.2.3 of RFC 2027-1')).toBeUndefined()
    expect(dateIn('Topic 4.15')).toBeUndefined()
  })

  test('that could be read in two ways are read as most of their neighbours', () => {
    const dates = ['06/05/2027', '13/05/2027', '07/08/2027'].map((text) => dateIn(text)!)
    expect(dates[0]?.patterns).toEqual(['{dd}/{mm}/{yyyy}', '{mm}/{dd}/{yyyy}'])
    expect(commonForm(dates)).toBe('{dd}/{mm}/{yyyy}')
    expect(commonForm(['05/13/2027', '07/08/2027'].map((text) => dateIn(text)!))).toBe('{mm}/{dd}/{yyyy}')
  })

  test('are written again in every form', () => {
    const day = dateValues('2027-04-02', '16:00-17:00')
    expect(fill('{weekday}, {month} {d}{th} {yyyy}, {time}', day)).toBe('Friday, April 2nd 2027, 16:00-17:00')
    expect(fill('{mon} {d}, {dd}.{mm}.{yyyy} {m}', day)).toBe('Apr 2, 02.04.2027 4')
    expect(fill('{datetime}', dateValues('2027-04-02'))).toBe('2027-04-02')
    expect(fill('{datetime}', dateValues('2027-04-02', '16:00', '+02:00'))).toBe('2027-04-02T16:00:00+02:00')
    for (const [day, th] of [
      ['01', 'st'],
      ['11', 'th'],
      ['12', 'th'],
      ['22', 'nd'],
      ['23', 'rd'],
    ] as const) {
      expect(dateValues(`2027-05-${day}`)['th']).toBe(th)
    }
  })
})
