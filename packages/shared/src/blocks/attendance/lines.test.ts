import { describe, expect, test } from 'vitest'

import { foundAttendance as found } from '../../testing/attendance-found.ts'

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

  test('on the phone', () => {
    expect(found('Present: Ann, Bob  \nvia Teleconference: Cem, Dan Eck (hello!)  \nRegrets: Eva\n')).toEqual([
      'commas present: Ann | Bob',
      'commas present: Cem | Dan Eck',
      'commas regrets: Eva',
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
    '- Call for Participants: [Large Nuts](https://a.example) (@ann)',
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
