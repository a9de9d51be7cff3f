import { describe, expect, test } from 'vitest'

import { foundAttendance as found } from '../../testing/attendance-found.ts'

describe('a list under a heading', () => {
  test.each([
    'Attendees',
    'Attendees:',
    'Atendees',
    'Attendence',
    'Attendance',
    'Attending',
    'Present',
    'Participants',
    'In attendance',
    'In Attendance (12)',
    'Roll call',
    'Blue Sheets',
    'Bluesheet',
    'Session II Blue Sheet',
    'Blue sheet for day 2',
    'Attendees (in alphabetical order)',
    'Widget WG participants',
    'TSC Members present',
    'Others present',
    'Remote attendees',
    'Members',
    'Staffs',
    'Voting members',
    'Team members',
    ':wave: **Attendees**',
    '2. Attendance',
  ])('%s', (heading) => {
    expect(found(`# Call\n\n## ${heading}\n\n- Ann Bell\n- Bob Cole (Acme)\n\n## Agenda\n\n- Screws\n`)).toEqual([
      'list present: Ann Bell | Bob Cole {Acme}',
    ])
  })

  test.each([
    ['Regrets', 'regrets'],
    ['Voting member regrets', 'regrets'],
    ['Anwesend', 'present'],
    ['Présents', 'present'],
    ['出席者', 'present'],
    ['Entschuldigt', 'regrets'],
    ['Ausentes', 'absent'],
    ['Invités', 'observer'],
    ['Apologies', 'regrets'],
    ['Apologies for absence', 'regrets'],
    ['Apologies for absence were received from', 'regrets'],
    ['Absent', 'absent'],
    ['Not present', 'absent'],
    ['Observers', 'observer'],
    ['Invited guests', 'observer'],
    ['Trustees present', 'present'],
    ['The following people attended', 'present'],
    ['The following members were absent', 'absent'],
    ['The following people sent regrets', 'regrets'],
    ['Not here', 'absent'],
    ['Members who could not attend', 'regrets'],
    ['The following people were not in attendance but read the notes', 'absent'],
  ])('%s says how it is with them', (heading, state) => {
    expect(found(`## ${heading}\n\n- Ann Bell\n- Bob Cole\n`)).toEqual([`list ${state}: Ann Bell | Bob Cole`])
  })

  test.each([
    'Attendance policy',
    'Next meeting attendees',
    'How to attend',
    'Participation',
    'Presentations',
    'Agenda',
    'Membership',
    'Why we could not attend the fair',
    'What could not be done',
  ])('%s is about something else', (heading) => {
    expect(found(`## ${heading}\n\n- Ann Bell\n- Bob Cole\n`)).toEqual([])
  })
})

test('the summary of what can be opened is the head of what is in it, and of nothing behind', () => {
  const details = '<details><summary>Attendees</summary>\n\n- Ann Bell\n- Bob Cole\n\n</details>\n'
  expect(found(`# Call\n\nAbsent:\n\n${details}\n- Cem Dag\n- Dan Eck\n`)).toContain(
    'list present: Ann Bell | Bob Cole',
  )
  expect(found(`# Call\n\n${details}\n- Cem Dag\n- Dan Eck\n`)).toHaveLength(1)
})

describe('a label and a list', () => {
  test.each([
    '**Attendees**\n- Ann\n- Bob\n',
    '**Attendees:**\n\n- Ann\n- Bob\n',
    'Attendees\n- Ann\n- Bob\n',
    '**Attendees** (2):\n- Ann\n- Bob\n',
    '**Moderator:** @cem\n**Notetaker:** @dan\n**Attendees**\n- Ann\n- Bob\n',
    '- **Attendees:**\n  - Ann\n  - Bob\n- **Agenda:** Screws\n',
    '- Host: Cem\n- Attendees:\n * Ann\n * Bob\n',
  ])('%j', (text) => {
    expect(found(text)).toEqual(['list present: Ann | Bob'])
  })

  test('governs only what follows at once', () => {
    expect(found('**Attendees:**\n\n- Ann\n- Bob\n\nWe talked of screws.\n\n- Cem\n- Dan\n')).toEqual([
      'list present: Ann | Bob',
    ])
    expect(found('Present:\n\n---\n\n- Ann\n- Bob\n')).toEqual(['commas present:'])
  })

  test('that needs attendance around it', () => {
    expect(
      found('## Attendees\n\n**Attended**:\n\n- Ann\n\n**Missing**:\n\n- Bob\n\n**Guests** (1):\n\n- Cem\n'),
    ).toEqual(['list present: Ann', 'list absent: Bob', 'list observer: Cem'])
    expect(found('**Missing**:\n\n- Documentation\n- Tests\n')).toEqual([])
  })
})
