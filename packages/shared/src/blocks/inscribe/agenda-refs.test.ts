import { describe, expect, test } from 'vitest'

import type { DocJson, OrderedListJson } from '../../document/node.ts'
import { minutesSchema } from '../../document/schema.ts'
import { parse } from '../../markdown/index.ts'
import { changed } from '../change/apply.ts'
import type { Change } from '../change/change.ts'
import { identify } from '../identify.ts'
import { agendaRefs } from './agenda-refs.ts'

const schema = minutesSchema()
const TEXT = '# Call\n\n## Agenda\n\n1. Opening\n   1. Who takes notes\n1. Hinges [10 min]\n1. Lids (Ann Bell) [1h]\n'

function named(text: string): DocJson {
  let count = 0
  return identify(parse(text), () => `id${count++}`)
}

function idsIn(document: DocJson): Record<string, string> {
  return Object.fromEntries(agendaRefs(document).map(({ text, item }) => [text, item]))
}

describe('the agenda as items to refer to', () => {
  test('in their order, with what is planned of them', () => {
    expect(agendaRefs(named(TEXT))).toMatchObject([
      { text: 'Opening', depth: 0, isGroup: true },
      { text: 'Who takes notes', depth: 1, isGroup: false },
      { text: 'Hinges', minutes: 10, depth: 0, isGroup: false },
      { text: 'Lids', minutes: 60, presenter: 'Ann Bell', depth: 0, isGroup: false },
    ])
  })

  const edits: readonly (readonly [string, readonly Change[]])[] = [
    [
      'its words change',
      [{ type: 'text', at: { path: [2, 1, 0], from: 0, to: 6 }, content: [{ type: 'text', text: 'Springs' }] }],
    ],
    [
      'another is put before it',
      [
        {
          type: 'insert',
          path: [2, 0],
          nodes: [
            { type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Apologies' }] }] },
          ],
        },
      ],
    ],
    ['another goes', [{ type: 'remove', path: [2, 0] }]],
  ]

  test.each(edits)('keep their ids while %s', (_, changes) => {
    const document = named(TEXT)
    const before = idsIn(document)
    const after = idsIn(changed(document, changes, schema))
    expect(after['Hinges'] ?? after['Springs']).toBe(before['Hinges'])
    expect(after['Lids']).toBe(before['Lids'])
  })

  test('also while they change places', () => {
    const document = named(TEXT)
    const before = idsIn(document)
    const list = document.content[2] as OrderedListJson
    const moved = {
      ...document,
      content: document.content.with(2, { ...list, content: list.content.toReversed() }),
    } as DocJson
    expect(idsIn(moved)).toEqual(before)
    expect(new Set(Object.values(before)).size).toBe(4)
  })

  test('without ids they are known by their words, each for itself', () => {
    const table = '## Agenda\n\n| Topic | Time |\n| - | - |\n| Hinges | 10m |\n| Lids | 5m |\n| Hinges | 5m |\n'
    const refs = agendaRefs(named(table))
    expect(new Set(refs.map(({ item }) => item)).size).toBe(3)
    expect(refs[2]?.item).toBe(`${refs[0]?.item}-2`)
    expect(idsIn(named(table.replace('Lids', 'Springs')))['Hinges']).toBe(idsIn(named(table))['Hinges'])
  })
})
