import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { minutesSchema } from '../../../document/schema.ts'
import { parse, print } from '../../../markdown/index.ts'
import { CORPUS, CORPUS_NOTE } from '../../../testing/corpus.ts'
import { PATIENCE, RUNS, SEED } from '../../../testing/random.ts'
import { changed } from '../../change/apply.ts'
import type { Change } from '../../change/change.ts'
import { understand, type Understanding } from '../../understand.ts'
import { type Attendee, PRESENCES, type Presence } from '../attendance.ts'
import { addAttendee } from './add.ts'
import { insertAttendance, newAttendance, PLAIN_ATTENDANCE } from './create.ts'
import { setNoteTaker } from './note-taker.ts'
import { setPresence } from './presence.ts'
import { removeAttendee } from './remove.ts'

const schema = minutesSchema()
/** What attendance is made of, and what stands around it, to be put together at random. */
const PARTS = [
  '## Attendees',
  '**Present:**',
  'Present: Ann, Bob and Cem (late)',
  '- **Participants:** @ann @bob',
  '- Dan Eck (Acme)',
  '  - Eve, Fay',
  '- [x] Gil',
  '-',
  'Hal Ives  ',
  '**Ida** and [Jo](https://github.com/jo), ~~Kim~~ <!-- Lea -->',
  '|  |  |\n| - | - |\n| Attending | Max, Ned<br>Otto |\n| Note Taker |',
  '| Name | GitHub | Present |\n| - | - | - |\n| Pia | @pia | yes |\n|  |  |  |',
  '| Sam Low | Tea May |\n| - | - |\n| Uli Noe | Vic Orr |',
  '## Regrets',
  '* Quin (Guest - CPC rep)',
  'Regrets:',
  'Scribe: Ann / Bob',
  '**Note taker:**',
  '---',
  '',
  '',
  'Some words on screws.',
  '\nRue Sol\n\nTom Ubb\n',
]
const ZOE = { name: 'Zoe Quill', handle: 'zoeq', initials: 'ZQ', affiliation: 'Zeta' }

type Edit = (found: Understanding, document: ReturnType<typeof parse>) => readonly Change[]

/** The text after an edit, printed over what it was before. */
function edited(text: string, edit: Edit): string {
  const document = parse(text)
  return print(changed(document, edit(understand(document), document), schema), { base: text }).text
}

/** The lines that an edit of a text takes away (`-`) and brings (`+`). */
function diff(text: string, edit: Edit): string[] {
  const before = text.split('\n')
  const after = edited(text, edit).split('\n')
  return [
    ...before.filter((line) => !after.includes(line)).map((line) => `-${line}`),
    ...after.filter((line) => !before.includes(line)).map((line) => `+${line}`),
  ]
}

const add: Edit = ({ attendances: [attendance] }, document) =>
  attendance === undefined ? [] : addAttendee(document, attendance, ZOE)

function named(name: string, { attendances }: Understanding): Attendee {
  return attendances.flatMap(({ attendees }) => attendees).find((each) => each.name === name)!
}

function remove(name: string): Edit {
  return (found, document) => {
    const attendance = found.attendances.find(({ attendees }) => attendees.some((each) => each.name === name))!
    return removeAttendee(document, attendance, named(name, found))
  }
}

function set(name: string, presence: Presence): Edit {
  return (found, document) => setPresence(document, found.attendances, named(name, found), presence)
}

const takeNotes: Edit = ({ attendances }, document) => setNoteTaker(document, attendances, ZOE)

