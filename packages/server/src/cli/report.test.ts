import type { Description } from '@plenary/shared/structure'
import { expect, test } from 'vitest'

import { reportOf } from './report.ts'

const EMPTY: Description['structure'] = {
  id: 'a.md',
  title: 'Reef call',
  date: null,
  tags: [],
  noteTakers: [],
  attendees: [],
  agenda: [],
  actions: [],
  decisions: [],
  polls: [],
  speakers: [],
}

test('[CL1] what was understood is shown, each thing with its line, and nothing of what is not there', () => {
  const structure: Description['structure'] = {
    ...EMPTY,
    date: '2027-04-27',
    time: '16:00',
    timeZone: 'UTC',
    noteTakers: ['Ann Bell'],
    attendees: [
      { name: 'Ann Bell', initials: 'AB', handle: 'ann', affiliation: 'Reef', state: 'present' },
      { name: 'Ben Cole', state: 'regrets' },
    ],
    agenda: [{ text: 'Open', minutes: 5, presenter: 'Ann', items: [{ text: 'Last time', items: [] }] }],
    actions: [
      { id: 'x', text: 'write it up', owners: ['Ann', 'Ben'], due: '2027-05-04', done: false, line: 9 },
      { id: 'y', text: 'book a room', owners: [], done: true, line: 10 },
    ],
    polls: [
      {
        id: 'z',
        question: 'Ship?',
        options: [
          { label: 'F', count: 3 },
          { label: 'A', count: null },
        ],
        abstain: 1,
        outcome: 'consensus',
        line: 12,
      },
    ],
    speakers: [
      { name: 'Ann Bell', turns: 2 },
      { name: 'Cem', turns: 1 },
    ],
  }
  const at = { path: [0], from: 0 }
  const problems: Description['problems'] = [
    { kind: 'unlisted-speaker', written: 'Cem', sentence: 'Cem speaks, but is not listed as present.', at, line: 14 },
  ]
  expect(reportOf('a.md', { structure, problems })).toBe(`a.md: Reef call
  When   2027-04-27 16:00 UTC
  Notes  Ann Bell

  Agenda (2)
    Open (Ann, 5 min)
      Last time

  People (2)
    Ann Bell (AB, @ann, Reef)
    Ben Cole (regrets)

  Action items (2)
    line 9: [ ] write it up (Ann, Ben, due 2027-05-04)
    line 10: [x] book a room

  Polls (1)
    line 12: Ship? F 3, A –, abstained 1 → consensus

  Speakers (2)
    Ann Bell, 2 times
    Cem, 1 time

  Left open (1)
    line 14: Cem speaks, but is not listed as present.
`)
})

test('[CL1] minutes of which nothing is understood are said to be such', () => {
  expect(reportOf('a.md', { structure: EMPTY, problems: [] })).toBe('a.md: Reef call\n  Nothing else was recognised.\n')
})

test('[CL1] what minutes say is one line of text, not something that a terminal obeys', () => {
  const decisions = [{ id: 'x', text: 'We\nship \u001B[31mred\u0007.', line: 1 }]
  expect(reportOf('a.md', { structure: { ...EMPTY, decisions }, problems: [] })).toContain(
    '    line 1: We ship  [31mred .\n',
  )
})
