import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { parse } from '../../markdown/index.ts'
import { anyDocument } from '../../testing/arbitrary.ts'
import { attendancesIn } from '../../testing/attendance-found.ts'
import { PATIENCE, RUNS, SEED } from '../../testing/random.ts'
import { readFacts } from '../matter/read.ts'
import { viewOf } from '../reading/index.ts'
import { recogniseNoteTakers } from './note-takers.ts'
import { recogniseAttendance } from './recognise.ts'

test('a sentence behind the list is nobody, nor is what is missing', () => {
  const people = (text: string): readonly string[] =>
    recogniseAttendance(viewOf(parse(text))).flatMap(({ attendees }) => attendees.map(({ name }) => name))
  const list = '### Attendees\n\n- Ann Bell\n- Bo Cole\n\n**Ann Bell:** We saw nuts.\n\n'
  const talk = 'To show in more detail [the slides].\n\n**Bo Cole:** Fine.\n'
  expect(people(`${list}${talk}`)).toEqual(['Ann Bell', 'Bo Cole'])
  expect(people('# Nuts\n\nMissing:\n\n- counting rules\n- old size rules\n')).toEqual([])
  expect(people('# Nuts\n\nMissing:\n\n- Ann Bell\n- Bo Cole\n')).toEqual(['Ann Bell', 'Bo Cole'])
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
