import { describe, expect, test } from 'vitest'

import type { DocJson } from '../../document/node.ts'
import { minutesSchema } from '../../document/schema.ts'
import { parse, print } from '../../markdown/index.ts'
import { changed } from '../change/apply.ts'
import type { Change } from '../change/change.ts'
import { understand } from '../understand.ts'
import { addAgendaItem, type NewPlace } from './add.ts'
import type { Agenda, AgendaItem } from './agenda.ts'
import { type NewItem, setPresenter, setTimebox } from './change.ts'
import { newAgenda, PLAIN_AGENDA } from './create.ts'
import { flat } from './spelling.ts'

const schema = minutesSchema()

function agendasOf(document: DocJson): readonly Agenda[] {
  return understand(document).agendas
}

/** The one at this place, which has to be there. */
function nth<Value>(values: readonly Value[], index: number): Value {
  const value = values[index]
  if (value === undefined) throw new RangeError(`there is no ${index}`)
  return value
}

type Edit = (document: DocJson, agenda: Agenda, items: readonly AgendaItem[]) => readonly Change[]

/** The text after a change; what the minutes are then has to be what was to be said. */
function edited(base: string, edit: Edit): { text: string; agenda: Agenda } {
  const document = parse(base)
  const agenda = nth(agendasOf(document), 0)
  const after = changed(document, edit(document, agenda, flat(agenda.items)), schema)
  const { text } = print(after, { base })
  return { text, agenda: nth(agendasOf(parse(text)), 0) }
}

/** The items of a list agenda after a change of the one with this index. */
function after(
  items: readonly string[],
  index: number,
  edit: (document: DocJson, agenda: Agenda, item: AgendaItem) => readonly Change[],
): string {
  const base = `## Agenda\n\n${items.map((item) => `- ${item}\n`).join('')}\n## Notes\n`
  const { text } = edited(base, (document, agenda, all) => edit(document, agenda, nth(all, index)))
  return nth(text.split('\n'), 2 + index).slice(2)
}

describe('setting a timebox', () => {
  test.each([
    [['one (10 minutes)'], 15, 'one (15 minutes)'],
    [['one (10 minutes)'], 1, 'one (1 minute)'],
    [['one [2 mins].'], 5, 'one [5 mins].'],
    [['one (5m, Lee)'], 20, 'one (20m, Lee)'],
    [['one (1h)'], 120, 'one (2h)'],
    [['one (1h)'], 90, 'one (90m)'],
    [['one (2 hours)'], 45, 'one (45 minutes)'],
    [['5 min - one'], 3, '3 min - one'],
    [['9:50–10:00 one'], 75, '9:50–11:05 one'],
    [['one (14:00 - 14:10)'], 5, 'one (14:00 - 14:05)'],
    [['one (5)', 'two (10)', 'three (15)'], 20, 'one (20)'],
    [['one (5)', 'two (10)', 'three (15)', 'four (15)'], 7, 'one (7 min)'],
    [['one (at most 10 mins)'], 5, 'one (at most 5 mins)'],
    [['**one (10 min)**'], 5, '**one (5 min)**'],
  ])('changes the number and nothing else: %s', (items, minutes, wanted) => {
    expect(after(items, 0, (document, agenda, item) => setTimebox(document, agenda, item, minutes))).toBe(wanted)
  })

  test.each([
    [['one'], 'one (10 minutes)'],
    [['one', 'two [5 min]'], 'one [10 min]'],
    [['one', 'two (5m)'], 'one (10m)'],
    [['one', '5 min - two'], '10 min - one'],
    [['one', '9:50–10:00 two'], 'one (10 minutes)'],
    [['one (Ann Bell)', 'two (Bo Carr) [5 min]'], 'one (Ann Bell) [10 min]'],
    [['one (Ann Bell)', 'two (5m, Lee)'], 'one (10m, Ann Bell)'],
    [['one (Ann Bell)', 'two (Lee, 5m)'], 'one (Ann Bell, 10m)'],
    [['one', 'two - 5 min'], 'one - 10 min'],
    [['[one](https://a.example) @ann'], '[one](https://a.example) @ann (10 minutes)'],
  ])('writes a new one as the neighbours do: %s', (items, wanted) => {
    expect(after(items, 0, (document, agenda, item) => setTimebox(document, agenda, item, 10))).toBe(wanted)
  })

  test.each([
    ['one (10 minutes)', 'one'],
    ['one (5m, Lee)', 'one (Lee)'],
    ['one (Ann Bell, 5m)', 'one (Ann Bell)'],
    ['5 min - one', 'one'],
    ['one - 5 min', 'one'],
    ['one [2 mins].', 'one.'],
    ['one', 'one'],
  ])('takes it away with its brackets: %s', (item, wanted) => {
    expect(after([item], 0, (document, agenda, at) => setTimebox(document, agenda, at, null))).toBe(wanted)
  })
})

