import { describe, expect, test } from 'vitest'

import { edited, nth } from '../../testing/agenda-changes.ts'
import { understand } from '../understand.ts'
import { addAgendaItem, type NewPlace } from './add.ts'
import type { AgendaItem } from './agenda.ts'
import type { NewItem } from './change.ts'
import { flat } from './spelling.ts'

describe('adding an item', () => {
  const item: NewItem = { text: 'new', minutes: 5, presenters: ['Ann'] }
  const behind =
    (index: number): ((items: readonly AgendaItem[]) => NewPlace) =>
    (items) => ({ behind: nth(items, index) })
  const within =
    (index: number): ((items: readonly AgendaItem[]) => NewPlace) =>
    (items) => ({ in: nth(items, index) })
  const last = (): NewPlace => null

  test.each([
    [
      'at the end of bullets',
      '## Agenda\n\n- one\n- two\n',
      last,
      '## Agenda\n\n- one\n- two\n- new (5 minutes, Ann)\n',
    ],
    [
      'with a number',
      '## Agenda\n\n1. one\n2. two\n\n## Notes\n',
      last,
      '## Agenda\n\n1. one\n2. two\n3. new (5 minutes, Ann)\n\n## Notes\n',
    ],
    [
      'with the number that all have',
      '## Agenda\n\n1. one\n1. two\n',
      behind(0),
      '## Agenda\n\n1. one\n1. new (5 minutes, Ann)\n1. two\n',
    ],
    [
      'in the spelling of the others',
      '## Agenda\n\n- one [3 min] - @bo\n',
      last,
      '## Agenda\n\n- one [3 min] - @bo\n- new - @Ann [5 min]\n',
    ],
    ['with a box', '## Agenda\n\n- [x] one\n', last, '## Agenda\n\n- [x] one\n- [ ] new (5 minutes, Ann)\n'],
    [
      'as the last one nested',
      '## Agenda\n\n- one\n    - sub\n- two\n',
      within(0),
      '## Agenda\n\n- one\n    - sub\n    - new (5 minutes, Ann)\n- two\n',
    ],
    [
      'as the first one nested',
      '## Agenda\n\n1. one\n    - sub\n1. two\n',
      within(2),
      '## Agenda\n\n1. one\n    - sub\n1. two\n    - new (5 minutes, Ann)\n',
    ],
    ['in place of the empty item', '## Agenda\n\n1.\n', last, '## Agenda\n\n1. new (5 minutes, Ann)\n'],
    [
      'below a heading that waits',
      '## Agenda\n\n## Notes\n',
      last,
      '## Agenda\n\n- new (5 minutes, Ann)\n\n## Notes\n',
    ],
    ['below a label that waits', 'Agenda:\n\n## Notes\n', last, 'Agenda:\n\n- new (5 minutes, Ann)\n\n## Notes\n'],
  ])('%s', (_, base, place, wanted) => {
    const { text, agenda } = edited(base, (document, found, items) =>
      addAgendaItem(document, found, item, place(items), understand(document).roster),
    )
    expect(text).toBe(wanted)
    expect(
      flat(agenda.items).some(({ minutes, presenter }) => minutes?.value === 5 && presenter?.value === 'Ann'),
    ).toBe(true)
  })

  test('goes on with the letters of a series', () => {
    const base = '## Agenda\n\n1. Reports\n   a. Yard\n   b. Crew\n2. Boats\n'
    const add = (place: (items: readonly AgendaItem[]) => NewPlace): string =>
      edited(base, (document, agenda, items) =>
        addAgendaItem(document, agenda, { text: 'Money' }, place(items), understand(document).roster),
      ).text
    const wanted = base.replace('b. Crew\n', 'b. Crew\n   c. Money\n')
    expect(add((items) => ({ behind: nth(items, 2) }))).toBe(wanted)
    expect(add((items) => ({ in: nth(items, 0) }))).toBe(wanted)
    expect(add((items) => ({ in: nth(items, 2) }))).toBe(wanted)
  })

  test('adds headings to a section, and items below them', () => {
    const base = '## Agenda\n\n### a/one\n\n* first\n\n### a/two\n\n## Notes\n'
    const plain = { text: 'new' }
    const heading = edited(base, (document, agenda) =>
      addAgendaItem(document, agenda, plain, null, understand(document).roster),
    )
    expect(heading.text).toBe('## Agenda\n\n### a/one\n\n* first\n\n### a/two\n\n### new\n\n## Notes\n')
    const between = edited(base, (document, agenda, items) =>
      addAgendaItem(document, agenda, plain, { behind: nth(items, 0) }, understand(document).roster),
    )
    expect(between.text).toBe('## Agenda\n\n### a/one\n\n* first\n\n### new\n\n### a/two\n\n## Notes\n')
    const first = edited(base, (document, agenda, items) =>
      addAgendaItem(document, agenda, plain, { in: nth(items, 0) }, understand(document).roster),
    )
    expect(first.text).toBe('## Agenda\n\n### a/one\n\n* first\n* new\n\n### a/two\n\n## Notes\n')
    const below = edited(base, (document, agenda, items) =>
      addAgendaItem(document, agenda, plain, { in: nth(items, 2) }, understand(document).roster),
    )
    expect(below.text).toBe('## Agenda\n\n### a/one\n\n* first\n\n### a/two\n\n* new\n\n## Notes\n')
  })

  test('adds a row to a table', () => {
    const base = '## Agenda\n\n| topic | timebox | presenter |\n| - | - | - |\n| one | | |\n| two | 5m | Ann |\n'
    const { text } = edited(base, (document, agenda) =>
      addAgendaItem(
        document,
        agenda,
        { text: 'three', minutes: 7, presenters: ['Cem'] },
        null,
        understand(document).roster,
      ),
    )
    expect(text.trimEnd().split('\n').at(-1)).toMatch(/^\| three +\| 7m +\| Cem +\|$/)
  })
})
