import { describe, expect, test } from 'vitest'

import { linesOf } from '../../markdown/lines.ts'
import { outline } from '../../testing/agenda-outline.ts'
import { understand } from '../understand.ts'

describe('what a person has said', () => {
  const { document } = linesOf('# Meeting\n\n- one\n- two\n\n## Agenda\n\n- three\n')
  const withRole = (index: number, role: string): typeof document => ({
    ...document,
    content: document.content.map(
      (node, at) =>
        (at === index ? { ...node, attrs: { ...('attrs' in node ? node.attrs : {}), role } } : node) as typeof node,
    ),
  })

  test('makes any list an agenda', () => {
    const agendas = understand(withRole(1, 'agenda')).agendas
    expect(agendas.map(({ items, carrier }) => [outline(items), carrier.isSaid])).toEqual([
      [['one', 'two'], true],
      [['three'], false],
    ])
  })

  test('makes the list below the heading none', () => {
    expect(understand(withRole(3, 'plain')).agendas.flatMap(({ items }) => items)).toEqual([])
  })
})
