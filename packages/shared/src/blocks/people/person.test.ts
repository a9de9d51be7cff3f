import { describe, expect, test } from 'vitest'

import { readPerson } from './person.ts'

describe('reads a person', () => {
  test.each([
    ['Ann Bell', { name: 'Ann Bell' }],
    ['Ann Bell (Acme)', { name: 'Ann Bell', affiliation: 'Acme' }],
    ['Ann Bell(Acme)', { name: 'Ann Bell', affiliation: 'Acme' }],
    ['Ann Bell [Acme]', { name: 'Ann Bell', affiliation: 'Acme' }],
    ['Ann Bell - Acme', { name: 'Ann Bell', affiliation: 'Acme' }],
    ['Ann Bell – Acme Corp', { name: 'Ann Bell', affiliation: 'Acme Corp' }],
    ['Ann Bell | Acme', { name: 'Ann Bell', affiliation: 'Acme' }],
    ['Ann Bell, Acme', { name: 'Ann Bell', affiliation: 'Acme' }],
    ['Ann Bell: Acme', { name: 'Ann Bell', affiliation: 'Acme' }],
    ['Ann Bell @ Acme', { name: 'Ann Bell', affiliation: 'Acme' }],
    ['Ann Bell (Acme, Inc.)', { name: 'Ann Bell', affiliation: 'Acme, Inc.' }],
    ['Ann Bell (Acme), Oslo, NO', { name: 'Ann Bell', affiliation: 'Acme' }],
    ['Ann Bell, University of Oslo', { name: 'Ann Bell', affiliation: 'University of Oslo' }],
    ['Ann Bell (_WG_) - Nuts & Bolts', { name: 'Ann Bell', affiliation: 'Nuts & Bolts' }],
    [
      'Ann Bell - Acme Foundation / Beta Foundation',
      { name: 'Ann Bell', affiliation: 'Acme Foundation / Beta Foundation' },
    ],
    ['Ann Bell, Acme Network, Inc. (Member)', { name: 'Ann Bell', affiliation: 'Acme Network, Inc.' }],
    ['Ann Bell, Public Office for Nuts (Chair)', { name: 'Ann Bell', affiliation: 'Public Office for Nuts' }],
    ['Ann Bell, Acme from 10:30', { name: 'Ann Bell', affiliation: 'Acme', state: 'late' }],
    ['Ann Bell (GitHub)', { name: 'Ann Bell', affiliation: 'GitHub' }],
    ['Matt (Matthew)', { name: 'Matt' }],
    ['Izzy (Izmir Labs)', { name: 'Izzy', affiliation: 'Izmir Labs' }],
    ['@annb:chat.example (12)', { name: 'annb', handle: 'annb' }],
    ['Ann Bell (@annb:chat.example)', { name: 'Ann Bell', handle: 'annb' }],
    ['Ann Bell (observer/Acme)', { name: 'Ann Bell', state: 'observer', affiliation: 'Acme' }],
    ['Ann Bell (observer/WG)', { name: 'Ann Bell', state: 'observer', affiliation: 'WG' }],
    ['Ann Bell (WG)', { name: 'Ann Bell' }],
    ['Ann from nuts.example', { name: 'Ann', affiliation: 'nuts.example' }],
    ['Ann Bell (director of Acme)', { name: 'Ann Bell', affiliation: 'Acme' }],
    ['Ann Bell (engineer at Acme)', { name: 'Ann Bell', affiliation: 'Acme' }],
    ['Ann Bell @annb', { name: 'Ann Bell', handle: 'annb' }],
    ['Ann Bell @annb (voting member)', { name: 'Ann Bell', handle: 'annb' }],
    ['Ann Bell (@annb)', { name: 'Ann Bell', handle: 'annb' }],
    ['Ann Bell (@annb, Acme)', { name: 'Ann Bell', handle: 'annb', affiliation: 'Acme' }],
    ['Ann Bell / she, her / gh: annb', { name: 'Ann Bell', handle: 'annb' }],
    ['Ann Bell (annbell)', { name: 'Ann Bell', handle: 'annbell' }],
    ['@annb', { name: 'annb', handle: 'annb' }],
    ['@annb (Ann Bell)', { name: 'Ann Bell', handle: 'annb' }],
    ['@annb - Ann Bell', { name: 'Ann Bell', handle: 'annb' }],
    ['Ann Bell (AB)', { name: 'Ann Bell', initials: 'AB' }],
    ['Jon Harrand (JHD)', { name: 'Jon Harrand', initials: 'JHD' }],
    ['Miles Sabo (phone) (MLS)', { name: 'Miles Sabo', initials: 'MLS' }],
    ['Ann Bell <ann@acme.example>', { name: 'Ann Bell' }],
    ['1. Ann Bell', { name: 'Ann Bell' }],
    ['[x] Ann Bell', { name: 'Ann Bell' }],
    ['Ann Bell 🦀 :wave:', { name: 'Ann Bell' }],
    ['Ann Bell (she/her, Acme)', { name: 'Ann Bell', affiliation: 'Acme' }],
    ['Dr. Ann B.', { name: 'Dr. Ann B.' }],
    ["José Núñez-O'Brien", { name: "José Núñez-O'Brien" }],
    ['Hugo de la Cruz van Berg', { name: 'Hugo de la Cruz van Berg' }],
    ['小林 太郎', { name: '小林 太郎' }],
    ['OănaD', { name: 'OănaD' }],
    ['mx3ger', { name: 'mx3ger' }],
  ])('%s', (text, person) => {
    expect(readPerson(text)).toEqual(person)
  })
})

