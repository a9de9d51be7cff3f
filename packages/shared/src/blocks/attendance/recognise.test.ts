import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { parse } from '../../markdown/index.ts'
import { anyDocument } from '../../testing/arbitrary.ts'
import { PATIENCE, RUNS, SEED } from '../../testing/random.ts'
import { readFacts } from '../matter/read.ts'
import { viewOf } from '../reading/index.ts'
import type { Attendance, Attendee } from './attendance.ts'
import { recogniseNoteTakers } from './note-takers.ts'
import { recogniseAttendance } from './recognise.ts'

function attendancesIn(text: string): readonly Attendance[] {
  return recogniseAttendance(viewOf(parse(text)))
}

/** `form state: Name #INITIALS @handle {affiliation} !state | …` for each place that was found. */
function found(text: string): string[] {
  return attendancesIn(text).map(({ form, state, attendees }) =>
    `${form} ${state}: ${attendees.map((attendee) => short(attendee, state)).join(' | ')}`.trim(),
  )
}

function short({ name, initials, handle, affiliation, state }: Attendee, usual: string): string {
  const parts = [
    name,
    initials && `#${initials}`,
    handle && `@${handle}`,
    affiliation && `{${affiliation}}`,
    state !== usual && `!${state}`,
  ]
  return parts.filter(Boolean).join(' ')
}

