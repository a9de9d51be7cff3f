import { describe, expect, test } from 'vitest'

import { linesOf } from '../../markdown/lines.ts'
import { agendaOf } from '../../testing/agenda-outline.ts'
import { understand } from '../understand.ts'

describe('timebox and presenter', () => {
  test('a timebox in a bullet of its own is that of the item above it', () => {
    expect(agendaOf('## Agenda\n\n- Boats\n  - 5 minute timebox\n  - Do they leak?\n- Oars\n')).toEqual([
      'Boats [5]',
      '  Do they leak?',
      'Oars',
    ])
    expect(agendaOf('## Agenda\n\n### Yard\n\n- Boats #1\n  - Timebox: 10 min\n  - They leak.\n')).toEqual([
      'Yard',
      '  Boats #1 [10]',
    ])
    expect(agendaOf('## Agenda\n\n- Boats\n  - 5 minutes for questions\n')).toEqual([
      'Boats',
      '  5 minutes for questions',
    ])
  })

  test.each([
    ['what is a name? (10 minutes)', 'what is a name? [10]'],
    ['Update (Ann Bell) [25 min]', 'Update [25] > Ann Bell'],
    ['Next meeting [2 mins].', 'Next meeting. [2]'],
    ['Review (at most 10 mins)', 'Review [10]'],
    ['Coordinates (5m, Lee, Mark)', 'Coordinates [5] > Lee, Mark'],
    ['Subscriptions (Ann Bell, 15m)', 'Subscriptions [15] > Ann Bell'],
    ['5 min - Note well', 'Note well [5]'],
    ['14:00–14:10 Welcome', 'Welcome [10]'],
    ['9:30 - 10:15: Nuts', 'Nuts [45]'],
    ['Break (14:50-15:10)', 'Break [20]'],
    ['12:50pm-1:10pm | Lunch', 'Lunch [20]'],
    ['08:00-18:00 Open day', '08:00-18:00 Open day'],
    ['Nuts (10)', 'Nuts (10)'],
    ["15'+q Dates", 'Dates [15]'],
    ['⚡ (5 minutes) Lightning intros', '⚡ Lightning intros [5]'],
    ['Workshop (1h)', 'Workshop [60]'],
    ['Workshop (1h30)', 'Workshop [90]'],
    ['Workshop (1.5 hours)', 'Workshop [90]'],
    ['Dates (10-15 min)', 'Dates [15]'],
    ['Dates - 10 min', 'Dates [10]'],
    ['Dates (15m on the last day)', 'Dates [15]'],
    ['**Dates** (10 min): the plan', 'Dates: the plan [10]'],
    ['Fix the delay (5 minutes ago) in fetch', 'Fix the delay (5 minutes ago) in fetch'],
    ['Look at a delay of 5 min', 'Look at a delay of 5 min'],
    ['[Cookies](https://a.example) @ann @bo', 'Cookies > ann, bo'],
    ['[Cookies](https://a.example) - @ann, @bo', 'Cookies > ann, bo'],
    ['whats left @ann', 'whats left > ann'],
    ['readout with @ann', 'readout with @ann'],
    ['Help test it (@ann & @bo)', 'Help test it > ann, bo'],
    ['Moving on (@ann: @all)', 'Moving on > ann'],
    ['Call for items (moderator)', 'Call for items (moderator)'],
    ['Breakout (Europe / Asia)', 'Breakout (Europe / Asia)'],
    ['Release (10 min) Ann', 'Release [10] > Ann'],
    ['Release (10 minutes) @ann', 'Release [10] > ann'],
    ['Release: @ann, @bo', 'Release > ann, bo'],
    ['Release, cc: @ann', 'Release, cc: @ann'],
    ['Write to us all, the name is: @ann', 'Write to us all, the name is: @ann'],
    ['Release (10 minutes) Ann Bell, Bo', 'Release [10] > Ann Bell, Bo'],
    ['Release (10 minutes) and more', 'Release (10 minutes) and more'],
    ['Boats (5m, Lee) 2. [Leaks](https://a.example/2) 3. tar', 'Boats 2. Leaks 3. tar [5] > Lee'],
    ['Boats (5 min apart) 2 of 3 leak', 'Boats (5 min apart) 2 of 3 leak'],
    ['Boats (5 min) 2 of 3 leak', 'Boats (5 min) 2 of 3 leak'],
    ['[name=ann bell] Grant', 'Grant > ann bell'],
    ['Grant [name=Ann]', 'Grant > Ann'],
    ['Most of it runs through @ann', 'Most of it runs through @ann'],
    ['Python 3.9: wheels are built', 'Python 3.9: wheels are built'],
    ['Discussion: raise the limit', 'Discussion: raise the limit'],
    ['<missed> words', '<missed> words'],
    ['\\[ ] no box', '[ ] no box'],
    ['nobody ( - )', 'nobody ( - )'],
  ])('%s', (item, read) => {
    expect(agendaOf(`## Agenda\n\n- ${item}\n\n## Notes\n`)).toEqual([read])
  })

  test('a length that is at most, at least or just so long, and that of a break', () => {
    const list = '- <= 30m: Hellos\n- 5m == Reports\n- => 45m: Nuts\n- 10m Break\n- 75m: Bolts\n- 20m long screws\n'
    expect(agendaOf(`## Agenda\n\n${list}`)).toEqual([
      'Hellos [30]',
      'Reports [5]',
      'Nuts [45]',
      'Break [10]',
      'Bolts [75]',
      '20m long screws',
    ])
  })

  test('bare numbers, where most of the items have one', () => {
    expect(agendaOf('## Agenda\n\n- Hello (5)\n- Nuts (10)\n- Bolts (25)\n- Bye\n')).toEqual([
      'Hello [5]',
      'Nuts [10]',
      'Bolts [25]',
      'Bye',
    ])
    expect(agendaOf('## Agenda\n\n- Nuts (1)\n- Nuts (2)\n- Nuts (3)\n')).toEqual(['Nuts (1)', 'Nuts (2)', 'Nuts (3)'])
  })

  test('names that the attendance knows, in every place', () => {
    const people = '## Present\n\n- Ann Bell\n- Bo Carr\n\n'
    const items = '- Ann: news\n- [Bo] - Demo\n- \\[Bo] Maps\n- Storage (Ann)\n- Cookies - Bo Carr\n'
    expect(agendaOf(`${people}## Agenda\n\n${items}`)).toEqual([
      'news > Ann',
      'Demo > Bo',
      'Maps > Bo',
      'Storage > Ann',
      'Cookies > Bo Carr',
    ])
  })

  test('names that nobody knows, where each item has one', () => {
    const items = '- Quality (Alan, Steven)\n- Partners (Arkadiy)\n- News (Molly)\n'
    expect(agendaOf(`## Agenda\n\n${items}`)).toEqual(['Quality > Alan, Steven', 'Partners > Arkadiy', 'News > Molly'])
  })

  test('says where they are written', () => {
    const { document } = linesOf('## Agenda\n\n- Coordinates (5m, Lee)\n')
    const item = understand(document).agendas[0]?.items[0]
    expect(item).toMatchObject({
      at: { path: [1, 0, 0], from: 0, to: 21 },
      minutes: { at: { from: 13, to: 15 } },
      presenter: { at: { from: 17, to: 20 } },
    })
  })
})
