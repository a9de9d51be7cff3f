import { describe, expect, test } from 'vitest'

import { linesOf } from '../../markdown/lines.ts'
import { understand } from '../understand.ts'
import type { AgendaItem } from './agenda.ts'

/** Each item as a line: indented by depth, the minutes in brackets, the presenter behind an arrow. */
function outline(items: readonly AgendaItem[], depth = 0): string[] {
  return items.flatMap(({ text, minutes, presenter, items: inner }) => {
    const time = minutes === undefined ? '' : ` [${minutes.value}]`
    const who = presenter === undefined ? '' : ` > ${presenter.value}`
    return [`${'  '.repeat(depth)}${text}${time}${who}`, ...outline(inner, depth + 1)]
  })
}

function agendaOf(text: string): string[] {
  return understand(linesOf(text).document).agendas.flatMap(({ items }) => outline(items))
}

describe('where an agenda stands', () => {
  test.each([
    ['a heading', '## Agenda\n\n- one\n- two'],
    ['a heading with an emoji', '## :dart: Agenda 📋\n\n- one\n- two'],
    ['a heading with more words', '### Agenda items\n\n1. one\n1. two'],
    ['a heading with the day', '## Agenda for today, May 4th\n\n- one\n- two'],
    ['a heading with a remark', '## Agenda (please add yours)\n\n- one\n- two'],
    ['a heading with a link', '## Agenda: [issues](https://a.example/issues)\n\n- one\n- two'],
    ['an item of a log', '* Note taker: Ann\n* Attendees: Ann, Bo\n* Topics:\n  * one\n  * two'],
    ['a heading in another language', '## Tagesordnung\n\n- one\n- two'],
    ['topics', '## New topics\n\n- one\n- two'],
    ['a label', 'Agenda:\n\n- one\n- two'],
    ['a bold label', '**Agenda**\n\n- one\n- two'],
    ['a word alone', 'Agenda\n\n- one\n- two'],
    ['the last line of a paragraph', 'Chair: Dan\nAgenda:\n* one\n* two'],
    ['an item', '- **Agenda:**\n  - one\n  - two\n- **Notes:**\n  - three'],
    [
      'a heading far from the list',
      '## Agenda\n\n| Attending | Ann |\n|-|-|\n| Scribe | Bo |\n\nGeneral things.\n\n- one\n- two',
    ],
    ['a remark in italics', '**Agenda**\n\n_What we want to get through, roughly_\n\n- one\n- two'],
    [
      'a sentence that says so',
      'The following agenda was sent to all members:\n\n| Topic | Reviewer |\n|-|-|\n| one | Ann |\n| two | Bo |',
    ],
    ['several lists', '## Topics\n\n* one\n\n```\ncode\n```\n\n- two'],
  ])('is below %s', (_, text) => {
    expect(agendaOf(`# Meeting\n\n${text}\n\n## Minutes\n\n- other\n`)).toEqual(['one', 'two'])
  })

  test.each([
    ['future meetings', '## Agenda items for future meetings\n\n- one'],
    ['the next meeting', '## Next meeting\n\n### Agenda\n\n- one'],
    ['what was talked about', '## Review agenda (2m, Lee)\n\n- one'],
    ['the notes', '## Notes\n\n### Agenda review\n\n- one'],
    ['an item of the notes', '## Agenda\n\n## Notes\n\n- Agenda\n  - one'],
    ['a link to it', '[Agenda](https://a.example/agenda)\n\n- one'],
    ['a heading that only holds talk', 'Present: Ann, Bo\n\n## Agenda\n\nAnn: Anything to add?\n\nBo: No.\n\n- one'],
    ['the title of all notes', '# Team meeting agenda\n\n* Meeting date: 2027-05-04\n\n## Old things\n\n- one'],
    ['facts about the meeting', '## Agenda\n\n- **Where**: online\n- **When**: now'],
  ])('is not below %s', (_, text) => {
    expect(agendaOf(`# Meeting\n\n${text}\n`)).toEqual([])
  })

  test('ends where a numbered list goes through it again', () => {
    const again = '1) We were enough.\n\n2) Bo writes.\n\n3) Boats\n\nThey leak.\n\n4) Oars\n\nThey are short.\n'
    expect(agendaOf(`Agenda:\n\n1) Quorum\n2) Notes\n3) Boats\n4) Oars\n\n${again}`)).toEqual([
      'Quorum',
      'Notes',
      'Boats',
      'Oars',
    ])
    expect(agendaOf('Agenda:\n\n1. Boats\n2. Oars\n\nMuch later:\n\n3. Sails\n')).toEqual(['Boats', 'Oars'])
  })

  test('has what letters number below an item, though Markdown sees no list there', () => {
    const agenda =
      '## Agenda\n\n1. Reports\n   a. Yard (5 min)\n   **b. Crew**\n2. Boats\n   i. Oars\n   ii. Sails\n3. Close\n'
    expect(agendaOf(agenda)).toEqual(['Reports', '  Yard [5]', '  Crew', 'Boats', '  Oars', '  Sails', 'Close'])
    expect(agendaOf('## Agenda\n\n1. Reports\n   a. alone\n2. Boats\n   c. leak\n   a. sink\n')).toEqual([
      'Reports',
      'Boats',
    ])
  })

  test('has `Next steps` as a topic only over questions and issues', () => {
    const steps = (items: string): string[] =>
      agendaOf(`## Agenda\n\n### Boats\n\n- new ones\n\n### Next steps\n\n${items}`)
    expect(steps('- a yard?\n- sails [#3](https://a.example/3)\n')).toEqual([
      'Boats',
      '  new ones',
      'Next steps',
      '  a yard?',
      '  sails #3',
    ])
    expect(steps('- ask\n- sail\n')).toEqual(['Boats', '  new ones'])
    expect(steps('- Ann to ask [them](https://a.example)\n- Bo will sail\n')).toEqual(['Boats', '  new ones'])
  })

  test('has no sentences that were said below a heading in a heading', () => {
    const said = '- The new boat is nearly done.\n- Ann has ordered the sails, they will come in May.\n'
    expect(agendaOf(`## Agenda\n\n### Reports\n\n#### Yard\n\n${said}\n#### Crew\n\n- Rota\n- Food?\n`)).toEqual([
      'Reports',
      '  Yard',
      '  Crew',
      '    Rota',
      '    Food?',
    ])
  })

  test('is a list that names who presents each behind a colon, and no talk', () => {
    expect(agendaOf('Agenda:\n\n* Boats: @ann\n* Oars: @bo\n* Sails\n')).toEqual(['Boats > ann', 'Oars > bo', 'Sails'])
  })

  test('has the headings below `Topics`, and nothing that was said of them', () => {
    const said = '- it leaks\n- Ann mends it\n\n'
    expect(agendaOf(`## Topics\n\n### Boats\n\n${said}#### Oars\n\n${said}### Sails\n\n## Notes\n\n- x\n`)).toEqual([
      'Boats',
      '  Oars',
      'Sails',
    ])
  })

  test('goes on below a heading of its own level that has a timebox', () => {
    const text =
      '## Agenda\n\n### Reviews (3 min)\n\n- one\n\n## Discussion (9 min)\n\n- two\n\n## Questions\n\n- three'
    expect(agendaOf(`# Meeting\n\n${text}\n`)).toEqual(['Reviews [3]', '  one', 'Discussion [9]', '  two'])
  })

  test('is not said again by minutes that go through it', () => {
    const items = '1. Opening\n1. Roll call\n1. Closing\n'
    expect(agendaOf(`## Agenda\n\n${items}\n## Notes\n\n## Agenda\n\n${items}`)).toHaveLength(3)
    expect(agendaOf(`## Agenda\n\n${items}\n## Agenda\n\n${items}1. New\n`)).toHaveLength(7)
  })

  test('holds below the name of a repository its issues, and never what came of one', () => {
    const issues = '* Nuts [#1](https://a.example/1)\n* Bolts [#2](https://a.example/2)\n'
    const text = `## Agenda\n\n### News\n\n* Ann is back\n* ACTION: Bo to bake\n\n### acme/nuts\n\n${issues} * nobody knows\n`
    expect(agendaOf(text)).toEqual(['News', '  Ann is back', 'acme/nuts', '  Nuts #1', '  Bolts #2'])
  })

  test('ends where people, notes, actions or another label begin', () => {
    expect(agendaOf('## Agenda\n- one\n\n### Attendees\n- Ann\n\n### Status\n- two')).toEqual(['one'])
    expect(agendaOf('## Agenda\n- one\n\n**Ann**:\n- two')).toEqual(['one'])
    expect(agendaOf('Agenda:\n- one\n\nBo talks.\n- two')).toEqual(['one'])
    expect(agendaOf('## Agenda\n- one\n\n---\n\n- two')).toEqual(['one'])
  })

  test('goes on behind notes with lists that have timeboxes, or presenters of what they link to', () => {
    const link = (name: string): string => `[${name}](https://a.example/${name})`
    const text = `Agenda:\n- one @ann\n\nBo talks.\n\n- ${link('two')} @bo\n- ${link('three')} - @ann\n- four (5 min)\n\nWe left.\n`
    expect(agendaOf(`${text}\n- not this\n`)).toEqual(['one > ann', 'two > bo', 'three > ann', 'four [5]'])
    expect(agendaOf(`${text}\nThese were here\n\n- Ann Bell (@ann)\n- Bo Cole (@bo)\n`)).toHaveLength(4)
    expect(agendaOf(`${text}\nWe put off:\n\n- demos (10 min)\n`)).toHaveLength(4)
  })

  test('is not what people say behind a remark', () => {
    expect(agendaOf('**Agenda**\n\n_Nobody added anything today_\n\n- Ann: we sold it\n- Bo: fine\n')).toEqual([])
  })

  test('stays empty while it waits for items, and says where', () => {
    const [agenda] = understand(linesOf('# Meeting\n\n## Agenda\n\n## Notes\n\n- a').document).agendas
    expect(agenda).toMatchObject({ items: [], carrier: { path: [1] } })
    const [list] = understand(linesOf('## Agenda\n\n1. Write your own item!').document).agendas
    expect(list).toMatchObject({ items: [], carrier: { path: [1] } })
  })
})