describe('a person is added as the others are written', () => {
  test.each([
    ['## Attendees\n\n- Ann Bell\n- Bob\n', ['+- Zoe Quill']],
    ['## Attendees\n\n* Ann Bell (Acme)\n* Bob Cole (Beta)\n', ['+* Zoe Quill (Zeta)']],
    ['## Present\n\n* Ann Bell @annb (voting member)\n', ['+* Zoe Quill @zoeq']],
    ['## Present\n\n- @ann\n- @bob\n', ['+- @zoeq']],
    ['## Present\n\n- **@ann**\n- **@bob**\n', ['+- **@zoeq**']],
    ['## Present\n\n- [x] Ann\n- [ ] Bob\n', ['+- [x] Zoe Quill']],
    ['## Present\n\n- Ann\n- Please add your name!\n', ['+- Zoe Quill']],
    ['## Present\n\n- Ann\n-\n', ['--', '+- Zoe Quill']],
    ['## Present\n\n- Names\n', ['-- Names', '+- Zoe Quill (Zeta)']],
    ['Present: Ann, Bob\nRegrets: Cem\n', ['-Present: Ann, Bob', '+Present: Ann, Bob, Zoe Quill']],
    ['**Present:** Ann and Bob\n', ['-**Present:** Ann and Bob', '+**Present:** Ann, Bob and Zoe Quill']],
    [
      '**Present:** Ann, Bob, and Cem\n',
      ['-**Present:** Ann, Bob, and Cem', '+**Present:** Ann, Bob, Cem, and Zoe Quill'],
    ],
    [
      '**Present:** Ann (Acme); Bob (Beta)\n',
      ['-**Present:** Ann (Acme); Bob (Beta)', '+**Present:** Ann (Acme); Bob (Beta); Zoe Quill (Zeta)'],
    ],
    ['**Present:**\n\n## Agenda\n', ['-**Present:**', '+**Present:** Zoe Quill (Zeta)']],
    ['Attendees: @ann @bob\n', ['-Attendees: @ann @bob', '+Attendees: @ann @bob @zoeq']],
    ['Present: TBD\n', ['-Present: TBD', '+Present: Zoe Quill (Zeta)']],
    [
      '# Notes\n\nAnn Bell (AB), Bob Cole (BC), Cem Dag (CD),\n',
      ['-Ann Bell (AB), Bob Cole (BC), Cem Dag (CD),', '+Ann Bell (AB), Bob Cole (BC), Cem Dag (CD), Zoe Quill (ZQ),'],
    ],
    ['**Present:**  \nAnn Bell  \nBob Cole  \n\n## Agenda\n', ['+Zoe Quill  ']],
    ['## Present\n\nAnn Bell\nBob Cole\n', ['+Zoe Quill']],
    [
      '|  |  |\n| - | - |\n| Attending | Ann (Acme) |\n| Note Taker | Ann |\n',
      ['-| Attending | Ann (Acme) |', '+| Attending | Ann (Acme), Zoe Quill (Zeta) |'],
    ],
    ['|  |  |\n| - | - |\n| Attending |\n| Note Taker |\n', ['-| Attending |', '+| Attending | Zoe Quill (Zeta) |']],
    [
      '| Name | Abbreviation | Organization |\n| - | - | - |\n| Ann Bell | ABL | Acme |\n',
      ['+| Zoe Quill | ZQ | Zeta |'],
    ],
    [
      '## Attendees\n\n| Name | GitHub | Location |\n| :- | :- | :- |\n| Ann | @ann | Oslo |\n',
      ['+| Zoe Quill | @zoeq | |'],
    ],
    ['## Attendees\n\n| Name | GitHub |\n| :- | :- |\n| Ann | ann |\n|  |  |\n', ['-|  |  |', '+| Zoe Quill | zoeq |']],
    ['## Attendees\n\n| Ann Bell | Bob Cole |\n| - | - |\n| Cem Dag | Dan Eck |\n', ['+| Zoe Quill | |']],
    [
      '## Attendees\n\n| Ann Bell | Bob Cole |\n| - | - |\n| Cem Dag | |\n',
      ['-| Cem Dag | |', '+| Cem Dag | Zoe Quill |'],
    ],
    ['---\nparticipants:\n- Ann\n- Bob\ntags: a\n---\n', ['+- Zoe Quill']],
    ['---\nparticipants:\n  - "Ann"\n---\n', ['+  - "Zoe Quill"']],
    ['---\nparticipants: [Ann, Bob]\n---\n', ['-participants: [Ann, Bob]', '+participants: [Ann, Bob, Zoe Quill]']],
    ['---\nparticipants: Ann, Bob\n---\n', ['-participants: Ann, Bob', '+participants: Ann, Bob, Zoe Quill']],
    ['---\nparticipants:\ntags: a\n---\n', ['+- Zoe Quill (Zeta)']],
  ])('%j', (text, lines) => {
    expect(diff(text, add)).toEqual(lines)
  })
})

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

