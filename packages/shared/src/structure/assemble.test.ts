import { expect, test } from 'vitest'

import type { Agenda } from '../blocks/index.ts'
import type { DocJson } from '../document/index.ts'
import { faultsOf } from '../testing/schema.ts'
import {
  actionOf,
  attendanceOf,
  attendeeOf,
  decisionOf,
  pollOf,
  turnOf,
  understood,
  written,
} from '../testing/understanding.ts'
import { assemble } from './assemble.ts'

const DOCUMENT: DocJson = {
  type: 'doc',
  content: ['a', 'b\nc', 'd', 'e'].map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
}

const around = {
  id: 'meeting',
  name: 'Unnamed',
  lineOf: ({ path: [block = 0], from }: { path: readonly number[]; from: number }) => 10 * block + from + 1,
}

test('minutes that say nothing are a meeting with a name', () => {
  const structure = assemble(DOCUMENT, understood(), around)
  expect(structure).toEqual({
    id: 'meeting',
    title: 'Unnamed',
    date: null,
    tags: [],
    noteTakers: [],
    attendees: [],
    agenda: [],
    actions: [],
    decisions: [],
    polls: [],
    speakers: [],
  })
  expect(faultsOf(structure)).toEqual([])
})

test('everything that is understood is there, in plain words', () => {
  const item = (text: string, more: object = {}): Agenda['items'][number] => ({
    text,
    at: { path: [0], from: 0, to: 1 },
    items: [],
    ...more,
  })
  const agenda = {
    items: [item('Open', { minutes: written(5), presenter: written('Ann'), items: [item('Minutes of last time')] })],
  } as unknown as Agenda
  const found = understood(
    {
      facts: {
        title: 'Call',
        date: '2027-04-27',
        time: '16:00-17:00',
        timeZone: 'UTC',
        location: 'online',
        group: 'Reef WG',
        tags: ['weekly'],
      },
      attendances: [attendanceOf(attendeeOf('Ann Bell', { initials: 'AB', handle: 'ann', affiliation: 'Reef' }))],
      noteTakers: [written('AB'), written('Somebody else')],
      agendas: [agenda],
      actions: [
        actionOf([1], 'write it up', {
          carrier: { path: [1], row: 1, id: 'abc', isSaid: false },
          text: { value: 'write it up', at: null },
          owners: [written('ann'), written('Ben')],
          due: written('2027-05-04'),
          done: true,
        }),
      ],
      decisions: [decisionOf([2], 'We ship.')],
      polls: [
        pollOf([3], 'Ship?', {
          options: [
            { label: 'SF', count: written<number | null>(3) },
            { label: 'F', count: written<number | null>(null) },
          ],
          abstain: written(1),
          outcome: written('consensus'),
        }),
      ],
      turns: [turnOf([0], 'AB', { state: 'one', name: 'Ann Bell' }), turnOf([1], 'Cem'), turnOf([2], 'Cem')],
    },
    (name) => (name === 'AB' ? { state: 'one', name: 'Ann Bell' } : { state: 'none' }),
  )
  const structure = assemble(DOCUMENT, found, around)
  expect(faultsOf(structure)).toEqual([])
  expect(structure).toEqual({
    id: 'meeting',
    title: 'Call',
    date: '2027-04-27',
    time: '16:00-17:00',
    timeZone: 'UTC',
    location: 'online',
    group: 'Reef WG',
    tags: ['weekly'],
    noteTakers: ['Ann Bell', 'Somebody else'],
    attendees: [{ name: 'Ann Bell', initials: 'AB', handle: 'ann', affiliation: 'Reef', state: 'present' }],
    agenda: [{ text: 'Open', minutes: 5, presenter: 'Ann', items: [{ text: 'Minutes of last time', items: [] }] }],
    // The second line of its paragraph.
    actions: [{ id: 'abc', text: 'write it up', owners: ['ann', 'Ben'], due: '2027-05-04', done: true, line: 13 }],
    decisions: [{ id: expect.stringMatching(/^[0-9a-f]{10}$/) as string, text: 'We ship.', line: 21 }],
    polls: [
      {
        id: expect.stringMatching(/^[0-9a-f]{10}$/) as string,
        question: 'Ship?',
        options: [
          { label: 'SF', count: 3 },
          { label: 'F', count: null },
        ],
        abstain: 1,
        outcome: 'consensus',
        line: 31,
      },
    ],
    speakers: [
      { name: 'Cem', turns: 2 },
      { name: 'Ann Bell', turns: 1 },
    ],
  })
})