test('what people say below the outcome of a poll is no list of who is there, also under such a heading', () => {
  const asked = '## Attendees\n\n- Ann\n- Bob\n\nPOLL: Go?\n\n| For | Against |\n| --- | --- |\n| 1 | 1 |\n\n'
  const outcome = 'Outcome: no consensus (declared by Cem).\n\n'
  for (const reasons of [
    '- Ann: Because.\n',
    'The costs are to be found out before the next meeting.\n\n- Ann: Too dear\n',
  ]) {
    expect(found(`${asked}${outcome}${reasons}`)).toEqual(['list present: Ann | Bob'])
  }
})

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
    'Attendees (in alphabetical order)',
    'Widget WG participants',
    'TSC Members present',
    'Others present',
    'Remote attendees',
    'Members',
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

  test('whose entries say more than names', () => {
    const list = '* Ann Bell @annb (voting member)\n* Bob Cole @bob (Guest - CPC rep)\n* Cem Dag (Observer)\n'
    expect(found(`## Present\n\n${list}`)).toEqual([
      'list present: Ann Bell @annb | Bob Cole @bob !observer | Cem Dag !observer',
    ])
  })

  test('with surnames first, and firms behind a semicolon', () => {
    expect(
      found('### 2.1.1 Members present\n\n* Bell, Ann;\tAcme\n* Cole, Bob; Nuts, Inc.\n* Dag, Cem; Acme\n'),
    ).toEqual(['list present: Bell, Ann {Acme} | Cole, Bob {Nuts, Inc.} | Dag, Cem {Acme}'])
    expect(found('### Observers present\n\n* Bell, Ann; Nuts, Inc.\n')).toEqual([
      'list observer: Bell, Ann {Nuts, Inc.}',
    ])
    expect(found('### Attendees\n\n* Ann, Bob; Cem\n')).toEqual(['list present: Ann | Bob | Cem'])
  })

  test('with surnames first, where a conference program wrote it', () => {
    const lines = 'Bell, Ann  \nCole, Bob  \nCem Dag (Acme) (Guest)  \nDal (来宾)  \nEck, Eva  \nFox, Flo B.  \n'
    expect(found(`## Attendees\n\n${lines}`)).toEqual([
      'lines present: Bell, Ann | Cole, Bob | Cem Dag {Acme} !observer | Dal !observer | Eck, Eva | Fox, Flo B.',
    ])
    expect(found('## Attendees\n\n- Ann, Bob\n- Cem, Dag\n- Eva (guest)\n- Flo (guest)\n')).toEqual([
      'list present: Ann | Bob | Cem | Dag | Eva !observer | Flo !observer',
    ])
  })

  test('with organisations behind commas, or several names in an item', () => {
    expect(found('## Present\n\n- Ann Bell (ann), Acme\n- Bob Cole\n- Cem Dag, Beta, remote\n')).toEqual([
      'list present: Ann Bell @ann {Acme} | Bob Cole | Cem Dag {Beta}',
    ])
    expect(found('## Present\n\n- Ann, Bob, Cem\n- Dan\n- Eve\n')).toEqual([
      'list present: Ann | Bob | Cem | Dan | Eve',
    ])
    expect(found('## Present\n\n- Ann Bell, Acme\n')).toEqual(['list present: Ann Bell {Acme}'])
    expect(found('## Present\n\n- Ann Bell (she/her), Beta Networks\n')).toEqual([
      'list present: Ann Bell {Beta Networks}',
    ])
    expect(found('## Present\n\n- Ann Bell, Bob Cole\n')).toEqual(['list present: Ann Bell | Bob Cole'])
    expect(found('## Present\n\n- Ann Bell, Acme\n- Bob Cole, Beta Corp\n- Cem Dag, Acme\n')).toEqual([
      'list present: Ann Bell {Acme} | Bob Cole {Beta Corp} | Cem Dag {Acme}',
    ])
    expect(found('## Present\n\n- Ann Bell, free agent (@annb)\n- Bob Cole, Mask (@bobcole)\n- Cem Dag\n')).toEqual([
      'list present: Ann Bell @annb | Bob Cole @bobcole {Mask} | Cem Dag',
    ])
    expect(found('## Present\n\n- Ann, Bob and Cem\n')).toEqual(['list present: Ann | Bob | Cem'])
    expect(found('## Present\n\n- Ann Bell (Acme), Bob Cole\n- Cem\n')).toEqual([
      'list present: Ann Bell {Acme} | Bob Cole | Cem',
    ])
  })

  test('without placeholders, requests, notes below a name and comments; who is struck through is not there', () => {
    const list =
      '- Names\n- Ann Bell\n    - works on screws\n- ~~Bob Cole~~\n- <!-- Cem Dag -->\n- Dan <!-- Eck -->\n- TBD\n-\n- Please add your name!\n'
    expect(found(`## Attendees\n\n${list}\n<!--\n\n* Eve Fay\n\n-->\n`)).toEqual([
      'list present: Ann Bell | Bob Cole !absent | Dan',
    ])
  })

  test('with check boxes, which tell something once one is ticked', () => {
    expect(found('## Attendees\n\n- [x] Ann\n- [ ] Bob\n')).toEqual(['list present: Ann | Bob !absent'])
    expect(found('## Attendees\n\n- [ ] Ann\n- [ ] Bob\n')).toEqual(['list present: Ann | Bob'])
  })

  test('with check boxes, under a head that says whose members they are', () => {
    const list = '- [ ] Ann Bell\n- [x] Bob Cole\n- [x] Cem Dag\n'
    expect(found(`## TAC voting members\n\n${list}`)).toEqual(['list present: Ann Bell !absent | Bob Cole | Cem Dag'])
    expect(found(`## TAC voting members\n\n${list.replaceAll('[x]', '[ ]')}`)).toEqual([])
    expect(found('## Widget Team\n\n- [x] Buy screws\n- [ ] Ann to sell nuts\n')).toEqual([])
  })

  test('of one guest, under a heading of their own behind the others', () => {
    expect(found('## Present\n\n- Ann Bell\n- Bob Cole\n\n## Guests\n\n- Cem Dag\n')[1]).toBe('list observer: Cem Dag')
    expect(found('## Present\n\n- Ann Bell, author of Bolt-27\n- Bob Cole\n')).toEqual([
      'list present: Ann Bell | Bob Cole',
    ])
    expect(found('## Present\n\n- Ann Bell\n- Bob Cole\n\n## Nuts\n\n- Cem Dag\n')).toHaveLength(1)
  })

  test('of members, some of whom stand in for others', () => {
    const list =
      '- Ann Bell, Acme (delegate for Bob Cole, Acme)\n- Cem Dag (delegate for Eva Fox, Beta Inc.)\n- Flo Gil, Nuts (proxy for Hal Ick)\n'
    expect(found(`## Present\n\n${list}`)).toEqual(['list present: Ann Bell {Acme} | Cem Dag | Flo Gil {Nuts}'])
  })

  test('with initials that the names alone would not explain', () => {
    expect(found('## Present\n\n- Ann Bell (AB)\n- Bob Cole (BC)\n- Cem Dag (CXQ)\n')).toEqual([
      'list present: Ann Bell #AB | Bob Cole #BC | Cem Dag #CXQ',
    ])
  })

  test('with the people of each firm in an item', () => {
    expect(found('## Attendees\n\n- Acme: Ann Bell, Bob Cole (chair)\n- Beta Labs: Cem Dag\n- Dora Ek\n')).toEqual([
      'list present: Ann Bell {Acme} | Bob Cole {Acme} | Cem Dag {Beta Labs} | Dora Ek',
    ])
    expect(found('## Attendees\n\n- Ann Bell: Vice President, Acme\n- Bob Cole: Chief Officer, Beta\n')).toEqual([
      'list present: Ann Bell {Acme} | Bob Cole {Beta}',
    ])
    expect(found('## Attendees\n\n- Ann Bell: Acme\n- Bob Cole: Beta, remote\n')).toEqual([
      'list present: Ann Bell {Acme} | Bob Cole {Beta}',
    ])
  })

  test('with the people of each firm in brackets', () => {
    const firms = '- ACME (Ann Bell)\n- BETA Nuts (Bob Cole, Cem Dag)\n- Screws (Eva van der Fox)\n'
    expect(found(`## Present\n\n${firms}`)).toEqual([
      'list present: Ann Bell {ACME} | Bob Cole {BETA Nuts} | Cem Dag {BETA Nuts} | Eva van der Fox {Screws}',
    ])
    expect(found('## Present\n\n- Ann (Red Nut)\n- Bob (Blue Bolt)\n- Cem (Red Nut, Open Bolt)\n')).toEqual([
      'list present: Ann {Red Nut} | Bob {Blue Bolt} | Cem {Red Nut}',
    ])
    expect(found('## Present\n\n- ABE (Ann Bell)\n- BCO (Bob Cole)\n- CDA (Cem Dag)\n')[0]).not.toContain('{ABE}')
  })

  test('in parties, each below its label', () => {
    const talk = '## Talk\n\nFor the Nuts Foundation:\n\n- Dan Eck\n- Eve Fox\n'
    expect(found(`## Attendees\n\n- Ann Bell\n\nFor the Screws Foundation:\n\n- Bob Cole\n\n${talk}`)).toEqual([
      'list present: Ann Bell',
      'list present: Bob Cole',
    ])
  })

  test('below headings for each part of the group', () => {
    const talk = '## Talk\n\n### Nuts members\n\n- Dan Eck\n- Eve Fox\n'
    expect(found(`## Attendees\n\n### Screws members\n\n- Ann Bell\n\n### Guests\n\n- Bob Cole\n\n${talk}`)).toEqual([
      'list present: Ann Bell',
      'list observer: Bob Cole',
    ])
  })

  test('with links, whose address may say the handle', () => {
    expect(
      found('## Present\n\n- [Ann Bell](https://github.com/annb)\n- [Bob](mailto:bob@acme.example) (Acme)\n'),
    ).toEqual(['list present: Ann Bell @annb | Bob {Acme}'])
  })

  test('is none when most of it is about something else', () => {
    expect(found('## Attendees\n\n- Everybody was there\n- We have a quorum today\n- Ann Bell\n')).toEqual([])
    expect(
      found('## Agenda\n\n1. Opening, welcome and roll call\n   1. Opening of the meeting\n   1. Introductions\n'),
    ).toEqual([])
    expect(found('## Agenda\n\n1. Roll call\n   - Ann will chair\n   - Quorum\n')).toEqual([])
  })

  test('may stand under an item of the agenda, if it is nothing but names', () => {
    expect(found('### Opening, welcome and roll call\n\n* Ann Bell\n* Bob Cole\n* Cem\n')).toEqual([
      'list present: Ann Bell | Bob Cole | Cem',
    ])
    expect(found('#### Introduction of attendees\n\n* Ann Bell\n* Bob Cole\n')).toEqual([
      'list present: Ann Bell | Bob Cole',
    ])
  })

  test('with lists of its own nested in it', () => {
    const text = '## Attendees & regrets\n\n* Attendees\n    * @ann\n    * @bob (left early)\n* Regrets\n    * @cem\n'
    expect(found(text)).toEqual(['list present: ann @ann | bob @bob !left', 'list regrets: cem @cem'])
  })
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

