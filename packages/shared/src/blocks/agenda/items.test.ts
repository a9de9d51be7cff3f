import { describe, expect, test } from 'vitest'

import { agendaOf } from '../../testing/agenda-outline.ts'

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
1. (\\<your name>, topic)
1.
`
    expect(agendaOf(text)).toEqual(['Opening', 'Announcements'])
  })

  test('words to those who come where they have numbers, and no note says that they are only that', () => {
    const opening = (...words: readonly string[]): string =>
      `## Agenda\n\n1. Opening\n${words.map((each) => `    ${each}\n`).join('')}1. Screws\n`
    expect(agendaOf(opening('1. Please help take notes.', '1. Thanks!'))).toEqual([
      'Opening',
      '  Please help take notes.',
      '  Thanks!',
      'Screws',
    ])
    expect(agendaOf(opening('1. Note: the notes are linked.', '1. Thanks!'))).toEqual(['Opening', 'Screws'])
    expect(agendaOf(opening('- Please help take notes.', '- Thanks!'))).toEqual(['Opening', 'Screws'])
  })

  test('minutes as bare numbers in front, where most items have them', () => {
    expect(agendaOf('## Agenda\n\n- [10] Screws\n- [5] Nuts\n- [15] Bolts\n- Oil\n')).toEqual([
      'Screws [10]',
      'Nuts [5]',
      'Bolts [15]',
      'Oil',
    ])
    expect(agendaOf('## Agenda\n\n- [1] Screws\n- [2] Nuts\n- [3] Bolts\n')).toEqual([
      '[1] Screws',
      '[2] Nuts',
      '[3] Bolts',
    ])
  })

  test('nothing that tells how far it is', () => {
    const text =
      '## Agenda\n\n- Guides\n  - [How to turn](https://a.example/1)\n    - Under review\n  - [How to drill](https://a.example/2)\n    - In discussion, no draft yet\n'
    expect(agendaOf(text)).toEqual(['Guides', '  How to turn', '  How to drill'])
  })

  test('items nested to the fifth level', () => {
    const text = '## Agenda\n- a\n  - b\n    - c\n      - d\n        - e\n          - f\n- g\n\n## Notes\n'
    expect(agendaOf(text)).toEqual(['a', '  b', '    c', '      d', '        e', 'g'])
  })

  test('no remarks nested deep, with or without a number', () => {
    const text =
      '## Agenda\n\n1. Reports\n   1. Screws\n      1. Why long ones?\n         1. They hold for longer.\n         1. Prices\n'
    expect(agendaOf(text)).toEqual(['Reports', '  Screws', '    Why long ones?', '      Prices'])
  })

  test('questions that are to be talked about', () => {
    const text =
      '## Agenda\n\n- Screws\n  - Should we buy long ones?\n  - Should be easy\n  - Could others help, like:\n    - Ann\n'
    expect(agendaOf(text)).toEqual(['Screws', '  Should we buy long ones?', '  Could others help, like', '    Ann'])
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
  - [The registration](https://a.example/register) opened
  - Refer to: https://a.example/62
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
    expect(agendaOf(text.replace('consensus', 'Answer'))).toHaveLength(5)
  })

  test('a long item among nothing but links, questions and votes, and no sentence', () => {
    const list = '1. Screws\n   * https://a.example/1\n   * POLL: shall we buy some?\n'
    const long = '   * Offer one sort of screw for all of the holes that we have so far\n'
    expect(agendaOf(`## Agenda\n\n${list}${long}`)).toHaveLength(4)
    expect(agendaOf(`## Agenda\n\n${list}${long.trimEnd()}.\n`)).toHaveLength(3)
    expect(agendaOf(`## Agenda\n\n1. Screws\n   * https://a.example/1\n${long}`)).toHaveLength(2)
  })

  test('no bare address below what may just as well be a topic that was talked about', () => {
    const list =
      '- Bo: read it again\n  - https://a.example/1\n- [Nuts](https://a.example/2)\n  - [Long](https://a.example/3)\n'
    expect(agendaOf(`## Agenda\n\n${list}`)).toHaveLength(4)
    expect(agendaOf(`## New topics\n\n${list}`)).toEqual(['Bo: read it again', 'Nuts', '  Long'])
  })

  test('nothing that people say', () => {
    const text = '## Agenda & notes\n\n- Storage\n  - Ann: I like it\n  - Is it fast?\n- Demos\n'
    expect(agendaOf(text)).toEqual(['Storage', 'Demos'])
  })

  test('nothing that people say at length between the topics, where notes are written into them', () => {
    const said = '  - Ann: I like it.\n  - Bo: So do I.\n  - Ann: It is fast, too.\n'
    const text = `## Agenda\n\n- Storage\n${said}- Ann: Where should it live? Here is best.\n- Bo: the demo\n`
    expect(agendaOf(text)).toEqual(['Storage', 'Bo: the demo'])
  })

  test('no links in what is told, where notes are written into them', () => {
    const told = '  - The nuts are out now: https://a.example/1\n  - Ann: I like it\n  - Bo: So do I\n'
    const text = `## Agenda & notes\n\n- Storage\n${told}  - Old nuts: https://a.example/2\n- Demos\n`
    expect(agendaOf(text)).toEqual(['Storage', '  Old nuts: https://a.example/2', 'Demos'])
  })

  test('below a colon no sentences of what was talked about', () => {
    const items = '- Nuts:\n  - Ann was thinking about a way to count them\n  - Big ones\n'
    expect(agendaOf(`## New topics\n\n${items}`)).toEqual(['Nuts:', '  Big ones'].map((line) => line.replace(':', '')))
    expect(agendaOf(`## Agenda\n\n${items}`)).toHaveLength(3)
  })

  test('no long run of prose behind the last topic that is planned', () => {
    const said = ['It is fast.', 'Nuts rust', 'We oil them.', 'Bolts do not', 'They are old.', 'Screws', 'I like it.']
    const more = ['So do I', 'It was loud', 'You hear it', 'There is more']
    const list = (lines: readonly string[]): string => lines.map((line) => `- ${line}\n`).join('')
    const planned = ['[Nuts](https://a.example)', '**Talk:** Ann on bolts']
    expect(agendaOf(`## Agenda\n\n${list([...planned, ...said, ...more])}`)).toEqual(['Nuts', 'Talk: Ann on bolts'])
    expect(agendaOf(`## Agenda\n\n${list([...planned, ...said])}`)).toHaveLength(9)
    expect(agendaOf(`## Agenda\n\n${list([...said, ...more])}`)).toHaveLength(11)
  })

  test('bullets that are indented too little to be nested', () => {
    const text = '## Agenda\n\n1. one\n  - sub\n2. two\n  - other sub\n\n## Notes\n'
    expect(agendaOf(text)).toEqual(['one', '  sub', 'two', '  other sub'])
  })

  test('also what has a long run of blanks in it', () => {
    expect(agendaOf(`## Agenda\n\n- Screws${' '.repeat(5000)}?\n- Nuts\n`)).toHaveLength(2)
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