describe('a timebox in a bullet of its own', () => {
  const base = '## Agenda\n\n- one\n  - 5 min timebox\n- two\n  - 3 min timebox\n  - leaks?\n'
  const set = (index: number, minutes: number | null): string =>
    edited(base, (document, agenda, items) => setTimebox(document, agenda, nth(items, index), minutes)).text

  test('is changed there', () => {
    expect(set(0, 10)).toBe(base.replace('5 min', '10 min'))
  })

  test('goes with its bullet', () => {
    expect(set(0, null)).toBe(base.replace('  - 5 min timebox\n', ''))
    expect(set(1, null)).toBe(base.replace('  - 3 min timebox\n', ''))
  })
})

describe('setting a presenter', () => {
  test.each([
    [['one (Ann Bell)'], ['Bo Carr'], 'one (Bo Carr)'],
    [['one - @ann, @bo'], ['cem'], 'one - @cem'],
    [['one (5m, Lee)'], ['Ann', 'Bo'], 'one (5m, Ann, Bo)'],
    [['[name=ann] one'], ['bo'], '[name=bo] one'],
    [['one'], ['Ann Bell'], 'one (Ann Bell)'],
    [['one (10 minutes)'], ['Lee'], 'one (10 minutes, Lee)'],
    [['one', 'two - @ann'], ['bo', 'cem'], 'one - @bo, @cem'],
    [['one', 'two @ann'], ['bo'], 'one @bo'],
    [['one', '[name=ann] two'], ['bo'], '[name=bo] one'],
    [['one [5 min]', 'two (Bo Carr) [5 min]'], ['Ann Bell'], 'one [5 min] (Ann Bell)'],
    [['one (Ann Bell)'], [], 'one'],
    [['one (5m, Lee)'], [], 'one (5m)'],
    [['one (5m, Lee, Mark)'], [], 'one (5m)'],
    [['one (Lee, Mark, 5m)'], [], 'one (5m)'],
    [['one (Ann Bell, Bo Carr)'], [], 'one'],
    [['one - @ann, @bo'], [], 'one'],
    [['[name=ann] one'], [], 'one'],
  ])('%s', (items, names, wanted) => {
    expect(
      after(items, 0, (document, agenda, item) =>
        setPresenter(document, agenda, item, names, understand(document).roster),
      ),
    ).toBe(wanted)
  })
})

describe('in a table', () => {
  const base = '## Agenda\n\n| topic | timebox | presenter |\n| - | - | - |\n| one | | |\n| two | 5m | Ann |\n'

  test('fills the cells', () => {
    const time = edited(base, (document, agenda, items) => setTimebox(document, agenda, nth(items, 0), 10))
    expect(time.text).toContain('| one | 10m')
    const who = edited(base, (document, agenda, items) =>
      setPresenter(document, agenda, nth(items, 0), ['Bo'], understand(document).roster),
    )
    expect(who.text).toMatch(/\| one \| *\| Bo +\|/)
    const none = edited(base, (document, agenda, items) => setTimebox(document, agenda, nth(items, 1), null))
    expect(nth(none.agenda.items, 1).minutes).toBeUndefined()
  })

  test('adds a row', () => {
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
})

describe('a new agenda', () => {
  test('is written plainly, and read back as it was meant', () => {
    const topics = [
      { text: 'Opening', items: [{ text: 'Roll call' }] },
      { text: 'Dates', minutes: 10, presenters: ['Ann Bell'] },
    ]
    const { text } = print({ type: 'doc', content: newAgenda(topics) }, { base: '' })
    expect(text).toBe('## Agenda\n\n- Opening\n  - Roll call\n- Dates (10 minutes, Ann Bell)\n')
  })

  test('is written in a style', () => {
    const style = {
      head: { form: 'label', text: 'Agenda:', isBold: true },
      isOrdered: true,
      isNestedOrdered: false,
      example: '5 min - Topic - @ann',
    } as const
    const { text } = print(
      { type: 'doc', content: newAgenda([{ text: 'Dates', minutes: 10, presenters: ['bo'] }], style) },
      { base: '' },
    )
    expect(text).toBe('**Agenda:**\n\n1. 10 min - Dates - @bo\n')
  })

  test('waits with an empty item while it has no topics', () => {
    const document: DocJson = { type: 'doc', content: newAgenda([], PLAIN_AGENDA) }
    const agenda = nth(agendasOf(document), 0)
    expect(agenda).toMatchObject({ form: 'list', items: [] })
    const filled = changed(
      document,
      addAgendaItem(document, agenda, { text: 'one' }, null, understand(document).roster),
      schema,
    )
    expect(print(filled, { base: '' }).text).toBe('## Agenda\n\n- one\n')
  })
})
