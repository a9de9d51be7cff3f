import { describe, expect, test } from 'vitest'

import { minutesSchema } from '../../document/schema.ts'
import { parse, print } from '../../markdown/index.ts'
import { agendaOf } from '../../testing/agenda-outline.ts'
import { there } from '../../testing/there.ts'
import { changed } from '../change/apply.ts'
import { Roster } from '../people/roster.ts'
import { understand } from '../understand.ts'
import { addAgendaItem, type NewPlace } from './add.ts'
import type { AgendaItem } from './agenda.ts'

const TIMED = `# Monthly

## Agenda

Welcome (1m, Lee)

Screws (45m, Ann Bell)

- Heads
- Threads
- It would be good to see what all of those who buy screws from us think of these

Nuts (10 minutes, Bob)

`

describe('a paragraph for each topic', () => {
  test('with timeboxes, and the lists below them', () => {
    const wanted = ['Welcome [1] > Lee', 'Screws [45] > Ann Bell', '  Heads', '  Threads', 'Nuts [10] > Bob']
    expect(agendaOf(`${TIMED}## Screws (45m, Ann Bell)\n\n- They are sold out\n`)).toEqual(wanted)
    expect(agendaOf(TIMED.replace('## Agenda', '**Agenda**'))).toEqual(wanted)
  })

  test('without timeboxes, where nothing else is there', () => {
    expect(agendaOf('# Weekly\n\n## Agenda\n\nScrews\n\nNuts and bolts\n\n## Notes\n\nAll went well\n')).toEqual([
      'Screws',
      'Nuts and bolts',
    ])
  })

  test.each([
    ['prose', 'We look at screws first.\n\nThen we look at nuts.\n'],
    [
      'what introduces a list',
      'All of these are open\n\nSee what was said before\n\n- Nuts\n- Bolts\n',
      'Nuts',
      'Bolts',
    ],
    ['facts', 'Date: Monday\n\nTime: 10:00\n'],
    ['talk', 'Ann: shall we\n\nBob: yes we shall\n'],
  ])('but not %s', (_, text, ...wanted) => {
    expect(agendaOf(`# Weekly\n\nPresent: Ann, Bob\n\n## Agenda\n\n${text}\n## Notes\n`)).toEqual(wanted)
  })
})

describe('a new item stands', () => {
  test.each<[string, (items: readonly AgendaItem[]) => NewPlace, string, string]>([
    ['behind another one', ([first]) => ({ behind: there(first) }), '(1m, Lee)\n', '(1m, Lee)\n\nOil\n'],
    ['behind what is nested in that', (items) => ({ behind: there(items[1]) }), 'these\n', 'these\n\nOil\n'],
    ['at the end', () => null, '(10 minutes, Bob)\n', '(10 minutes, Bob)\n\nOil\n'],
    ['in the list of another one', (items) => ({ in: there(items[1]) }), '- Threads\n', '- Threads\n- Oil\n'],
    ['in a list of its own', ([first]) => ({ in: there(first) }), '(1m, Lee)\n', '(1m, Lee)\n\n- Oil\n'],
  ])('%s', (_, place, before, after) => {
    const document = parse(TIMED)
    const agenda = there(understand(document).agendas[0])
    const changes = addAgendaItem(document, agenda, { text: 'Oil' }, place(agenda.items), new Roster([]))
    expect(print(changed(document, changes, minutesSchema()), { base: TIMED }).text).toBe(TIMED.replace(before, after))
  })
})
