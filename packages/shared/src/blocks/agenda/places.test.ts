import { describe, expect, test } from 'vitest'

import { linesOf } from '../../markdown/lines.ts'
import { agendaOf } from '../../testing/agenda-outline.ts'
import { understand } from '../understand.ts'

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
    ['a remark in italics in the next line', '**Agenda**\n_What we want to get through_\n- one\n- two'],
    [
      'a sentence that says so',
      'The following agenda was sent to all members:\n\n| Topic | Reviewer |\n|-|-|\n| one | Ann |\n| two | Bo |',
    ],
    ['several lists', '## Topics\n\n* one\n\n```\ncode\n```\n\n- two'],
  ])('is below %s', (_, text) => {
    expect(agendaOf(`# Meeting\n\n${text}\n\n## Minutes\n\n- other\n`)).toEqual(['one', 'two'])
  })

  test('is the list right below the title where most of its items have a timebox, and nothing announces it', () => {
    const timed =
      '1. Welcome (1m, Ann)\n   - [Rules](https://a.example)\n2. Roll call\n3. Berths (10m, Bo)\n4. Tides (5m, Cem)\n'
    expect(agendaOf(`# Harbour notes\n\nWatch it later.\n\n${timed}\n## Berths (10m, Bo)\n\n- other\n`)).toEqual([
      'Welcome [1] > Ann',
      '  Rules',
      'Roll call',
      'Berths [10] > Bo',
      'Tides [5] > Cem',
    ])
    expect(agendaOf('# Harbour notes\n\n- Ann was late (5 min)\n- Bo\n- Cem\n- Dan\n')).toEqual([])
    expect(agendaOf(`# Harbour notes\n\n## Notes\n\n${timed}`)).toEqual([])
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

  test('ends where points go through it again, with notes', () => {
    const again = (last: string): string =>
      `## Agenda\n\n- Boats for all\n- oars and sails\n\n- Boats for us\n  - Ann: no\n- ${last}\n  - Bo: no\n`
    expect(agendaOf(again('Oars and tar'))).toEqual(['Boats for all', 'oars and sails'])
    expect(agendaOf(again('Tar and oars')).filter((topic) => !topic.startsWith(' '))).toHaveLength(4)
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
    expect(agendaOf('Agenda:\n\n* @ann: boats\n* @bo: oars\n* @cem: sails\n')).toHaveLength(3)
    expect(agendaOf('Agenda:\n\n* [Ann] boats\n* [Bo] oars\n')).toHaveLength(2)
    expect(agendaOf('## Afternoon agenda\n\n1. boats\n1. oars\n')).toEqual(['boats', 'oars'])
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
    const planned = '* Long screws #12\n* Small nuts #13\n* New bolts #14\n'
    const topics = ['Long screws', 'Small nuts', 'New bolts', 'Rust'].map((topic) => `### ${topic}\n\n* Ann: hm\n`)
    expect(agendaOf(`## Agenda\n\n${planned}\n## Today's agenda\n\n${topics.join('\n')}`)).toHaveLength(3)
  })

  test('holds below the name of a repository its issues, and never what came of one', () => {
    const issues = '* Nuts [#1](https://a.example/1)\n* Bolts [#2](https://a.example/2)\n'
    const text = `## Agenda\n\n### News\n\n* Ann is back\n* ACTION: Bo to bake\n\n### acme/nuts\n\n${issues} * nobody knows\n`
    expect(agendaOf(text)).toEqual(['News', '  Ann is back', 'acme/nuts', '  Nuts #1', '  Bolts #2'])
  })

  test('holds there also titles without a link, below which notes are nested', () => {
    const notes = '  * Ann: we have some\n\n'
    const issues = `* Nuts [#1](https://a.example/1)\n${notes}* Bolts [#2](https://a.example/2)\n${notes}`
    const others = `* Long screws\n${notes}* Glue: there is none\n${notes}* Nobody knows\n`
    expect(agendaOf(`## Agenda\n\n### acme/nuts\n\n${issues}${others}`)).toEqual([
      'acme/nuts',
      '  Nuts #1',
      '  Bolts #2',
      '  Long screws',
    ])
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

  test('goes on behind what was said of a topic with topics written alike: a link and who looks after it', () => {
    const link = (name: string): string => `[${name}](https://a.example/${name})`
    const first = `* ${link('Boats')} Ann\n\nAnn: They leak.\n\nBo: So they do.\n\n`
    const more = `* ${link('Oars')} Ann, Bo\n\nAnn: Next week.\n\nBacklog:\n\n* ${link('Sails')} Cem\n`
    expect(agendaOf(`# Meeting\n\nAgenda:\n${first}${more}`)).toEqual(['Boats Ann', 'Oars Ann, Bo'])
    const posted = `* ${link('Minutes')}\n\n* Ann mends ${link('Oars')} Bo\n`
    expect(agendaOf(`# Meeting\n\nAgenda:\n${first}${posted}`)).toEqual(['Boats Ann'])
  })

  test('is not what people say behind a remark', () => {
    expect(agendaOf('**Agenda**\n\n_Nobody added anything today_\n\n- Ann: we sold it\n- Bo: fine\n')).toEqual([])
    expect(agendaOf('**Agenda**\n_Nobody added anything today_\n- Ann: we sold it\n- Bo: fine\n')).toEqual([])
    expect(agendaOf('**Agenda**\n_Attendees_\n- Ann\n- Bo\n')).toEqual([])
  })

  test('stays empty while it waits for items, and says where', () => {
    const [agenda] = understand(linesOf('# Meeting\n\n## Agenda\n\n## Notes\n\n- a').document).agendas
    expect(agenda).toMatchObject({ items: [], carrier: { path: [1] } })
    const [list] = understand(linesOf('## Agenda\n\n1. Write your own item!').document).agendas
    expect(list).toMatchObject({ items: [], carrier: { path: [1] } })
  })
})
