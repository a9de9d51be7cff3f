import { describe, expect, test } from 'vitest'

import type { DocJson } from '../../document/node.ts'
import { parse } from '../../markdown/index.ts'
import { changeOnce } from '../../testing/twice.ts'
import type { AttendanceStyle } from '../attendance/change/create.ts'
import { PLAIN_ATTENDANCE } from '../attendance/change/create.ts'
import type { Change } from '../change/change.ts'
import { understand } from '../understand.ts'
import { checkIn, leave, strike } from './check-in.ts'

const ZOE = { name: 'Zoe Quill', handle: 'zoeq', affiliation: 'Zeta' }

const come =
  (person: { name: string; handle?: string } = ZOE): ((document: DocJson) => readonly Change[]) =>
  (document) =>
    checkIn(document, person, 'present', null)
const late = (document: DocJson): readonly Change[] => checkIn(document, ZOE, 'late', '10:05')
const go = (document: DocJson): readonly Change[] => leave(document, ZOE, '10:30')

describe('whoever checks in has one entry, as the others are written', () => {
  test.each([
    ['## Attendees\n\n- Ann Bell (Acme)\n', '## Attendees\n\n- Ann Bell (Acme)\n- Zoe Quill (Zeta)\n'],
    ['## Present\n\n- [x] Ann\n- [ ] Bob\n', '## Present\n\n- [x] Ann\n- [ ] Bob\n- [x] Zoe Quill\n'],
    ['Present: Ann and Bob\n', 'Present: Ann, Bob and Zoe Quill\n'],
    [
      '|  |  |\n| - | - |\n| Attending | Ann (Acme) |\n| Note Taker | Ann |\n',
      '|  |  |\n| - | - |\n| Attending | Ann (Acme), Zoe Quill (Zeta) |\n| Note Taker | Ann |\n',
    ],
    [
      '| Name | Abbreviation | Organization |\n| - | - | - |\n| Ann Bell | ABL | Acme |\n',
      '| Name | Abbreviation | Organization |\n| - | - | - |\n| Ann Bell | ABL | Acme |\n| Zoe Quill | ZQL | Zeta |\n',
    ],
    [
      '# Notes\n\nAnn Bell (AB), Bob Cole (BC), Zack Quinn (ZQ)\n',
      '# Notes\n\nAnn Bell (AB), Bob Cole (BC), Zack Quinn (ZQ), Zoe Quill (ZQL)\n',
    ],
    ['---\nparticipants:\n- Ann\n---\n', '---\nparticipants:\n- Ann\n- Zoe Quill\n---\n'],
    [
      '## Attendance\n\n| Name | Present |\n| - | - |\n| Ann | yes |\n',
      '## Attendance\n\n| Name | Present |\n| - | - |\n| Ann | yes |\n| Zoe Quill | yes |\n',
    ],
    ['Regrets: Ann\n\nPresent: Bob\n', 'Regrets: Ann\n\nPresent: Bob, Zoe Quill\n'],
  ])('%j', (text, expected) => {
    expect(changeOnce(text, come())).toBe(expected)
  })

  test.each([
    ['## Attendees\n\n- Zoe Quill\n'],
    ['## Attendees\n\n- @ZoeQ\n'],
    ['## Attendees\n\n- Zoé QUILL @zoeq\n'],
    ['Present: zoe quill, Ann\n'],
    ['Present: Ann\n\nGuests: Zoe Quill\n'],
    ['## Attendees\n\n- Zoe Quill (late)\n'],
    ['## Attendees\n\n- Zoe Quill @zoeq (Guest - CPC rep)\n'],
  ])('and never a second one: %j', (text) => {
    expect(changeOnce(text, come())).toBe(text)
  })

  test('but a namesake with another handle is somebody else', () => {
    expect(changeOnce('## Attendees\n\n- Zoe Quill @other\n', come())).toBe(
      '## Attendees\n\n- Zoe Quill @other\n- Zoe Quill @zoeq\n',
    )
  })
})

