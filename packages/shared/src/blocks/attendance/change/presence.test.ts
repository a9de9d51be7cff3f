import { describe, expect, test } from 'vitest'

import { diff, type Edit, edited, named } from '../../../testing/attendance-changes.ts'
import type { Presence } from '../attendance.ts'
import { addAttendee } from './add.ts'
import { setPresence } from './presence.ts'

function set(name: string, presence: Presence): Edit {
  return (found, document) => setPresence(document, found.attendances, named(name, found), presence)
}

describe('whether somebody is there is said as the group says it', () => {
  const listed = '## Attendees\n\n- Ann @ann (chair)\n- Bob\n\n## Regrets\n\n- Cem\n'

  test('by the list that is headed so', () => {
    expect(diff(listed, set('Bob', 'regrets'))).toEqual([])
    expect(edited(listed, set('Bob', 'regrets'))).toBe(
      '## Attendees\n\n- Ann @ann (chair)\n\n## Regrets\n\n- Cem\n- Bob\n',
    )
    expect(edited(listed, set('Ann', 'regrets'))).toBe(
      '## Attendees\n\n- Bob\n\n## Regrets\n\n- Cem\n- Ann @ann (chair)\n',
    )
    expect(edited(listed, set('Cem', 'present'))).toBe(
      '## Attendees\n\n- Ann @ann (chair)\n- Bob\n- Cem\n\n## Regrets\n\n-\n',
    )
    expect(edited('Present: Ann, Bob (late)\nRegrets:\n', set('Bob', 'regrets'))).toBe('Present: Ann\nRegrets: Bob\n')
    expect(edited('---\nparticipants: [Ann, Bob]\nregrets: []\n---\n', set('Bob', 'regrets'))).toBe(
      '---\nparticipants: [Ann]\nregrets: [Bob]\n---\n',
    )
  })

  test('but not by that of another session', () => {
    const text = '## A\n\nPresent: Ann\n\n## B\n\nPresent: Bob\n\nRegrets: Cem\n'
    expect(diff(text, set('Ann', 'regrets'))).toEqual(['-Present: Ann', '+Present: Ann (regrets)'])
    const far = '## A\n\nRegrets: Ann\n\nOne.\n\nTwo.\n\nThree.\n\n## B\n\nPresent: Bob\n'
    expect(diff(far, set('Ann', 'present'))).toEqual(['-Regrets: Ann', '+Regrets: Ann (present)'])
  })

  test.each([
    ['late', '- Bob (late)'],
    ['left', '- Bob (left early)'],
    ['absent', '- Bob (absent)'],
    ['observer', '- Bob (observer)'],
  ] as const)('%s by a word behind the name', (presence, line) => {
    expect(diff('## Attendees\n\n- Ann\n- Bob\n', set('Bob', presence))).toEqual(['-- Bob', `+${line}`])
  })

  test('by the word that stands behind other names', () => {
    expect(diff('## Attendees\n\n- Ann (Guest)\n- Bob\n', set('Bob', 'observer'))).toEqual(['-- Bob', '+- Bob (Guest)'])
  })

  test('in place of what was said before', () => {
    expect(diff('## Attendees\n\n- Bob (late)\n', set('Bob', 'left'))).toEqual(['-- Bob (late)', '+- Bob (left early)'])
    expect(diff('## Attendees\n\n- Bob (late)\n', set('Bob', 'present'))).toEqual(['-- Bob (late)', '+- Bob'])
    expect(diff('## Attendees\n\n- Bob @bob (Guest - CPC rep)\n', set('Bob', 'late'))).toEqual([
      '-- Bob @bob (Guest - CPC rep)',
      '+- Bob @bob (late, Guest - CPC rep)',
    ])
  })

  test('by the check box of a list in which others are ticked', () => {
    expect(diff('## Roll call\n\n- [x] Ann\n- [ ] Bob\n', set('Bob', 'present'))).toEqual(['-- [ ] Bob', '+- [x] Bob'])
    expect(diff('## Roll call\n\n- [x] Ann\n- [x] Bob\n', set('Bob', 'absent'))).toEqual(['-- [x] Bob', '+- [ ] Bob'])
  })

  test('by the column for it', () => {
    const table = '## Attendance\n\n| Name | Present |\n| - | - |\n| Ann | yes |\n| Bob | no |\n'
    expect(diff(table, set('Bob', 'present'))).toEqual(['-| Bob | no |', '+| Bob | yes |'])
    const add: Edit = ({ attendances: [first] }, document) =>
      first === undefined ? [] : addAttendee(document, first, { name: 'Zoe' })
    expect(diff(table, add)).toEqual(['+| Zoe | yes |'])
    expect(diff(table, set('Ann', 'late'))).toEqual(['-| Ann | yes |', '+| Ann | late |'])
  })

  test('by the column for it among several, or the cell behind the name', () => {
    const ticked = '| Name | Present | Excused |\n| - | - | - |\n| Ann | x | |\n| Bob | | x |\n'
    expect(diff(ticked, set('Bob', 'present'))).toEqual(['-| Bob | | x |', '+| Bob | x | x |'])
    expect(diff(ticked, set('Ann', 'regrets'))).toEqual(['-| Ann | x | |', '+| Ann | regrets | |'])
    const grid = '## Roll call\n\n| Ann Bell | present |\n| - | - |\n| Bob | absent |\n| Cem Dag | present |\n'
    expect(diff(grid, set('Bob', 'present'))).toEqual(['-| Bob | absent |', '+| Bob | present |'])
  })
})
