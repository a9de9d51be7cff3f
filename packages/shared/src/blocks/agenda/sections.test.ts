import { describe, expect, test } from 'vitest'

import { agendaOf } from '../../testing/agenda-outline.ts'

test('the talk below one topic leaves the items below the others what they are', () => {
  const said = ['Ann', 'Bob', 'Cem', 'Ann', 'Bob'].map(
    (name) => `* ${name}: I think that we should buy more of these screws, as I said last time`,
  )
  const text = `# Weekly\n\nPresent: Ann, Bob, Cem\n\n## Agenda\n\n### Announcements\n\n* A new shop opens\n* Prices go up\n\n### News\n\n* No updates.\n\n### acme/screws\n\n* Long ones [#1](https://a.example/1)\n* Short ones [#2](https://a.example/2)\n\n${said.join('\n\n')}\n`
  expect(agendaOf(text)).toEqual([
    'Announcements',
    '  A new shop opens',
    '  Prices go up',
    'News',
    'acme/screws',
    '  Long ones #1',
    '  Short ones #2',
  ])
})

describe('headings that lead through the meeting', () => {
  const STEPS = '### Adoption of the agenda\n\n### Discussion\n\n1. We agreed on nuts.\n\n### Adjourn\n'

  test('are the agenda, with the sentence above them and without what was said', () => {
    const text = `## Agenda\n\nCount the nuts that are left.\n\nThe film is [here](https://a.example).\n\n${STEPS}`
    expect(agendaOf(text)).toEqual(['Count the nuts that are left.', 'Adoption of the agenda', 'Discussion', 'Adjourn'])
  })

  test('are of the notes where a list says what it is about, or nothing ends it', () => {
    expect(agendaOf(`## Agenda\n\n1. Nuts\n2. Bolts\n3. Screws\n\n${STEPS}`)).toEqual(['Nuts', 'Bolts', 'Screws'])
    expect(agendaOf('## Agenda\n\nCount them.\n\n### Nuts\n\n### Discussion\n\n- many\n')).toEqual(['Nuts'])
  })
})

test('long talk of one issue leaves the next what it is', () => {
  const talk = `Ann: ${'We have to count them all again. '.repeat(12)}\n\n`
  const issue = (words: string, number: number): string => `* ${words} [#${number}](https://a.example/${number})\n\n`
  const text = `## Agenda\n\n### acme/nuts\n\n${issue('Count them', 1)}${talk}${issue('Oil them', 2)}${talk}* They are oiled\n`
  expect(agendaOf(text)).toEqual(['acme/nuts', '  Count them #1', '  Oil them #2'])
})

test('a heading that calls to the readers is no topic, and ends the agenda', () => {
  const text = "## Topics\n\n- Nuts\n- Bolts\n\n### Let's stay in touch!\n\n- Call us\n"
  expect(agendaOf(text)).toEqual(['Nuts', 'Bolts'])
  expect(agendaOf('## Agenda\n\n### Demos!\n\n### Nuts\n')).toEqual(['Demos!', 'Nuts'])
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

  test('is only its list where one of the headings below goes on with an item of it', () => {
    const list = '## Agenda items\n\n1. Turning long screws (Ann Bell)\n\n'
    const headings = '### Adoption of the agenda\n\n### Discussion: Turning long screws\n\nAB: hm\n\n### Rest\n'
    expect(agendaOf(`${list}${headings}`)).toEqual(['Turning long screws > Ann Bell'])
    expect(agendaOf(`${list}${headings.replace('Discussion: Turning', 'Discussion: Oiling')}`)).toHaveLength(2)
    expect(agendaOf(`${list}### News: Turning long screws\n\n- two\n`)).toHaveLength(1)
  })

  test('has that there is no news this week as what was said of it, and no placeholder', () => {
    const text = (item: string): string => `## Agenda\n\n### News\n\n* ${item}\n\n### Nuts\n\n* Long ones\n`
    expect(agendaOf(text('No announcements this week'))).toContain('  No announcements this week')
    expect(agendaOf(text('No announcements yet'))).toHaveLength(3)
    expect(agendaOf(text('No topics this week'))).toHaveLength(3)
  })

  test('takes in a heading of its own level that is nothing but a place for others', () => {
    const text = '## Agenda\n\n## Announcements\n\n* news\n\n### group/repository\n\n* fix it\n\n## Q&A, Other\n'
    expect(agendaOf(text)).toEqual(['Announcements', '  news', 'group/repository', '  fix it'])
  })

  test('takes in the headings of its own level up to the notes, while it is empty', () => {
    const text = '## Opening items\n\n- Roll call\n\n## How we work\n\n- so and so\n\n## Boats\n\nA yard\n\n'
    const notes = '## Notes\n\n### Boats\n\n- they leak\n'
    expect(agendaOf(`# Meeting\n\n## Agenda\n\n${text}${notes}`)).toEqual([
      'Opening items',
      '  Roll call',
      'How we work',
      'Boats',
    ])
    expect(agendaOf(`# Meeting\n\n## Agenda\n\n## Boats\n\n- they leak\n`)).toEqual([])
    expect(agendaOf(`# Meeting\n\n## Agenda\n\n## Present\n\n- Ann\n\n${text}${notes}`)).toEqual([])
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