describe('the note taker is named in the place for it', () => {
  test.each([
    [
      '|  |  |\n| - | - |\n| Attending | Ann (Acme) |\n| Note Taker | Ann (Acme) |\n',
      ['-| Note Taker | Ann (Acme) |', '+| Note Taker | Zoe Quill (Zeta) |'],
    ],
    [
      '|  |  |\n| - | - |\n| Attending | Ann (Acme) |\n| Note Taker |\n',
      ['-| Note Taker |', '+| Note Taker | Zoe Quill (Zeta) |'],
    ],
    ['Chair: Ann\nScribe: Bob\n', ['-Scribe: Bob', '+Scribe: Zoe Quill']],
    ['**Scribe:**\n', ['-**Scribe:**', '+**Scribe:** Zoe Quill']],
    ['**Notetaker:** $NOTETAKER\n', ['-**Notetaker:** $NOTETAKER', '+**Notetaker:** Zoe Quill']],
    ['- **Notetaker:** @bob\n', ['-- **Notetaker:** @bob', '+- **Notetaker:** @zoeq']],
    ['#### Notetaker: Bob\n', ['-#### Notetaker: Bob', '+#### Notetaker: Zoe Quill']],
    ['## Volunteers for note taking\n\n- Ann\n- Bob\n', ['-- Ann', '-- Bob', '+- Zoe Quill']],
    ['---\nscribe: Bob\n---\n', ['-scribe: Bob', '+scribe: Zoe Quill']],
    ['---\nscribe:\n---\n', ['-scribe:', '+scribe: Zoe Quill']],
    ['Bob Cole  \nSecretary of the meeting\n', ['-Bob Cole  ', '+Zoe Quill  ']],
  ])('%j', (text, lines) => {
    expect(diff(text, takeNotes)).toEqual(lines)
  })

  test.each([
    ['|  |  |\n| - | - |\n| Attending | Ann |\n', ['+| Note taker | Zoe Quill |']],
    ['## Attendees\n\n- Ann\n\n## Agenda\n', ['+**Note taker:** Zoe Quill']],
    ['- **Host:** Ann\n- **Attendees:**\n  - Ann\n', ['+- **Note taker:** Zoe Quill']],
    ['## Attendance\n\n* Team members: ann\n* Others: bob\n', ['+* Note taker: Zoe Quill']],
    ['Present: Ann\nChair: Ann\n', ['+Note taker: Zoe Quill']],
    ['**Present:** Ann\n', ['+**Note taker:** Zoe Quill']],
    ['---\nparticipants:\n- Ann\ntags: a\n---\n', ['+note_taker: Zoe Quill']],
    ['# Call\n\nScrews.\n', ['+**Note taker:** Zoe Quill']],
  ])('or one is made beside the attendance: %j', (text, lines) => {
    expect(diff(text, takeNotes)).toEqual(lines)
  })

  test('or nobody is, and the place waits', () => {
    const nobody: Edit = ({ attendances }, document) => setNoteTaker(document, attendances, null)
    expect(diff('Scribe: Bob\n', nobody)).toEqual(['-Scribe: Bob', '+Scribe:'])
    expect(diff('# Call\n', nobody)).toEqual([])
  })
})