describe('who was expected not to come is there now', () => {
  test.each([
    ['Present: Ann\n\nRegrets: Zoe Quill, Bob\n', 'Present: Ann, Zoe Quill\n\nRegrets: Bob\n'],
    [
      '## Present\n\n- Ann\n\n## Regrets\n\n- Zoe Quill (Zeta)\n- Bob\n',
      '## Present\n\n- Ann\n- Zoe Quill (Zeta)\n\n## Regrets\n\n- Bob\n',
    ],
    ['## Roll call\n\n- [x] Ann\n- [ ] Zoe Quill\n', '## Roll call\n\n- [x] Ann\n- [x] Zoe Quill\n'],
    ['## Attendees\n\n- Ann\n- Zoe Quill (regrets)\n', '## Attendees\n\n- Ann\n- Zoe Quill\n'],
    ['## Attendees\n\n- Ann\n- ~~Zoe Quill~~\n', '## Attendees\n\n- Ann\n- Zoe Quill\n'],
    [
      '## Attendance\n\n| Name | Present |\n| - | - |\n| Ann | yes |\n| Zoe Quill | no |\n',
      '## Attendance\n\n| Name | Present |\n| - | - |\n| Ann | yes |\n| Zoe Quill | yes |\n',
    ],
    ['# Call\n\nRegrets: Zoe Quill, Bob\n', '# Call\n\nRegrets: Bob\n\n## Attendees\n\n- Zoe Quill\n'],
  ])('%j', (text, expected) => {
    expect(changeOnce(text, come())).toBe(expected)
  })

  test('however far away their list is', () => {
    const far = '## A\n\nRegrets: Zoe Quill\n\nOne.\n\nTwo.\n\nThree.\n\n## B\n\nPresent: Bob\n'
    expect(changeOnce(far, come())).toBe(
      '## A\n\nRegrets:\n\nOne.\n\nTwo.\n\nThree.\n\n## B\n\nPresent: Bob, Zoe Quill\n',
    )
  })
})

describe('who comes late', () => {
  test.each([
    ['## Attendees\n\n- Ann\n', '## Attendees\n\n- Ann\n- Zoe Quill (late 10:05)\n'],
    ['## Attendees\n\n- Ann (Acme)\n', '## Attendees\n\n- Ann (Acme)\n- Zoe Quill (Zeta) (late 10:05)\n'],
    [
      '## Attendees\n\n- Ann (joined at 9:12)\n',
      '## Attendees\n\n- Ann (joined at 9:12)\n- Zoe Quill (joined at 10:05)\n',
    ],
    [
      '## Attendees\n\n- Ann (late 9:12, left 9:30)\n',
      '## Attendees\n\n- Ann (late 9:12, left 9:30)\n- Zoe Quill (late 10:05)\n',
    ],
    ['Present: Ann, Zoe Quill\n', 'Present: Ann, Zoe Quill (late 10:05)\n'],
    ['Present: Ann (late 9:12 UTC), Zoe Quill\n', 'Present: Ann (late 9:12 UTC), Zoe Quill (late 10:05)\n'],
    ['Present: Ann\nLate: Bob\n', 'Present: Ann\nLate: Bob, Zoe Quill (10:05)\n'],
    ['## Roll call\n\n- [x] Ann\n- [ ] Zoe Quill\n', '## Roll call\n\n- [x] Ann\n- [x] Zoe Quill (late 10:05)\n'],
    ['Present: Ann\n\nRegrets: Zoe Quill, Bob\n', 'Present: Ann, Zoe Quill (late 10:05)\n\nRegrets: Bob\n'],
    ['## Attendees\n\n- Ann\n- ~~Zoe Quill~~\n', '## Attendees\n\n- Ann\n- Zoe Quill (late 10:05)\n'],
    ['## Attendees\n\n- Zoe Quill (Guest)\n', '## Attendees\n\n- Zoe Quill (late 10:05, Guest)\n'],
    ['---\nparticipants:\n- Ann\n---\n', '---\nparticipants:\n- Ann\n- Zoe Quill (late 10:05)\n---\n'],
    [
      '| Name | Organization |\n| - | - |\n| Ann | Acme |\n',
      '| Name | Organization |\n| - | - |\n| Ann | Acme |\n| Zoe Quill (late 10:05) | Zeta |\n',
    ],
    [
      '## Attendance\n\n| Name | Present |\n| - | - |\n| Ann | yes |\n',
      '## Attendance\n\n| Name | Present |\n| - | - |\n| Ann | yes |\n| Zoe Quill | late 10:05 |\n',
    ],
    ['# Call\n', '# Call\n\n## Attendees\n\n- Zoe Quill (Zeta) (late 10:05)\n'],
  ])('has the time behind the name: %j', (text, expected) => {
    expect(changeOnce(text, late)).toBe(expected)
    expect(
      understand(parse(expected))
        .attendances.flatMap(({ attendees }) => attendees)
        .find(({ name }) => name === 'Zoe Quill')?.state,
    ).toBe('late')
  })
})

