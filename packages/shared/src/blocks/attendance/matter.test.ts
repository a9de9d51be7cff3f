import { describe, expect, test } from 'vitest'

import { foundAttendance as found } from '../../testing/attendance-found.ts'

describe('front matter', () => {
  test.each([
    'participants:\n- Ann\n- Bob\n',
    "participants:\n  - 'Ann'\n  - Bob # remote\n",
    'attendees: [Ann, "Bob"]\n',
    'present: Ann, Bob\n',
    'attendees: "Ann, Bob"\n',
  ])('%j', (matter) => {
    expect(found(`---\ntitle: Call\n${matter}date: 2027-05-04\n---\n\n# Call\n`)).toEqual(['matter present: Ann | Bob'])
  })

  test('with more than names', () => {
    const matter =
      'participants:\n  - name: Ann Bell\n    github: annb\n    org: Acme\n  - name: Bob\nregrets: [Cem]\nguests:\n- Dan (Acme)\n'
    expect(found(`---\n${matter}---\n`)).toEqual([
      'matter present: Ann Bell @annb {Acme} | Bob',
      'matter regrets: Cem',
      'matter observer: Dan {Acme}',
    ])
  })

  test('that waits for names', () => {
    expect(found('---\nparticipants:\n---\n')).toEqual(['matter present:'])
  })
})
