import { expect, test } from 'vitest'

import { foundAttendance as found } from '../../testing/attendance-found.ts'

test('a firm over those who work there is nobody, and says where they are from', () => {
  const list = '- Acme\n  - Ann Bell\n  - Bob Cole (late)\n- Nuts & Bolts\n  - Cem Dag\n- Dan Eck (Beta)\n'
  expect(found(`## Attendees\n\n${list}`)).toEqual([
    'list present: Dan Eck {Beta}',
    'list present: Ann Bell {Acme} | Bob Cole {Acme} !late',
    'list present: Cem Dag {Nuts & Bolts}',
  ])
})

test('notes below a name are none of them', () => {
  expect(found('## Attendees\n\n- Ann Bell\n  - joined late\n- Bob Cole\n  - works on nuts\n')).toEqual([
    'list present: Ann Bell | Bob Cole',
  ])
  expect(found('## Attendees\n\n- Ann Bell\n  - Software Engineer\n- Bob Cole\n  - Release Captain\n')).toEqual([
    'list present: Ann Bell | Bob Cole',
  ])
})

test('of another list such items say nothing', () => {
  expect(found('## Topics\n\n- Acme\n  - Ann Bell\n  - Bob Cole\n')).toEqual([])
})
