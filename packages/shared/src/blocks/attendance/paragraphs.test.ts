import { describe, expect, test } from 'vitest'

import type { DocJson } from '../../document/node.ts'
import { minutesSchema } from '../../document/schema.ts'
import { parse, print } from '../../markdown/index.ts'
import { foundAttendance as found } from '../../testing/attendance-found.ts'
import { last, there } from '../../testing/there.ts'
import { changed } from '../change/apply.ts'
import type { Change } from '../change/change.ts'
import { understand } from '../understand.ts'
import type { Attendance } from './attendance.ts'
import { addAttendee } from './change/add.ts'
import { setNoteTaker } from './change/note-taker.ts'
import { removeAttendee } from './change/remove.ts'

const NAMES = 'Ann Bell\n\nBob Cole (Acme)\n\nCem Dag\n'

describe('a paragraph for each name', () => {
  test.each([
    ['### Introduction of attendees\n\n'],
    ['### Roll call\n\n'],
    ['### Roll call\n'],
    ['## Attendees\n\n'],
    ['**Present:**\n\n'],
  ])('below %j', (head) => {
    expect(found(`# Call\n\n${head}${NAMES}\n### Agenda\n\nScrews\n\nNuts\n`)).toEqual([
      'paragraphs present: Ann Bell | Bob Cole {Acme} | Cem Dag',
    ])
  })

  test('as well as a line for each', () => {
    expect(found(`### Introduction of attendees\n${NAMES.replaceAll('\n\n', '\n')}\n### Agenda\n`)).toEqual([
      'lines present: Ann Bell | Bob Cole {Acme} | Cem Dag',
    ])
  })

  test('up to what is something else', () => {
    expect(found(`### Roll call\n\n${NAMES}\nThe chair opened the meeting.\n\nDan Eck\n`)[0]).toBe(
      'paragraphs present: Ann Bell | Bob Cole {Acme} | Cem Dag',
    )
    expect(found(`### Introductions of members\n\n${NAMES}\nAB: hello\n\nCD: hello\n`)).toEqual([
      'paragraphs present: Ann Bell | Bob Cole {Acme} | Cem Dag',
    ])
  })

  test.each([
    ['talk', '### Introduction of attendees\n\nWelcome\n\nNew screws\n\nOld nuts\n'],
    ['topics', '## Topics\n\nAnn Bell\n\nBob Cole\n'],
    ['sentences', '### Introduction of attendees\n\nAnn is new here.\n\nBob comes back.\n'],
    ['what stands behind names under a label', '**Present:**\n\nNew screws\n\nOld nuts to be sold\n'],
  ])('and never %s', (_, text) => {
    expect(found(`# Call\n\n${text}`).filter((each) => each.startsWith('paragraphs'))).toEqual([])
  })
})

describe('such an attendance', () => {
  const BASE = `### Roll call\n\n${NAMES}\n### Agenda\n`

  test('gets new people as paragraphs behind the last', () => {
    expect(edited((at, document) => addAttendee(document, at, { name: 'Dan Eck' }))).toBe(
      BASE.replace('Cem Dag\n', 'Cem Dag\n\nDan Eck\n'),
    )
  })

  test('loses the paragraph of whoever is taken off', () => {
    expect(edited((at, document) => removeAttendee(document, at, there(at.attendees[1])))).toBe(
      BASE.replace('Bob Cole (Acme)\n\n', ''),
    )
    expect(edited((at, document) => removeAttendee(document, at, last(at.attendees)))).toBe(
      BASE.replace('Cem Dag\n\n', ''),
    )
  })

  test('has the note taker below it', () => {
    const text = edited((_, document) => setNoteTaker(document, understand(document).attendances, { name: 'Ann Bell' }))
    expect(text.indexOf('Cem Dag')).toBeLessThan(text.indexOf('Note taker'))
    expect(understand(parse(text)).noteTakers.map(({ value }) => value)).toEqual(['Ann Bell'])
    expect(found(text)[0]).toBe('paragraphs present: Ann Bell | Bob Cole {Acme} | Cem Dag')
  })

  function edited(edit: (attendance: Attendance, document: DocJson) => readonly Change[]): string {
    const document = parse(BASE)
    const changes = edit(there(understand(document).attendances[0]), document)
    return print(changed(document, changes, minutesSchema()), { base: BASE }).text
  }
})