describe('one line', () => {
  test.each([
    'Present: Ann, Bob',
    '**Present:** Ann, Bob',
    '**Present**: Ann and Bob',
    '**Present** *(please add your name, and your handle: it is optional)*: Ann, Bob',
    '*Present:* Ann & Bob.',
    '- Present: Ann, Bob',
    '* **Present** – Ann, Bob',
    '> **Present:** Ann; Bob',
    'present+ Ann, Bob',
    '## Present: Ann, Bob',
    'Present: Ann / Bob',
    'Present - Ann, Bob',
    'Present were Ann and Bob.',
    'Teilnehmer: Ann, Bob',
    "**Who's here:** Ann, Bob",
    'In attendance were Ann and Bob.',
    'Present: TBD, Ann, Bob, ...',
  ])('%s', (text) => {
    expect(found(`${text}\n`)).toEqual(['commas present: Ann | Bob'])
  })

  test('of people who are linked by their mail, and parted by blanks', () => {
    const mail = (name: string): string => `[${name}](mailto:${name[0]}@acme.example)`
    expect(found(`Attendees: ${mail('Ann Bell')} ${mail('Bob')} ${mail('Cem Dag')}\n`)).toEqual([
      'commas present: Ann Bell | Bob | Cem Dag',
    ])
    expect(found('Attendees: [Ann](https://ann.example) [Bell](https://bell.example)\n')).toEqual([
      'commas present: Ann Bell',
    ])
  })

  test('for each state, in a paragraph or not', () => {
    expect(found('Present: Ann, Bob  \nChair: Ann  \nRegrets: Cem, Dan\n')).toEqual([
      'commas present: Ann | Bob',
      'commas regrets: Cem | Dan',
    ])
    expect(
      found('**Present:** Ann, Bob\n\n**Regrets:** Cem\n\n**Guests:** Dan Eck (Acme)\n\n**Chair:** Ann\n'),
    ).toEqual(['commas present: Ann | Bob', 'commas regrets: Cem', 'commas observer: Dan Eck {Acme}'])
    expect(found('**Present:** A. Bell, B. Cole · **Apologies:** C. Dag · **Notes:** B. Cole\n')).toEqual([
      'commas present: A. Bell | B. Cole',
      'commas regrets: C. Dag',
    ])
    expect(found('Members present: Ann, Bob. Members absent: Cem.\n')).toEqual([
      'commas present: Ann | Bob | Cem !absent',
    ])
    expect(found('Present: Ann, Bob; regrets: Cem\n')).toEqual(['commas present: Ann | Bob', 'commas regrets: Cem'])
  })

  test('in the items of an attendance', () => {
    expect(
      found('## Attendance\n\n* Team members: ann, bob\n* Others: cem\n\n## Agenda\n\n* Others: screws\n'),
    ).toEqual(['commas present: ann | bob', 'commas present: cem'])
  })

  test('that goes on in the next', () => {
    expect(found('Present: Ann Bell, Bob Cole, Cem Dag, Dan Eck, Eve Fay, Fay\nGil, Gil Hart\nChair: Ann\n')).toEqual([
      'commas present: Ann Bell | Bob Cole | Cem Dag | Dan Eck | Eve Fay | Fay Gil | Gil Hart',
    ])
    expect(found('Present: Ann, Bob,\nCem\nThe chair opened the meeting.\n')).toEqual([
      'commas present: Ann | Bob | Cem',
    ])
  })

  test('that waits for names', () => {
    expect(found('**Present:**\n\n**Regrets:** none\n\n## Agenda\n')).toEqual(['commas present:', 'commas regrets:'])
  })

  test('below a heading', () => {
    expect(
      found('## Present\n\nAnn Bell (Acme), Bob Cole (SSL.com), Cem Dag...\n\nThe chair opened the meeting.\n'),
    ).toEqual(['commas present: Ann Bell {Acme} | Bob Cole {SSL.com} | Cem Dag'])
  })

  test('whose entries say in passing when, where or from where', () => {
    expect(found('Regrets: Ann for Tuesday, Bob on Wednesday\n')).toEqual(['commas regrets: Ann | Bob'])
    expect(found('Present: Ann from Acme, Bob late\n')).toEqual(['commas present: Ann {Acme} | Bob !late'])
  })

  test('of names with initials needs no label at the top', () => {
    expect(found('# Notes\n-----\n\nAnn Bell (AB), Bob Cole (BC), Cem Dag (phone) (CD),\n\n-----\n')).toEqual([
      'commas present: Ann Bell #AB | Bob Cole #BC | Cem Dag #CD',
    ])
    expect(found('# Notes\n\nAnn Bell (AB) Bob Cole (BC), Cem Dag (phone) (CD)\n')).toEqual([
      'commas present: Ann Bell #AB | Bob Cole #BC | Cem Dag #CD',
    ])
    expect(found('# Notes\n\nWe use the AB (AB), the BC (BC) and the CD (CD) for all of this.\n')).toEqual([])
  })

  test('of members, if they are all named in full', () => {
    expect(found('**Members:** Ann Bell, Bob Cole\n')).toEqual(['commas present: Ann Bell | Bob Cole'])
    expect(found('Members: yes, screws\n')).toEqual([])
  })

  test.each([
    'At present: no change',
    'Absent: why would one do so?',
    'Present: see the wiki at https://acme.example',
    'Missing: Documentation',
    'Guest: Hello!',
    'absent: needs work',
    'Remote: Fine',
    'Ann: present',
    'Present: Screws needed',
    'Attendees: All team members',
    'Attendees are asked to be brief',
  ])('%s is none', (text) => {
    expect(found(`# Call\n\n${text}\n`).filter((each) => !each.endsWith(':'))).toEqual([])
  })
})