describe('who leaves', () => {
  test.each([
    ['## Attendees\n\n- Ann\n- Zoe Quill\n', '## Attendees\n\n- Ann\n- Zoe Quill (left 10:30)\n'],
    ['## Attendees\n\n- Zoe Quill (late 10:05)\n', '## Attendees\n\n- Zoe Quill (late 10:05, left 10:30)\n'],
    [
      '## Attendees\n\n- Ann (left at 9:10)\n- Zoe Quill\n',
      '## Attendees\n\n- Ann (left at 9:10)\n- Zoe Quill (left at 10:30)\n',
    ],
    ['Present: Ann, Zoe Quill (Zeta)\n', 'Present: Ann, Zoe Quill (Zeta) (left 10:30)\n'],
    ['## Attendees\n\n- Ann\n', '## Attendees\n\n- Ann\n'],
    ['Regrets: Zoe Quill\n', 'Regrets: Zoe Quill\n'],
  ])('has the time behind the name too: %j', (text, expected) => {
    expect(changeOnce(text, go)).toBe(expected)
  })

  test('and in which zone, like others', () => {
    const plan = (document: DocJson): readonly Change[] => leave(document, ZOE, '16:30 UTC')
    expect(changeOnce('Present: Ann (left 16:00 UTC), Zoe Quill\n', plan)).toBe(
      'Present: Ann (left 16:00 UTC), Zoe Quill (left 16:30 UTC)\n',
    )
    expect(changeOnce('Present: Ann (left at 16:00 GMT+2), Zoe Quill (late 16:05 UTC)\n', plan)).toBe(
      'Present: Ann (left at 16:00 GMT+2), Zoe Quill (late 16:05 UTC, left 16:30 UTC)\n',
    )
    expect(changeOnce('Present: Ann (left at 4:00 pm CET), Zoe Quill\n', plan)).toBe(
      'Present: Ann (left at 4:00 pm CET), Zoe Quill (left at 16:30 UTC)\n',
    )
  })

  test('and comes back is there', () => {
    expect(changeOnce('Present: Ann, Zoe Quill (left 10:30)\n', come())).toBe('Present: Ann, Zoe Quill\n')
  })
})

describe('a check-in that is taken back', () => {
  const back = (document: DocJson): readonly Change[] => strike(document, ZOE)

  test.each([
    ['## Attendees\n\n- Ann\n- Zoe Quill (late 10:05)\n', '## Attendees\n\n- Ann\n'],
    ['Present: Zoe Quill, Ann\n', 'Present: Ann\n'],
    ['Present: Ann\n\nRegrets: Zoe Quill\n', 'Present: Ann\n\nRegrets: Zoe Quill\n'],
  ])('leaves no entry: %j', (text, expected) => {
    expect(changeOnce(text, back)).toBe(expected)
  })
})

describe('where there is no attendance one is made in house style', () => {
  const row: AttendanceStyle = {
    ...PLAIN_ATTENDANCE,
    form: 'row',
    head: { kind: 'label', text: 'Attending', isBold: false },
    noteTaker: 'Note Taker',
  }
  const initials: AttendanceStyle = {
    ...PLAIN_ATTENDANCE,
    form: 'table',
    columns: [
      { text: 'Name', holds: 'name' },
      { text: 'Abbreviation', holds: 'initials' },
    ],
  }

  test.each([
    [
      row,
      '# Call\n\n4 May 2027\n\n| | |\n| --- | --- |\n| Attending | Zoe Quill (Zeta) |\n| Note Taker | |\n\n### Agenda\n',
    ],
    [
      initials,
      '# Call\n\n4 May 2027\n\n## Attendees\n\n| Name | Abbreviation |\n| --- | --- |\n| Zoe Quill | ZQ |\n\n### Agenda\n',
    ],
  ])('%#', (style, expected) => {
    expect(
      changeOnce('# Call\n\n4 May 2027\n\n### Agenda\n', (document) => checkIn(document, ZOE, 'present', null, style)),
    ).toBe(expected)
  })
})