describe('an agenda in sections', () => {
  test('has headings as topics and their items; what is nested in these is notes', () => {
    const text = `## Agenda

### Announcements

- Ann: the summit is in May

*Extracted from labels.*

### group/repository

* Add support [#1](https://a.example/1)
  * Ann: no objection
  * Bo will land it

## Upcoming meetings

- one
`
    expect(agendaOf(`## Present\n\n- Ann Bell\n\n${text}`)).toEqual([
      'Announcements',
      '  the summit is in May > Ann',
      'group/repository',
      '  Add support #1',
    ])
  })

  test('has breakouts, and ends at the rule before the minutes', () => {
    const text =
      '### Agenda:\n\n#### Breakout A - [May 4](https://a.example)\n\n* [Cookies](https://b.example) - @ann, @bo\n\n-----\n\n### Breakout A\n\nAnn: hi\n'
    expect(agendaOf(text)).toEqual(['Breakout A - May 4', '  Cookies > ann, bo'])
  })

  test('takes in a heading of its own level that is nothing but a place for others', () => {
    const text = '## Agenda\n\n## Announcements\n\n* news\n\n### group/repository\n\n* fix it\n\n## Q&A, Other\n'
    expect(agendaOf(text)).toEqual(['Announcements', '  news', 'group/repository', '  fix it'])
  })

  test('takes in headings of its own level whose items have presenters, while it is empty', () => {
    const first = '### Breakout A - [May 4](https://a.example)\n\n* [Cookies](https://b.example) - @ann\n'
    const text = `### Call Agenda\n\nSee elsewhere.\n\n${first}\n### Plenary\n\n* Rollup\n\n### Logistics\n\nChair: Bo\n`
    expect(agendaOf(text)).toEqual(['Breakout A - May 4', '  Cookies > ann', 'Plenary', '  Rollup'])
    expect(agendaOf('## Agenda\n\n## Cookies\n\n- We like them.\n')).toEqual([])
    expect(agendaOf('## Agenda\n\n## Present\n\n- Ann Bell (@ann)\n\n## Cookies\n\n- We like them.\n')).toEqual([])
  })

  test('leaves out what was said and decided of each topic, in prose or below headings', () => {
    const prose = `${'They talked of screws for a long time. '.repeat(8)}\n\n- screws are good\n- nuts are better\n\n`
    const said = '#### Discussion\n\n- too dear\n\n#### Decision\n\nWe buy none.\n\n'
    expect(
      agendaOf(`# Meeting\n\n## Agenda\n\n### Screws\n\n${prose}### Nuts\n\n${said}### Bolts\n\n- long ones\n`),
    ).toEqual(['Screws', 'Nuts', 'Bolts', '  long ones'])
  })

  test('leaves out the notes below its headings', () => {
    const talk = 'Ann: a\nBo: b\nAnn: c\nBo: d\nAnn: e\nBo: f'.split('\n').map((line) => `- ${line}`)
    expect(agendaOf(`## Agenda\n\n### Cookies\n\n${talk.join('\n')}\n\n### Storage\n`)).toEqual(['Cookies', 'Storage'])
  })

  test('is a whole document that calls itself an agenda and has timeboxes', () => {
    const text = `# Group Agenda, meeting 102

* [Chat](https://a.example)

## Wednesday

### Administrivia

* 2 min - Note well
* 3 min - Agenda bashing

### Drafts

* 20 min - Cookies - *Ann Bell*
`
    expect(agendaOf(text)).toEqual([
      'Wednesday',
      '  Administrivia',
      '    Note well [2]',
      '    Agenda bashing [3]',
      '  Drafts',
      '    Cookies [20] > Ann Bell',
    ])
  })
})

