import { describe, expect, test } from 'vitest'

import { minutesSchema } from '../../document/schema.ts'
import { parse, print } from '../../markdown/index.ts'
import { agendaOf } from '../../testing/agenda-outline.ts'
import { there } from '../../testing/there.ts'
import { changed } from '../change/apply.ts'
import { Roster } from '../people/roster.ts'
import { understand } from '../understand.ts'
import { addAgendaItem } from './add.ts'

describe('lines without markers are an agenda', () => {
  test.each([
    ['below a heading', '# Weekly\n\n## Agenda\n\nScrews\nNuts (10 min)\n\n## Notes\n\nShort\nlines\n'],
    ['below a label', '# Weekly\n\n**Agenda**\n\nScrews\nNuts (10 min)\n'],
    ['in the paragraph of a label', '# Weekly\n\nAgenda:\nScrews\nNuts (10 min)\n'],
    ['parted by hard breaks', '# Weekly\n\n## Agenda\n\nScrews  \nNuts (10 min)  \n\n'],
  ])('%s', (_, text) => {
    expect(agendaOf(text)).toEqual(['Screws', 'Nuts [10]'])
  })

  test.each([
    [
      'prose',
      '# Weekly\n\n## Agenda\n\nWe look at what was said of nuts in the last weeks of the old\nyear, and at screws\n',
    ],
    ['sentences', '# Weekly\n\n## Agenda\n\nBring your own tools.\nCome early.\n'],
    ['facts', '# Weekly\n\n## Agenda\n\nDate: Monday\nTime: 10:00\n'],
    ['one line', '# Weekly\n\n## Agenda\n\nScrews\n'],
    ['what introduces a list', '# Weekly\n\n## Agenda\n\nOnly for members\nand their guests\n\n- Nuts\n'],
    ['talk', '# Weekly\n\nPresent: Ann, Bob\n\n## Agenda\n\nAnn: shall we\nBob: yes we shall\n'],
  ])('but not %s', (_, text) => {
    expect(agendaOf(text)).not.toContain(
      text.split('\n').find((line) => /^(?:We|Bring|Date|Screws|Only|Ann:)/.test(line)),
    )
  })
})

test.each([
  ['a line', '# Weekly\n\n## Agenda\n\nScrews\nNuts\n', '# Weekly\n\n## Agenda\n\nScrews\nOil\nNuts\n'],
  [
    'a line behind a break',
    '# Weekly\n\n## Agenda\n\nScrews  \nNuts\n',
    '# Weekly\n\n## Agenda\n\nScrews  \nOil  \nNuts\n',
  ],
])('a new item is %s of its own', (_, base, wanted) => {
  const document = parse(base)
  const agenda = there(understand(document).agendas[0])
  const behind = there(agenda.items[0])
  const changes = addAgendaItem(document, agenda, { text: 'Oil' }, { behind }, new Roster([]))
  expect(print(changed(document, changes, minutesSchema()), { base }).text).toBe(wanted)
})