describe('lines below a label or heading', () => {
  test.each([
    '**TSC Members present:**  \nAnn Bell  \nBob Cole  \n',
    '**Present:**\nAnn Bell\nBob Cole\n\nWelcome, all of you.\n',
    '## Attendees\n\nAnn Bell\nBob Cole\n',
    '**Attendees:**\n\nAnn Bell\nBob Cole\n',
  ])('%j', (text) => {
    expect(found(text)).toEqual(['lines present: Ann Bell | Bob Cole'])
  })
})

test('one line below a label is a series; one name is a line, if the break is meant to be seen', () => {
  expect(found('**Attendees**\nAnn, Bob\n')).toEqual(['commas present: Ann | Bob'])
  expect(found('**Others present:**  \nAnn Bell  \n')).toEqual(['lines present: Ann Bell'])
  expect(found('**Others present:**\nAnn Bell\n')).toEqual(['commas present: Ann Bell'])
})

describe('a table', () => {
  test('with a row that is headed so', () => {
    const head = '|  |  |\n| --- | --- |\n'
    expect(
      found(`${head}| Attending | Ann Bell (Acme), Bob Cole\n| Regrets | Cem<br>Dan |\n| Note Taker | Bob |\n`),
    ).toEqual(['row present: Ann Bell {Acme} | Bob Cole', 'row regrets: Cem | Dan'])
    expect(found('| Attendees | Ann, Bob |\n| --- | --- |\n| Note Taker | Bob |\n')).toEqual(['row present: Ann | Bob'])
    expect(found(`${head}| Attending | Name (company), Name (company) |\n`)).toEqual(['row present:'])
    expect(found(`${head}| Attending |\n`)).toEqual(['row present:'])
  })

  test('with a column of names', () => {
    const table =
      '| Name | Abbreviation | Organization |\n| --- | --- | --- |\n| Ann Bell | ABL | Acme |\n| Bob Cole | BCO | Invited Expert |\n'
    expect(found(table)).toEqual(['table present: Ann Bell #ABL {Acme} | Bob Cole #BCO'])
    const wide =
      '| Name | GitHub | Organization | Location |\n| :- | :- | :- | :- |\n| Ann Bell ✏️ | @annb | Acme | Oslo, NO |\n|  | @bob |  |  |\n|  |  |  |  |\n'
    expect(found(`## Attendees\n\n${wide}`)).toEqual(['table present: Ann Bell @annb {Acme} | bob @bob'])
    expect(found('## Attendees\n\n| Name | GitHub |\n| --- | --- |\n')).toEqual(['table present:'])
  })

  test('with firms in the column of names', () => {
    expect(
      found(
        '## Attendance\n\n| Name (Affiliation) | Present? |\n|-|-|\n| Ann Bell (Acme) | Yes |\n| Bob Cole (Nuts) | No |\n',
      ),
    ).toEqual(['table present: Ann Bell {Acme} | Bob Cole {Nuts} !absent'])
  })

  test('with a column that says who was there', () => {
    const table =
      '| Member | Present | Comment |\n| --- | --- | --- |\n| Ann | yes | |\n| Bob | no | ill |\n| Cem | late | |\n'
    expect(found(`## Attendance\n\n${table}`)).toEqual(['table present: Ann | Bob !absent | Cem !late'])
  })

  test('with a column for each state', () => {
    expect(found('| Present | Regrets | Scribe |\n| --- | --- | --- |\n| Ann, Bob | Cem | Bob |\n')).toEqual([
      'row present: Ann | Bob',
      'row regrets: Cem',
    ])
  })

  test('with a column of ticks, whose empty cells say who was not there', () => {
    const rows = '| Ann | x |\n| Bob | |\n| Cem | late |\n'
    expect(found(`| Name | Present |\n| --- | --- |\n${rows}`)).toEqual([
      'table present: Ann | Bob !absent | Cem !late',
    ])
    expect(found('| Role | Name | Attendance |\n|-|-|-|\n| Chair | Ann | Present |\n| Member | Bob | |\n')).toEqual([
      'table present: Ann | Bob',
    ])
    expect(found('| Name | Status |\n| --- | --- |\n| Screws | x |\n| Nuts | |\n')).toEqual([])
  })

  test('of other things is none', () => {
    expect(found('| Name | Type |\n| --- | --- |\n| Screw | M3 |\n')).toEqual([])
    expect(found('| Time | Event | Attendees |\n| --- | --- | --- |\n| 9:00 | Talk | Team |\n')).toEqual([])
    expect(found('| Name | Role | Email |\n| --- | --- | --- |\n| Ann | Lead | a@acme.example |\n')).toEqual([])
  })
})

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

