import { describe, expect, test } from 'vitest'

import type { DocJson } from '../../document/node.ts'
import { edited, nth } from '../../testing/agenda-changes.ts'
import type { Change } from '../change/change.ts'
import { understand } from '../understand.ts'
import type { Agenda, AgendaItem } from './agenda.ts'
import { setPresenter, setTimebox } from './change.ts'

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
    [['one:'], ['Ann Bell'], 'one (Ann Bell):'],
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
})
