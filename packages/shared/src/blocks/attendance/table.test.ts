import { describe, expect, test } from 'vitest'

import { foundAttendance as found } from '../../testing/attendance-found.ts'

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

  test('with several people of a firm in a row', () => {
    const rows = '| Acme | Ann Bell, Bob Cole |\n| Beta | Cem Dag |\n'
    expect(found(`## Attendees\n\n| Company | Attendees |\n| --- | --- |\n${rows}`)).toEqual([
      'table present: Ann Bell {Acme} | Bob Cole {Acme} | Cem Dag {Beta}',
    ])
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

  test('with a column for each state, ticked in one of them', () => {
    const rows = '| Ann | x | | |\n| Bob | | x | |\n| Cem | | | ✓ |\n| Dan | | | |\n'
    expect(found(`| Board member | Present | Absent | Excused |\n|-|-|-|-|\n${rows}`)).toEqual([
      'table present: Ann | Bob !absent | Cem !regrets | Dan !absent',
    ])
    expect(found(`|  | Present | Absent | Excused |\n|-|-|-|-|\n${rows}`)).toEqual([
      'table present: Ann | Bob !absent | Cem !regrets | Dan !absent',
    ])
  })

  test('with a roll call beside the names', () => {
    const rows = '| Ann | present |\n| Bob | absent |\n| Cem | excused |\n'
    expect(found(`| Director | Roll call |\n|-|-|\n${rows}`)).toEqual([
      'table present: Ann | Bob !absent | Cem !regrets',
    ])
  })

  test('without a head, with nothing but people in its cells', () => {
    const grid = '| Ann Bell | Bob Cole (Acme) |\n|-|-|\n| Cem Dag | Dan Eck |\n| Eva Fox | |\n'
    expect(found(`## Attendees\n\n${grid}`)).toEqual([
      'grid present: Ann Bell | Bob Cole {Acme} | Cem Dag | Dan Eck | Eva Fox',
    ])
    expect(found(`## Attendees\n\n|  |  |\n|-|-|\n${grid.replace('|-|-|\n', '')}`)).toHaveLength(1)
    expect(found(`## Tools\n\n${grid}`)).toEqual([])
    expect(found('## Attendees\n\n| Ann Bell | Bob Cole |\n|-|-|\n| Cem Dag | needs a new screw |\n')).toEqual([])
    expect(found('## Attendees\n\n| Screws | Nuts |\n|-|-|\n| Bolts | Oil |\n')).toEqual([])
  })

  test('without a head, with who came beside each name', () => {
    const rows = '| Ann Bell | present |\n|-|-|\n| Bob Cole | absent |\n| Cem Dag (late) | present |\n'
    expect(found(`## Roll call\n\n${rows}`)).toEqual(['grid present: Ann Bell | Bob Cole !absent | Cem Dag !late'])
  })

  test('of other things is none', () => {
    expect(found('| Name | Type |\n| --- | --- |\n| Screw | M3 |\n')).toEqual([])
    expect(found('| Time | Event | Attendees |\n| --- | --- | --- |\n| 9:00 | Talk | Team |\n')).toEqual([])
    expect(found('| Name | Role | Email |\n| --- | --- | --- |\n| Ann | Lead | a@acme.example |\n')).toEqual([])
  })
})
