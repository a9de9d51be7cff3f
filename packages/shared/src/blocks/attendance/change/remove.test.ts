import { describe, expect, test } from 'vitest'

import { parse } from '../../../markdown/index.ts'
import { diff, type Edit, named } from '../../../testing/attendance-changes.ts'
import { there } from '../../../testing/there.ts'
import { understand } from '../../understand.ts'
import { removeAttendee } from './remove.ts'

function remove(name: string): Edit {
  return (found, document) => {
    const attendance = there(found.attendances.find(({ attendees }) => attendees.some((each) => each.name === name)))
    return removeAttendee(document, attendance, named(name, found))
  }
}

describe('a person is taken off with all that was there for them', () => {
  test.each([
    ['## Attendees\n\n- Ann\n- Bob\n- Cem\n', ['-- Bob']],
    ['## Attendees\n\n- Bob\n', ['-- Bob', '+-']],
    ['## Attendees\n\n- Ann, Bob\n- Cem\n', ['-- Ann, Bob', '+- Ann']],
    ['Present: Bob, Cem\n', ['-Present: Bob, Cem', '+Present: Cem']],
    ['Attendees: @bob @cem\n', ['-Attendees: @bob @cem', '+Attendees: @cem']],
    ['Present: Ann, Bob, Cem\n', ['-Present: Ann, Bob, Cem', '+Present: Ann, Cem']],
    ['Present: Ann and Bob\n', ['-Present: Ann and Bob', '+Present: Ann']],
    ['Present: Ann, Bob and Cem\n', ['-Present: Ann, Bob and Cem', '+Present: Ann and Cem']],
    ['**Present:** Bob\nChair: Ann\n', ['-**Present:** Bob', '+**Present:**']],
    ['**Present:** Bob,\nCem\n', ['-**Present:** Bob,', '-Cem', '+**Present:** Cem']],
    ['**Present:**  \nAnn Bell  \nBob  \nCem Dag  \n', ['-Bob  ']],
    ['## Present\n\nBob\nCem Dag\n', ['-Bob']],
    [
      '|  |  |\n| - | - |\n| Attending | Ann (Acme), Bob |\n',
      ['-| Attending | Ann (Acme), Bob |', '+| Attending | Ann (Acme) |'],
    ],
    ['## Attendees\n\n| Name | GitHub |\n| - | - |\n| Ann | @ann |\n| Bob | @bob |\n', ['-| Bob | @bob |']],
    [
      '## Attendees\n\n| Ann Bell | Cem Dag |\n| - | - |\n| Dan Eck | Bob |\n',
      ['-| Dan Eck | Bob |', '+| Dan Eck |  |'],
    ],
    ['---\nparticipants:\n- Ann\n- Bob\n---\n', ['-- Bob']],
    ['---\nparticipants:\n- Bob\ntags: a\n---\n', ['-- Bob']],
    ['---\nparticipants: ["Bob", Cem]\n---\n', ['-participants: ["Bob", Cem]', '+participants: [Cem]']],
    ['---\nparticipants: Ann, Bob\n---\n', ['-participants: Ann, Bob', '+participants: Ann']],
  ])('%j', (text, lines) => {
    expect(diff(text, remove(text.includes('@bob @') ? 'bob' : 'Bob'))).toEqual(lines)
  })
})

test('the last one of a list leaves an item, as no list is without', () => {
  const document = parse('## Attendees\n\n- Bob\n')
  expect(remove('Bob')(understand(document), document)).toEqual([
    { type: 'text', at: { path: [1, 0, 0], from: 0, to: 3 }, content: [] },
  ])
})
