import { describe, expect, test } from 'vitest'

import { TALK, shownIn } from '../../testing/actions-shown.ts'

describe('which lines below such a head are action items', () => {
  test('with `For` before their owners', () => {
    expect(shownIn('## Action items\n\n- For Ann: oil it\n- Assigned to: Bob: count\n- For now: wait\n')).toEqual([
      'Ann: oil it',
      'Bob: count',
      'For now: wait',
    ])
  })

  test('`Next steps` in an agenda is a topic', () => {
    expect(shownIn('## Agenda\n\n- Next steps\n  - the release\n')).toEqual([])
    expect(shownIn('# Call\n\n## Agenda\n\n### Next steps\n\n* What is next?\n  - Lee: We drop it.\n')).toEqual([])
    expect(shownIn('# Agenda and notes\n\n## Next steps\n\n- Lee: drop it\n')).toEqual(['Lee: drop it'])
  })

  test.each([
    ['Lee: write', 'Lee: write'],
    ['Zoe: write', 'Zoe: write'],
    ['RD: write', 'RD: write'],
    ['SjK: write', 'SjK: write'],
    ['TT/CV: write', 'TT, CV: write'],
    ['Divya/David to write', 'Divya, David: write'],
    ['Lee and Mary to write', 'Lee, Mary: write'],
    ['Ann Bell to write', 'Ann Bell: write'],
    ['[@ann](https://github.com/ann): write', 'ann: write'],
    ['@ann write', 'ann: write'],
    ['Unclaimed: write', 'write'],
    ['all: read it', 'all: read it'],
    ['Lee - write', 'Lee: write'],
    ['write - Lee', 'Lee: write'],
    ['Lee will write', 'Lee: write'],
    ['Lee aims to write', 'Lee: write'],
    ['Lee has agreed to write', 'Lee: write'],
    ['Lee and Mary volunteered to write', 'Lee, Mary: write'],
    ['The group is asked to write', 'write'],
    ['Working group members to write', 'Working group members: write'],
    ['Further talk about the page', 'Further talk about the page'],
    ['Lee writes the page', 'Lee: writes the page'],
    ['RD (open an issue): write', 'RD: write'],
    ['Working group chairs to write', 'Working group chairs: write'],
    ['Chairs (Kim and Zoe) to write', 'Chairs: write'],
    ['Community leaders to write', 'Community leaders: write'],
    ['The group will write', 'write'],
    ['Zoe and team will write', 'Zoe: write'],
    ['Authors of the nuts draft to write', 'Authors of the nuts draft: write'],
    ['The editors of the first two drafts should write', 'editors of the first two drafts: write'],
    ['Storage team to write', 'Storage team: write'],
    ['The working group will write', 'working group: write'],
    ['The chairs will write', 'chairs: write'],
    ['Storage team will not write', 'Storage team will not write'],
    ['Ask Storage team to write', 'Ask Storage team to write'],
    ['Docs: write the page', 'Docs: write the page'],
    ['Talk to Ben about it', 'Talk to Ben about it'],
    ['Migrate to the new site', 'Migrate to the new site'],
    ['Workshop it with Ben and Zoe', 'Workshop it with Ben and Zoe'],
    ['~~Lee: write~~', '[x] Lee: write'],
    ['Lee: ~~write~~', '[x] Lee: write'],
    ['Lee: write [DONE]', '[x] Lee: write'],
    ['[DONE] Lee: write', '[x] Lee: write'],
    ['Lee: write (done)', '[x] Lee: write'],
    ['Lee: write it. Completed: https://example.org/1', '[x] Lee: write it.'],
    ['✅ Lee: write', '[x] Lee: write'],
    ['TODO: write', 'write'],
    ['See if it works', 'See if it works'],
    ['RV/RD: https://example.org/336', 'RV, RD: https://example.org/336'],
  ])('reads %s', (item, wanted) => {
    expect(shownIn(`${TALK}\n## Action items\n\n- ${item}\n`)).toEqual([wanted])
  })

  test.each([
    ['None'],
    ['N/A'],
    ['TODO'],
    ['No new action items.'],
    ['https://example.org/list'],
    ['[List of action items](https://example.org/list)'],
    ['Board: https://example.org/list'],
    ['The next call will be held in May'],
    ['Lee wanted the page'],
    ['Soft deadline for the page: June 1'],
    ['Zoe Fox invited the others to write'],
    ['The chairs have invited the others to write'],
    ['The group decided to wait'],
    ['Next meeting: 4 May, about nuts'],
    ['There were none last time'],
    ['See the list of issues'],
    ['Will be closing some of them, so please comment'],
    ['_your item here_'],
  ])('passes over %s', (item) => {
    expect(shownIn(`${TALK}\n## Action items\n\n- ${item}\n`)).toEqual([])
  })

  test('a name in small letters stands where names stand in the other entries', () => {
    const items = '- Niko to write\n- scott to post\n- Josh to ask\n- need to think\n'
    expect(shownIn(`## Action items\n\n${items}`)).toEqual(['Niko: write', 'scott: post', 'Josh: ask', 'need to think'])
  })

  test('notes below an action are no actions, entries below a name or a topic are', () => {
    const text = `${TALK}
## Action items

- Lee: write
  - it was long before
- Ann:
  - read it
  - print it
- The page / Mary
  - Lee: draw
  - Unclaimed: colour
`
    expect(shownIn(text)).toEqual(['Lee: write', 'Ann: read it', 'Ann: print it', 'Lee: draw', 'colour'])
  })

  test('a line with a colon names the owner of the list below it', () => {
    const text = '## TODOs\n\nAM: In three weeks:\n\n- write\n- read\n\nFP: draw\n\nPrint it.\n'
    expect(shownIn(text)).toEqual(['AM: write', 'AM: read', 'FP: draw', 'Print it.'])
  })

  test('each paragraph is one, with the rows that go on', () => {
    const text =
      '## TODOs and Decisions\n\nRD: Write the page.\nAsk for readers.\n\nRename the room.\n\nRD: Read.\nAJ: Print.\n'
    expect(shownIn(text)).toEqual([
      'RD: Write the page. Ask for readers.',
      'Rename the room.',
      'RD: Read.',
      'AJ: Print.',
    ])
  })

  test('prose after a list, after a rule, or after a label’s list is none', () => {
    expect(shownIn('## Action items\n\n- Lee: write\n\nWe met at noon.\n')).toEqual(['Lee: write'])
    expect(shownIn('## TODOs\n\nRD: write\n\n---\n\n_Copyright of us_\n')).toEqual(['RD: write'])
    expect(shownIn('# Weekly\n\nNext steps:\n\n- write\n\nWe met at noon.\n')).toEqual(['write'])
  })

  test('headings within the section part it: there only what has an owner or a box is an entry', () => {
    const text =
      '## Action items\n\n### The page\n\n- Lee: write\n- it is long\n- [ ] read\n\n### Notes\n\n- Lee: hello\n'
    expect(shownIn(text)).toEqual(['Lee: write', 'read'])
  })

  test('`Next steps` is no section where the agenda has it as a topic', () => {
    const agenda = '## Agenda\n\n- Status\n- Next steps\n\n'
    expect(shownIn(`${agenda}### Next steps\n\nAJ: We should see.\n`)).toEqual([])
    expect(shownIn(`${agenda}### Status\n\nNext steps:\n\n- go on\n`)).toEqual(['go on'])
  })

  test('the section ends with the next heading', () => {
    expect(shownIn('# Action items\n\n- write\n\n## Notes\n\n- Lee: said so\n')).toEqual(['write'])
  })
})
