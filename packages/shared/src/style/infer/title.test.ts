import { describe, expect, test } from 'vitest'

import { readFile } from './file.ts'
import { inferTitle } from './title.ts'

describe('the title that files show', () => {
  test.each([
    [['# Core Call (27/04/2027) 📋'], { level: 1, pattern: '{title} ({dd}/{mm}/{yyyy}) 📋', usual: 'Core Call' }],
    [
      ['# Core Committee (CC) Meeting 2027-04-07'],
      { level: 1, pattern: '{title} {yyyy}-{mm}-{dd}', usual: 'Core Committee (CC) Meeting' },
    ],
    [['# 7th Meeting | 18 February 2027'], { level: 1, pattern: '{title} | {d} {month} {yyyy}', usual: '7th Meeting' }],
    [['# July 25, 2027 Meeting Notes'], { level: 1, pattern: '{month} {d}, {yyyy} {title}', usual: 'Meeting Notes' }],
    [
      ["## Agenda for the May 5th video call of the Stack's group"],
      { level: 2, pattern: 'Agenda for the {month} {d}{th} {title}', usual: "video call of the Stack's group" },
    ],
    [['# Minutes\n\n## Agenda'], { level: 1, pattern: '{title}', usual: 'Minutes' }],
    [['## Agenda\n\n## Minutes'], undefined],
  ])('%j', (texts, title) => {
    expect(inferTitle(texts.map(readFile))).toEqual(title)
  })

  test('is that of the front matter where no heading is one', () => {
    const text = '---\ntitle: "Gathering, October 25, 2027"\n---\n\n## Agenda\n'
    expect(inferTitle([readFile(text)])).toEqual({
      level: 0,
      pattern: '{title}, {month} {d}, {yyyy}',
      usual: 'Gathering',
    })
  })

  test('is that of most files, and its date is read as all of them allow', () => {
    const files = ['# Call (06/05/2027)', '# Call (13/05/2027)', '# Special session'].map(readFile)
    expect(inferTitle(files)).toEqual({ level: 1, pattern: '{title} ({dd}/{mm}/{yyyy})', usual: 'Call' })
  })
})
