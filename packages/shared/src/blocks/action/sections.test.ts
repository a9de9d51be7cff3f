import { describe, expect, test } from 'vitest'

import { TALK, actionsIn, shownIn } from '../../testing/actions-shown.ts'

describe('below a heading, label or item for it', () => {
  test.each([
    ['## Action Items'],
    ['### Action item'],
    ['## Actions'],
    ['## TODOs and Decisions'],
    ['### Tasks / Decisions'],
    ['## :wrench: TODOs and Decisions'],
    ['## TODO'],
    ['## To do'],
    ['## Next steps'],
    ['## Actionable items'],
    ['Actionable items:'],
    ['## 8. Action Items'],
    ['## New action items from this meeting'],
    ['**Action items**'],
    ['Action items:'],
    ['**Next Steps:**'],
    ['Summary of next steps:'],
    ['Action items'],
    ['## Aufgaben'],
  ])('%s', (head) => {
    expect(shownIn(`# Weekly\n\n${head}\n\n- Lee: write\n- read it\n`)).toEqual(['Lee: write', 'read it'])
  })

  test.each([
    ['## Review of action items'],
    ['## Previous action items'],
    ["## Last week's action items"],
    ['## Action plan'],
    ['## Tasks and decisions of the board'],
    ['## GitHub Actions'],
    ['## AI'],
    ['## Agenda'],
  ])('not %s', (head) => {
    expect(shownIn(`# Weekly\n\n${head}\n\n- Lee: write\n- read it\n`)).toEqual([])
  })

  test('a follow-up is one where it says whose it is', () => {
    const list = '- Ann to write\n- **DONE** @bo to read it\n- DONE: Cem to count\n- the colours, again\n'
    expect(shownIn(`# Weekly\n\n### Follow-up\n\n${list}`)).toEqual(['Ann: write', '[x] bo: read it', '[x] Cem: count'])
    const asked = '- Ann: what is our policy?\n- Lee: write it down\n'
    expect(shownIn(`# Weekly\n\n### Follow-up\n\n${asked}`)).toEqual(['Lee: write it down'])
    expect(shownIn(`# Weekly\n\n### Action items\n\n${asked}`)).toHaveLength(2)
  })

  test('in the rows of a paragraph, where most begin with owners', () => {
    const rows = 'Ann to write the page\nBo to read it\nCem and Dan will count\nThen all of it again'
    const each = ['Ann: write the page', 'Bo: read it', 'Cem, Dan: count', 'Then all of it again']
    expect(shownIn(`# Weekly\n\nAction items:\n${rows}\n`)).toEqual(each)
    expect(shownIn(`# Weekly\n\n## Action items\n\n${rows}\n`)).toEqual(each)
    const wrapped = 'Ann to write the page about all the nuts that we have bought so far, and\nBo to read it'
    expect(shownIn(`# Weekly\n\nAction items:\n${wrapped}\n`)).toHaveLength(1)
  })

  test('but not what parts them', () => {
    const list = '- **Long screws:**\n  - buy long ones\n- **Small nuts**\n  - buy small ones\n'
    expect(shownIn(`# Weekly\n\n## Action items\n\n${list}`)).toEqual(['buy long ones', 'buy small ones'])
  })

  test('behind a word in italics on what belongs there', () => {
    const text = (aside: string): string => `# Weekly\n\n**Action items**\n\n${aside}\n\n- Ann to write\n- read it\n`
    expect(shownIn(text('_Say what needs help, and find somebody who helps_'))).toEqual(['Ann: write', 'read it'])
    expect(shownIn(text('We talked about all the nuts that we have bought so far.'))).toEqual([])
  })

  test('with owners and dates behind dashes, bars and arrows', () => {
    const list = [
      '- write - Lee - 2027-06-01',
      '- read | Owner: Lee | Due: June 2',
      '- Lee -> count',
      '- All – sing',
      '- Pre-work: think',
    ]
    expect(shownIn(`${TALK}\n2027-05-14\n\n## Action items\n\n${list.join('\n')}\n`)).toEqual([
      'Lee: write (2027-06-01)',
      'Lee: read | (2027-06-02)',
      'Lee: count',
      'All: sing',
      'Pre-work: think',
    ])
  })

  test('of teams, and of all who are something', () => {
    const list = '- [ ] AB Members to write\n- **All contributors:**\n  - read it\n- **Ann / AB Nut leads:** sing\n'
    expect(shownIn(`# Weekly\n\n## Action items\n\n${list}`)).toEqual([
      'AB Members: write',
      'All contributors: read it',
      'Ann, AB Nut leads: sing',
    ])
  })

  test('done behind a dash', () => {
    const list =
      '- **ACTION** Ann to write - done\n- **ACTION** Ann to say when it is done\n- **ACTION** Ann to read - not done\n'
    expect(actionsIn(`# Weekly\n\n${list}`).map(({ done }) => done)).toEqual([true, false, false])
  })

  test('of people who are linked by their mail', () => {
    const list = '- [ ] [Lee Moss](mailto:lee@acme.example) write\n- [the page](https://acme.example) read\n'
    expect(shownIn(`# Weekly\n\n## Action items\n\n${list}`)).toEqual(['Lee Moss: write', 'the page read'])
  })

  test('an item with a nested list', () => {
    expect(shownIn(`${TALK}- Action Items\n  - Ann: write\n  - all: read it\n- Done\n`)).toEqual([
      'Ann: write',
      'all: read it',
    ])
  })

  test('what has an owner of its own is one, and below it stands how', () => {
    expect(
      shownIn('## Action items\n\n- Lee to ask around:\n  - the list\n  - whoever wrote it\n- Mary: read\n'),
    ).toEqual(['Lee: ask around:', 'Mary: read'])
  })

  test('a topic over items that have owners is nobody', () => {
    const text = '## Action items\n\n- **Cookies:**\n  - Lee will write\n  - read it\n- **Mary:**\n  - sing\n'
    expect(shownIn(`${TALK}\n${text}`)).toEqual(['Lee: write', 'read it', 'Mary: sing'])
  })

  test('no boxes of who is there', () => {
    expect(shownIn('Attendees:\n\n- [x] Ann Bell (_chair_) - Acme\n- [ ] Bob Cole - Acme\n')).toEqual([])
  })

  test('a heading is one itself only with a label and an owner', () => {
    expect(shownIn(`${TALK}\n### Action item: Lee: write\n\n### Action item: the next call\n\nIt was fine.\n`)).toEqual(
      ['Lee: write'],
    )
  })

  test('what somebody is to do with those below is one, and they are none', () => {
    const text =
      '## TODOs\n\nLee: Ask the others about these:\n* nuts\n* bolts\n\nMary: In three weeks:\n* write\n* read\n'
    expect(shownIn(`${TALK}\n${text}`)).toEqual(['Lee: Ask the others about these:', 'Mary: write', 'Mary: read'])
  })

  test('those of the meeting before, where each says whose it is, and below that it is done', () => {
    const list = '- [Lee] write\n  - not yet\n- [Mary, Ann] read\n  - Done\n- [Kim] sing\n  - [Kim] ✅\n'
    expect(shownIn(`${TALK}\n### Previous action items\n\n${list}`)).toEqual([
      'Lee: write',
      '[x] Mary, Ann: read',
      '[x] Kim: sing',
    ])
    expect(shownIn(`${TALK}\n### Previous action items\n\n${list}- all closed\n`)).toEqual([])
  })

  test('no box with somebody of whom it is told how they are', () => {
    expect(shownIn('# Weekly\n\n- [ ] @lee has a page now\n- [ ] @mary K is away\n- [ ] @ann write it\n')).toEqual([
      'ann: write it',
    ])
  })

  test('a party is stood for by those in it', () => {
    expect(shownIn('## Next steps\n\n- ABC (Kim/Bo): write\n- BCD (soon): read\n- CDE (Kim): sing\n')).toEqual([
      'Kim, Bo: write',
      'BCD: read',
      'CDE: sing',
    ])
  })

  test('`abell to …` is Ann Bell, if she is there', () => {
    const text = (name: string): string =>
      `# Call\n\n## Attendees\n\n- ${name}\n- Bo Cole\n\nAction item: abell to write\n`
    expect(shownIn(text('Ann Bell'))).toEqual(['abell: write'])
    expect(shownIn(text('Ann Belling'))).toEqual(['abell to write'])
  })

  test('a nick that begins several entries is their owner, whoever that is', () => {
    const list = '- nicko to write\n- nicko to ask Lee\n- somebody should read it\n'
    expect(shownIn(`# Call\n\n## Action items\n\n${list}`).slice(0, 2)).toEqual(['nicko: write', 'nicko: ask Lee'])
    expect(shownIn('# Call\n\n## Action items\n\n- need to write\n- need to ask\n')).toEqual([
      'need to write',
      'need to ask',
    ])
  })
})
