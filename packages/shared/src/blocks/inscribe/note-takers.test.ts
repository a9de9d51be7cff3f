import { describe, expect, test } from 'vitest'

import type { DocJson } from '../../document/node.ts'
import { parse } from '../../markdown/index.ts'
import { changeOnce } from '../../testing/twice.ts'
import type { Change } from '../change/change.ts'
import { understand } from '../understand.ts'
import { noteTakers } from './note-takers.ts'

const ANN = { name: 'Ann Bell', handle: 'annb' }
const BOB = { name: 'Bob Cole' }

function taking(...people: { name: string; handle?: string }[]): (document: DocJson) => readonly Change[] {
  return (document) => noteTakers(document, people)
}

describe('those who take notes are named in the place for it, behind whoever is there', () => {
  test.each([
    ['**Scribe:**\n', '**Scribe:** Ann Bell, Bob Cole\n'],
    ['**Scribe:** TBD\n', '**Scribe:** Ann Bell, Bob Cole\n'],
    ['Chair: Ann\nScribe: Zoe\n', 'Chair: Ann\nScribe: Zoe, Ann Bell, Bob Cole\n'],
    ['#### Notetaker: Zoe\n', '#### Notetaker: Zoe, Ann Bell, Bob Cole\n'],
    [
      '|  |  |\n| - | - |\n| Attending | Ann Bell (Acme), Zoe |\n| Note Taker | Zoe |\n',
      '|  |  |\n| - | - |\n| Attending | Ann Bell (Acme), Zoe |\n| Note Taker | Zoe, Ann Bell, Bob Cole |\n',
    ],
    [
      '|  |  |\n| - | - |\n| Attending | Ann Bell (Acme), Zoe (Zeta) |\n| Note Taker |\n',
      '|  |  |\n| - | - |\n| Attending | Ann Bell (Acme), Zoe (Zeta) |\n| Note Taker | Ann Bell (Acme), Bob Cole |\n',
    ],
    ['- **Notetaker:** @zoe\n', '- **Notetaker:** @zoe, @annb, Bob Cole\n'],
    ['## Volunteers for note taking\n\n- Zoe\n', '## Volunteers for note taking\n\n- Zoe\n- Ann Bell\n- Bob Cole\n'],
    ['---\nscribe: Zoe\n---\n', '---\nscribe: Zoe, Ann Bell, Bob Cole\n---\n'],
    ['---\nscribe:\n---\n', '---\nscribe: Ann Bell, Bob Cole\n---\n'],
    ['---\nscribes:\n- Zoe\n---\n', '---\nscribes:\n- Zoe\n- Ann Bell\n- Bob Cole\n---\n'],
    ['---\nscribes: [Zoe]\n---\n', '---\nscribes: [Zoe, Ann Bell, Bob Cole]\n---\n'],
    ['Notes taken by Zoe Quill.\n', 'Notes taken by Zoe Quill, Ann Bell, Bob Cole.\n'],
    ['Chair/Scribe: Zoe, Yan\n', 'Chair/Scribe: Zoe, Yan, Ann Bell, Bob Cole\n'],
    ['# Call\n\nScrews.\n', '# Call\n\n**Note taker:** Ann Bell, Bob Cole\n\nScrews.\n'],
    [
      '## Attendees\n\n- Ann Bell\n- Bob Cole\n- Zoe (scribe)\n',
      '## Attendees\n\n- Ann Bell (scribe)\n- Bob Cole (scribe)\n- Zoe (scribe)\n',
    ],
  ])('%j', (text, expected) => {
    expect(changeOnce(text, taking(ANN, BOB))).toBe(expected)
  })

  test('and reads back as the note takers', () => {
    const text = changeOnce('Present: Ann Bell, Bob Cole\nScribe:\n', taking(ANN, BOB))
    expect(understand(parse(text)).noteTakers.map(({ value }) => value)).toEqual(['Ann Bell', 'Bob Cole'])
  })
})

describe('nobody is named twice', () => {
  test.each([
    ['Scribe: Ann Bell, Bob Cole\n'],
    ['Scribe: ann bell, Bob Cole\n'],
    ['Present: Ann Bell (AB), Bob Cole (BC)\nScribe: AB, BC\n'],
    ['Present: Ann Bell, Bob Cole\nScribe: Ann then Bob\n'],
    ['## Attendees\n\n- Ann Bell @annb\n- Bob Cole\n\nScribe: @annb, Bob\n'],
    ['---\nscribe: Ann Bell\n---\n\nScribe: Bob Cole\n'],
    ['## Attendees\n\n- Ann Bell (scribe)\n- Bob Cole (scribe)\n'],
  ])('%j', (text) => {
    expect(changeOnce(text, taking(ANN, BOB))).toBe(text)
  })
})

test('they stand in the order in which they took over, and names that people have written stay where they are', () => {
  expect(changeOnce('Scribe: Bob Cole (Beta), Zoe, Ann Bell\n', taking(ANN, BOB))).toBe(
    'Scribe: Ann Bell, Zoe, Bob Cole (Beta)\n',
  )
  expect(changeOnce('---\nscribes:\n- Bob Cole\n- Zoe\n---\n', taking(ANN, BOB))).toBe(
    '---\nscribes:\n- Ann Bell\n- Zoe\n- Bob Cole\n---\n',
  )
  expect(changeOnce('Scribe: Bob Cole, Zoe\n', taking(ANN, BOB))).toBe('Scribe: Ann Bell, Zoe, Bob Cole\n')
})

test('where nobody took notes nothing is said', () => {
  expect(changeOnce('# Call\n\nScribe: Zoe\n', taking())).toBe('# Call\n\nScribe: Zoe\n')
  expect(changeOnce('# Call\n', taking())).toBe('# Call\n')
})