describe('an agenda in a table', () => {
  test('has a topic for each row, with the columns of time and presenter', () => {
    const text = `## Agenda items

1. Opening
1. Proposals

    | stage | timebox | topic | presenter |
    |:-:|:-:|-|-|
    | 2 | 1h30m | [Dates](https://a.example) for stage 3 | Ann Bell |
    | 1 | 15m | Maps | Bo Carr |

1. Closure
`
    expect(agendaOf(text)).toEqual([
      'Opening',
      'Proposals',
      '  Dates for stage 3 [90] > Ann Bell',
      '  Maps [15] > Bo Carr',
      'Closure',
    ])
  })

  test('is an agenda wherever it stands if it has a column of timeboxes', () => {
    expect(agendaOf('# Meeting\n\n| Topic | Duration |\n|-|-|\n| one | 10 |\n| | |\n')).toEqual(['one [10]'])
  })

  test('prefers the length to the time of day', () => {
    expect(agendaOf('## Agenda\n\n| Time | Length | Topic |\n|-|-|-|\n| 10:00 | 5 min | one |')).toEqual(['one [5]'])
  })
})

describe('what belongs to an agenda', () => {
  test('no placeholders and no words to those who come', () => {
    const text = `## Agenda

1. Opening
    1. Note: the notes are linked.
    1. Please help take notes.
    1. Thanks!
1. Announcements
    1. _Submit a PR to add your announcement here_
1. Write your own item!
1. \\<other topics>
1. TBD
1. {{topic}}
1.
`
    expect(agendaOf(text)).toEqual(['Opening', 'Announcements'])
  })

  test('items nested to the third level', () => {
    const text = '## Agenda\n- a\n  - b\n    - c\n      - d\n- e\n\n## Notes\n'
    expect(agendaOf(text)).toEqual(['a', '  b', '    c', 'e'])
  })

  test('no remarks below an item, unless they have a number', () => {
    const text = `## Agenda

1. Globals
    * See [#49](https://a.example/49), discussion stalled
    * Poll-worthy?
    * POLL: Revert to the old type in the implausible case of an overflow.
    * Looking for support in advancing.
    * On behalf of Bo
    * Spec text changed this to a wider type but the poll was mildly in favor of the other one
    1. This was first discussed in May, and it may be hard for some.

## Meeting notes
`
    expect(agendaOf(text)).toEqual([
      'Globals',
      '  See #49, discussion stalled',
      '  Poll-worthy?',
      '  POLL: Revert to the old type in the implausible case of an overflow.',
      '  This was first discussed in May, and it may be hard for some.',
    ])
  })

  test('where notes are written into it, only links, votes and who presents', () => {
    const text = `## Agenda

- Storage
  - https://a.example/61
  - We could drop the old one next week.
  - This needs the people who implement it.
  - Current docs: https://a.example/docs
- Demos
  - the new tool (@ann)
  - It works, and it is fast.
  - [ ] @bo will try it
`
    expect(agendaOf(text)).toEqual([
      'Storage',
      '  https://a.example/61',
      '  Current docs: https://a.example/docs',
      'Demos',
      '  the new tool > ann',
    ])
  })

  test('places for others, though a colon stands behind them as behind names', () => {
    expect(agendaOf('Agenda:\n\n* Old business:\n  * Screws\n* New business:\n  * Nuts\n')).toEqual([
      'Old business',
      '  Screws',
      'New business',
      '  Nuts',
    ])
  })

  test('not what a topic is for, nor what those who report have done', () => {
    const list =
      '- Screws\n  - **Goal**: buy some\n  - **Previous discussion**: [pad](https://pad.example/1)\n  - Long ones\n'
    expect(agendaOf(`# Meeting\n\n## Agenda\n\n${list}`)).toEqual(['Screws', '  Long ones'])
    const status = '1. Team status:\n    - Nuts (AnnB/BoC)\n      - Turning the long ones\n      - Still counting\n'
    expect(agendaOf(`# Meeting\n\n## Agenda\n\n${status}`)).toEqual(['Team status', '  Nuts (AnnB/BoC)'])
  })

  test('no sentences that tell how things are, where much of what is nested tells', () => {
    const list = '- Screws\n  - The old one is being replaced\n  - Supposed to be better\n  - Ann: hm\n  - Long ones\n'
    expect(agendaOf(`# Meeting\n\n## Agenda\n\n${list}`)).toEqual(['Screws'])
  })

  test('nothing that came out of a topic', () => {
    const text =
      '## Agenda\n\n- Storage\n  - the new disk\n  - the old one\n  - consensus: sell it\n- Demos\n  - the tool\n'
    expect(agendaOf(text)).toEqual(['Storage', '  the new disk', '  the old one', 'Demos', '  the tool'])
  })

  test('nothing that people say', () => {
    const text = '## Agenda & notes\n\n- Storage\n  - Ann: I like it\n  - Is it fast?\n- Demos\n'
    expect(agendaOf(text)).toEqual(['Storage', 'Demos'])
  })

  test('bullets that are indented too little to be nested', () => {
    const text = '## Agenda\n\n1. one\n  - sub\n2. two\n  - other sub\n\n## Notes\n'
    expect(agendaOf(text)).toEqual(['one', '  sub', 'two', '  other sub'])
  })

  test('the words of a wrapped item, but not what stands on lines of their own', () => {
    const wrapped =
      '## Agenda\n- Should the big file be split before the next release, and who has\n  time for it?\n- Call\n  Look at these examples: https://a.example\n'
    expect(agendaOf(wrapped)).toEqual([
      'Should the big file be split before the next release, and who has time for it?',
      'Call',
    ])
  })
})

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
    ['[name=ann bell] Grant', 'Grant > ann bell'],
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