describe('places', () => {
  test('say where each entry stands', () => {
    const [attendance] = attendancesIn('# Call\n\n**Present:** Ann Bell (Acme), Bob\nand Cem\n')
    expect(attendance?.carrier).toEqual({ path: [1], row: 0, id: null, isSaid: false })
    expect(attendance?.attendees.map(({ at }) => at)).toEqual([
      { path: [1], from: 9, to: 24 },
      { path: [1], from: 26, to: 29 },
      { path: [1], from: 34, to: 37 },
    ])
  })

  test('of an entry in front matter are those of its text', () => {
    const document = parse('---\nparticipants:\n  - "Ann Bell"\n  - Bob\n---\n')
    const [node] = document.content
    const source = node?.type === 'rawBlock' ? (node.content?.[0]?.text ?? '') : ''
    const [attendance] = recogniseAttendance(viewOf(document))
    expect(attendance?.attendees.map(({ at }) => source.slice(at.from, at.to))).toEqual(['Ann Bell', 'Bob'])
  })
})

test(
  'reads whatever fits the schema',
  () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const view = viewOf(document)
        expect(recogniseNoteTakers(view, recogniseAttendance(view))).toBeInstanceOf(Array)
        expect(readFacts(view).tags).toBeInstanceOf(Array)
      }),
      { seed: SEED, numRuns: 100 * RUNS },
    )
  },
  PATIENCE,
)

describe('what a person has said overrules', () => {
  const list = (role: string) => ({
    type: 'bulletList' as const,
    attrs: { role },
    content: ['Ann', 'Bob'].map((text) => ({
      type: 'listItem' as const,
      content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }],
    })),
  })
  const heading = {
    type: 'heading' as const,
    attrs: { level: 2 },
    content: [{ type: 'text' as const, text: 'Attendees' }],
  }

  test('a list that looks like one is none', () => {
    expect(recogniseAttendance(viewOf({ type: 'doc', content: [heading, list('plain')] }))).toEqual([])
  })

  test('a list that looks like none is one', () => {
    const [attendance] = recogniseAttendance(viewOf({ type: 'doc', content: [list('attendance')] }))
    expect(attendance).toMatchObject({ form: 'list', carrier: { isSaid: true } })
    expect(attendance?.attendees.map(({ name }) => name)).toEqual(['Ann', 'Bob'])
  })
})
