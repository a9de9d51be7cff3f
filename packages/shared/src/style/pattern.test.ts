import { describe, expect, test } from 'vitest'

import { fill, placesIn } from './pattern.ts'

describe('filling a pattern', () => {
  test('puts the values into their places', () => {
    expect(fill('{name} ({affiliation})', { name: 'Ann Bell', affiliation: 'Acme' })).toBe('Ann Bell (Acme)')
    expect(fill('# {title} ({dd}/{mm}/{yyyy}) 📋', { title: 'Call', dd: '06', mm: '05', yyyy: '2027' })).toBe(
      '# Call (06/05/2027) 📋',
    )
  })

  test.each([
    ['{name} ({affiliation})', { name: 'Ann' }, 'Ann'],
    ['{name} @{handle} ({role})', { name: 'Ann', role: 'guest' }, 'Ann (guest)'],
    ['{name} @{handle} ({role})', { name: 'Ann', handle: 'ann' }, 'Ann @ann'],
    ['{name}, {affiliation}', { name: 'Ann' }, 'Ann'],
    ['{title} ({dd}/{mm}/{yyyy}) 📋', { title: 'Call' }, 'Call 📋'],
    ['{title} | {d} {month} {yyyy}', { title: 'Call' }, 'Call'],
    ['Agenda for the {month} {d}{th} {title}', { title: 'call' }, 'Agenda for the call'],
    ['@{handle} {text} (due {due})', { text: 'write it' }, 'write it'],
    ['{owner}: {text}', { text: 'write it' }, 'write it'],
    ['{text} [{minutes} min]', { text: 'write it' }, 'write it'],
    ['{text} ({minutes} minutes, {presenter})', { text: 'a', minutes: '10' }, 'a (10 minutes)'],
    ['{text} ({minutes} minutes, {presenter})', { text: 'a', presenter: 'Ann' }, 'a (Ann)'],
    ['{text} ({minutes} minutes, {presenter})', { text: 'a' }, 'a'],
    ['**{name}:** {text}', { name: 'Ann' }, '**Ann:**'],
  ])('%s with %j is %j', (pattern, values, filled) => {
    expect(fill(pattern, values)).toBe(filled)
  })

  test('takes no word for a place that JavaScript gives every object', () => {
    expect(fill('{title} ({constructor})', { title: 'Call' })).toBe('Call')
  })

  test('knows the places in their order', () => {
    expect(placesIn('{title} ({dd}/{mm}/{yyyy})')).toEqual(['title', 'dd', 'mm', 'yyyy'])
  })
})