describe('roles and ways to take part are no affiliation', () => {
  test.each([
    'voting member',
    'TSC',
    'chair',
    'co-chair',
    'remote',
    'on the phone',
    'in person',
    'he/him',
    'Invited Expert',
    'TSC emeritus',
    'first time',
    'Foundation',
    'consultant',
    'Chief Architect',
    'in London',
    'UTC+2',
    '10:15',
    'see https://acme.example',
  ])('(%s)', (note) => {
    expect(readPerson(`Ann Bell (${note})`)).toEqual({ name: 'Ann Bell' })
  })
})

test('a title behind the name, and a firm behind a slash or a handle', () => {
  expect(readPerson('Ann Bell, PhD, Acme')).toEqual({ name: 'Ann Bell', affiliation: 'Acme' })
  expect(readPerson('Ann Bell/Acme')).toEqual({ name: 'Ann Bell', affiliation: 'Acme' })
  expect(readPerson('Ann Bell/Bob Cole')).toBe('other')
  expect(readPerson('@annbell (Ann Bell) - Acme')).toEqual({ name: 'Ann Bell', handle: 'annbell', affiliation: 'Acme' })
})

describe('reads whether somebody is there', () => {
  test('on leave is not left', () => {
    expect(readPerson('Ann Bell (on leave)')).toEqual({ name: 'Ann Bell', state: 'absent' })
  })

  test.each([
    ['Ann Bell (late)', 'late'],
    ['Ann Bell (joined at 10:15)', 'late'],
    ['Ann Bell joined late', 'late'],
    ['Ann Bell – arrived 10:20', 'late'],
    ['[half way] Ann Bell', 'late'],
    ['Ann Bell (2nd half)', 'late'],
    ['Ann Bell (left early)', 'left'],
    ['Ann Bell (until 11)', 'left'],
    ['Ann Bell (regrets)', 'regrets'],
    ['Ann Bell (excused)', 'regrets'],
    ['Ann Bell (absent)', 'absent'],
    ['Ann Bell (guest)', 'observer'],
    ['Ann Bell @annb (Guest - Widget CPC rep)', 'observer'],
    ['Ann Bell (Gość)', 'observer'],
    ['Ann Bell (来宾)', 'observer'],
    ['Guest Ann Bell', 'observer'],
    ['late: Ann Bell', 'late'],
  ])('%s', (text, state) => {
    expect(readPerson(text)).toMatchObject({ name: 'Ann Bell', state })
    expect(readPerson(text)).not.toHaveProperty('affiliation')
  })

  test('a guest may come from somewhere', () => {
    const person = { name: 'Ann Bell', state: 'observer', affiliation: 'Acme' }
    expect(readPerson('Ann Bell (Guest from Acme to tell of Screw Threads)')).toEqual(person)
    expect(readPerson('Ann Bell (Guest, Acme)')).toEqual(person)
    expect(readPerson('Ann Bell (observer/Acme)')).toEqual(person)
  })
})

test('whoever is marked so takes the notes', () => {
  expect(readPerson('Ann Bell (scribe)')).toEqual({ name: 'Ann Bell', takesNotes: true })
  expect(readPerson('Ann Bell (note taker, late)')).toEqual({ name: 'Ann Bell', takesNotes: true, state: 'late' })
})

test.each([
  '',
  '...',
  'TBD',
  'Names',
  'Name (company)',
  'your name here',
  'attendee names…',
  '{name} — {role}',
  '<your name>',
  '$ATTENDEES',
  'Member A (chair)',
  'none',
  'N/A',
  'everyone',
  '3 others',
  'and many more',
  'Please add your name!',
  'add yourself',
  'Chair',
])('takes “%s” for a place that waits', (text) => {
  expect(readPerson(text)).toBe('blank')
})

test.each([
  'The meeting was opened by the chair',
  'Opening of the meeting',
  'Introductions',
  'we have quorum.',
  'See https://acme.example/wiki',
  'is this a name?',
  'Quorum reached',
])('“%s” is about something else', (text) => {
  expect(readPerson(text)).toBe('other')
})