describe('a new attendance', () => {
  const people = [{ name: 'Ann Bell', affiliation: 'Acme', handle: 'annb' }, { name: 'Bob Cole' }]
  const written = (style: Partial<typeof PLAIN_ATTENDANCE>): string =>
    print({ type: 'doc', content: newAttendance({ ...PLAIN_ATTENDANCE, ...style }, people) }).text
  const label = { kind: 'label' as const, text: 'Present', isBold: true }

  test.each([
    [{}, '## Attendees\n\n- Ann Bell (Acme)\n- Bob Cole\n'],
    [
      { entry: '{name} @{handle}', head: { kind: 'heading' as const, text: 'Present', level: 3 } },
      '### Present\n\n- Ann Bell @annb\n- Bob Cole\n',
    ],
    [{ form: 'commas' as const, head: label }, '**Present:** Ann Bell (Acme), Bob Cole\n'],
    [{ form: 'commas' as const, noteTaker: 'Scribe' }, '## Attendees\n\nAnn Bell (Acme), Bob Cole\n\n**Scribe:**\n'],
    [
      { form: 'table' as const },
      '## Attendees\n\n| Name | Organization |\n| --- | --- |\n| Ann Bell | Acme |\n| Bob Cole | |\n',
    ],
    [
      { form: 'row' as const, head: { ...label, text: 'Attending' }, noteTaker: 'Note Taker' },
      '| | |\n| --- | --- |\n| Attending | Ann Bell (Acme), Bob Cole |\n| Note Taker | |\n',
    ],
    [
      { form: 'matter' as const, head: { ...label, text: 'participants' }, entry: '{name}' },
      '---\nparticipants:\n- Ann Bell\n- Bob Cole\n---\n',
    ],
  ])('%j', (style, text) => {
    expect(written(style)).toBe(text)
  })

  test.each(['list', 'table', 'row', 'commas', 'lines', 'matter'] as const)('is read as what it is: %s', (form) => {
    const document = parse(written({ form, head: label }))
    const [attendance] = understand(document).attendances
    expect(attendance).toMatchObject({ form, state: 'present' })
    expect(attendance?.attendees.map(({ name }) => name)).toEqual(['Ann Bell', 'Bob Cole'])
  })

  const insert: Edit = (_, document) => insertAttendance(document, PLAIN_ATTENDANCE, people)

  test('goes below the title, or to the heading that waits for it', () => {
    expect(edited('# Call\n\n4 May 2027\n\n## Agenda\n', insert)).toBe(
      '# Call\n\n4 May 2027\n\n## Attendees\n\n- Ann Bell (Acme)\n- Bob Cole\n\n## Agenda\n',
    )
    expect(edited('# Call\n\n## Present\n\n## Agenda\n', insert)).toBe(
      '# Call\n\n## Present\n\n- Ann Bell (Acme)\n- Bob Cole\n\n## Agenda\n',
    )
  })
})

test(
  'whatever stands there, a change can be made of it',
  () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PARTS), { minLength: 1, maxLength: 8 }), (parts) => {
        const document = parse(`${parts.join('\n')}\n`)
        const { attendances } = understand(document)
        const made = [
          setNoteTaker(document, attendances, ZOE),
          setNoteTaker(document, attendances, null),
          insertAttendance(document, PLAIN_ATTENDANCE, [ZOE]),
          ...attendances.flatMap((attendance) => [
            addAttendee(document, attendance, ZOE),
            ...attendance.attendees.flatMap((attendee) => [
              removeAttendee(document, attendance, attendee),
              ...PRESENCES.map((presence) => setPresence(document, attendances, attendee, presence)),
            ]),
          ]),
        ]
        for (const changes of made) expect(changed(document, changes, schema).type).toBe('doc')
      }),
      { seed: SEED, numRuns: 100 * RUNS },
    )
  },
  PATIENCE,
)

describe(`on ${CORPUS_NOTE}`, () => {
  const cases = CORPUS.flatMap(({ name, text }) => {
    const document = parse(text)
    const found = understand(document)
    return found.attendances.slice(0, 2).map((attendance) => ({ name, document, found, attendance }))
  })
  const entries = (found: Understanding): string[] =>
    found.attendances.flatMap(({ attendees }) => attendees.map(({ name, state }) => `${name} ${state}`)).sort()

  test.runIf(cases.length > 0)('people come and go', () => {
    const wrong = cases.flatMap(({ name, document, found, attendance }) => {
      const before = entries(found)
      const after = (changes: readonly Change[]): string[] => entries(understand(changed(document, changes, schema)))
      const without = (entry: string): string[] => before.toSpliced(before.indexOf(entry), 1)
      const added = after(addAttendee(document, attendance, ZOE))
      const isAdded = added.length === before.length + 1 && added.some((entry) => /^(?:Zoe Quill|zoeq) /.test(entry))
      const others = attendance.attendees.slice(0, 2).flatMap((attendee) => {
        const key = `${attendee.name} ${attendee.state}`
        const presence = attendee.state === 'late' ? 'left' : 'late'
        const removed = after(removeAttendee(document, attendance, attendee))
        const changedState = after(setPresence(document, found.attendances, attendee, presence))
        const wanted = [...without(key), `${attendee.name} ${presence}`].sort()
        return [
          ...(removed.join() === without(key).join() ? [] : [`${name}: removed ${attendee.name}`]),
          ...(changedState.join() === wanted.join() ? [] : [`${name}: ${attendee.name} is ${presence}`]),
        ]
      })
      return isAdded ? others : [`${name}: added`, ...others]
    })
    expect(wrong).toEqual([])
  })
})
