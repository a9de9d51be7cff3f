import { describe, expect, test } from 'vitest'

import { parse } from '../../markdown/index.ts'
import { last } from '../../testing/there.ts'
import { Claims } from '../context.ts'
import { Roster } from '../people/roster.ts'
import { viewOf } from '../reading/index.ts'
import { type Understanding, understand } from '../understand.ts'
import type { Action } from './action.ts'
import { recogniseActions } from './recognise.ts'

/** Minutes of a meeting with Ann, Lee and Mary. */
const TALK = `# Weekly

Present: Ann, Lee, Mary

- Ann: good morning
- Lee: hello
- Mary: hi
- Ann: shall we begin?
- Lee: yes
- Mary: go on
`

function actionsIn(text: string): Understanding['actions'] {
  return understand(parse(text)).actions
}

/** An action as one line: `[x] Lee, Mary: text (2027-05-04)`. */
function shown({ text, owners, due, done }: Action): string {
  const names = owners.map(({ value }) => value).join(', ')
  return `${done ? '[x] ' : ''}${names === '' ? '' : `${names}: `}${text.value}${due === undefined ? '' : ` (${due.value})`}`
}

function shownIn(text: string): readonly string[] {
  return actionsIn(text).map(shown)
}

/** What is read from one item among talk. */
function read(item: string): readonly string[] {
  return shownIn(`${TALK}- ${item}\n`)
}

describe('a label makes a line an action item', () => {
  test.each([
    ['**ACTION ITEM** write the page', 'write the page'],
    ['**Action Item**: write the page', 'write the page'],
    ['__Action item:__ write the page', 'write the page'],
    ['Action Item: write the page', 'write the page'],
    ['ACTION: write the page', 'write the page'],
    ['Action: write the page', 'write the page'],
    ['AI: write the page', 'write the page'],
    ['*AI:* write the page', 'write the page'],
    ['TODO: write the page', 'write the page'],
    ['TODO write the page', 'write the page'],
    ['To do: write the page', 'write the page'],
    ['Action 3: write the page', 'write the page'],
    ['**ACTION 58.1**: write the page', 'write the page'],
    ['ACTION: Lee writes the page', 'Lee: writes the page'],
    ['**Action item:** Lee, Mary write the page', 'Lee, Mary: write the page'],
    ['ACTION: Lee and others write', 'Lee and others write'],
    ['ACTION: Slides on the page', 'Slides on the page'],
    ['TODO: write the page (Lee, next week)', 'Lee: write the page'],
    ['[Action #1](https://example.org/1): write the page', 'write the page'],
    ['[Action #1](https://example.org/1) write the page', 'write the page'],
    ['[*Action item*](https://example.org/1): write the page', 'write the page'],
    ['[ACTION] write the page', 'write the page'],
    ['[ACTION: Lee to write the page]', 'Lee: write the page'],
    ['#action write the page', 'write the page'],
    ['🎬 ACTION: write the page', 'write the page'],
    ['**Action  **: write the page', 'write the page'],
    ['(Action item) write the page', 'write the page'],
    ['ACTION REQUIRED: write the page', 'write the page'],
    ['todo: write the page', 'write the page'],
    ['Next steps: write the page and ask for readers', 'write the page and ask for readers'],
  ])('%s', (item, wanted) => {
    expect(read(item)).toEqual([wanted])
  })

  test.each([
    ['AI(Lee): write', 'Lee: write'],
    ['AI(lukas): write', 'lukas: write'],
    ['AI(Ben Smith) write', 'Ben Smith: write'],
    ['TODO(lee): write', 'lee: write'],
    ['ACTION ITEM (Mary): write', 'Mary: write'],
    ['ACTION: Lee to write', 'Lee: write'],
    ['ACTION: Lee, Mary to write', 'Lee, Mary: write'],
    ['ACTION: Martin and EKR to write', 'Martin, EKR: write'],
    ['ACTION: @lee write', 'lee: write'],
    ['ACTION: @lee, @mary to write', 'lee, mary: write'],
    ['ACTION: all to read it', 'all: read it'],
    ['ACTION: everyone please read it', 'everyone: read it'],
    ['ACTION: Lee: write', 'Lee: write'],
    ['ACTION: editors to write', 'editors: write'],
    ['**ACTION** - Lee - write', 'Lee: write'],
    ['**ACTION - Lee**: write', 'Lee: write'],
    ['**ACTION - Lee** write', 'Lee: write'],
    ['**[ACTION - Lee]** write', 'Lee: write'],
    ['[ACTION - Lee] write', 'Lee: write'],
    ['**[ACTION - everyone]**: read it', 'everyone: read it'],
    ['**AI @lee** write', 'lee: write'],
    ['[ACTION - any editor] write', 'any editor: write'],
    ['**ACTION - any editor**: write', 'any editor: write'],
    ['**ACTION - Lee to write the page**', 'Lee: write the page'],
    ['[AI: @lee] write', 'lee: write'],
    ['action: Lee to write', 'Lee: write'],
    ['Actions: Lee to write', 'Lee: write'],
    ['AI Lee: write', 'Lee: write'],
    ['Action Fred to write', 'Fred: write'],
    ['Action on Lee: write', 'Lee: write'],
    ['Actions by the security folk to review', 'security folk: review'],
    ['#action lee write', 'lee: write'],
    ['Action #2: write (Ben Smith)', 'Ben Smith: write'],
    ['ACTION: write - Lee', 'Lee: write'],
    ['ACTION: write (@lee)', 'lee: write'],
    ['ACTION: write (owner: Zoe)', 'Zoe: write'],
    ['ACTION: Unclaimed: write', 'write'],
    ['ACTION: write (use the issue)', 'write (use the issue)'],
    ['ACTION: talk to Ben', 'talk to Ben'],
  ])('and says whose it is: %s', (item, wanted) => {
    expect(read(item)).toEqual([wanted])
  })

  test.each([
    ['Mary: my comment needs more talk. **ACTION ITEM**', 'my comment needs more talk.'],
    ['this needs more talk. **ACTION - Lee**', 'Lee: this needs more talk.'],
    ['this needs more talk [ACTION - Lee]', 'Lee: this needs more talk'],
    ['this needs more talk. ACTION ITEM', 'this needs more talk.'],
    ['this needs more talk #action', 'this needs more talk'],
    ['Lee writes the page. **Action**: Lee', 'Lee: Lee writes the page.'],
  ])('also at its end: %s', (item, wanted) => {
    expect(read(item)).toEqual([wanted])
    expect(actionsIn(`${TALK}- ${item}\n`)).toMatchObject([{ form: 'trailing-label' }])
  })

  test.each([
    ['Lee: __Action Item__: write', 'write'],
    ['Lee: ACTION: write', 'write'],
    ['Lee: I could. **ACTION ITEM**: Lee to write', 'Lee: write'],
    ['We agree. ACTION: Lee to write', 'Lee: write'],
    ['They may help; ACTION: Lee to write', 'Lee: write'],
  ])('and in the middle, where somebody speaks: %s', (item, wanted) => {
    expect(read(item)).toEqual([wanted])
  })

  test('a hard-wrapped paragraph is one action, up to where somebody else speaks', () => {
    const text = `${TALK}- George: can we do that
  in the issue?
      **Action Item**: talk about
      it there
  Lann: it is a long story
`
    expect(actionsIn(text)).toMatchObject([{ text: { value: 'talk about it there' }, carrier: { row: 2 } }])
  })

  test('who speaks an action keeps the word, an owner before a colon is no speaker', () => {
    const view = viewOf(parse(`${TALK}- Mary: more talk. **ACTION ITEM**\n- Lee: ACTION: read\n- ACTION: Lee: write\n`))
    const claims = new Claims()
    expect(recogniseActions({ view, roster: new Roster([]), claims })).toHaveLength(3)
    expect(view.lines.filter((line) => claims.has(line)).map(({ text }) => text)).toEqual(['ACTION: Lee: write'])
  })
})

describe('a check box makes it one', () => {
  test.each([
    ['[ ] @ann: write', 'ann: write'],
    ['[ ] @ann will write', 'ann: write'],
    ['[x] @ann write', '[x] ann: write'],
    ['[ ] Lee: write', 'Lee: write'],
    ['[ ] Lee to write', 'Lee: write'],
    ['[x] **lee** - write', '[x] lee: write'],
    ['[] Lee - write', 'Lee: write'],
    ['[X] Lee/Mary to write', '[x] Lee, Mary: write'],
    ['[ ] write (@lee)', 'lee: write'],
    ['[ ] write @lee', 'lee: write'],
  ])('with an owner: %s', (item, wanted) => {
    expect(read(item)).toEqual([wanted])
  })

  test.each([
    ['[ ] TODO'],
    ['[ ] the page is written'],
    ['[ ] Migrate to the new site'],
    ['[x] @ann'],
    ['[ ] Parts:'],
    ['[ ] ask @lee for it'],
  ])('not %s', (item) => {
    expect(read(item)).toEqual([])
  })

  test('in a section of action items also without an owner, where Markdown sees no box too', () => {
    expect(shownIn('## Action items\n\n- [ ] write\n- [x] read\n- [] ask\n- [ ] TODO\n')).toEqual([
      'write',
      '[x] read',
      'ask',
    ])
  })

  test('not in a row of an item with a box, which is a step of it unless it has an owner', () => {
    const rows = '- [ ] **Ann**: write\n\t  - [ ] short and long\n\t  - [ ] Lee: read\n'
    expect(shownIn(`## Action items\n\n${rows}`)).toEqual(['Ann: write', 'Lee: read'])
  })

  test('not in what a robot wrote, nor in what a product is to have', () => {
    expect(shownIn(`${TALK}\n> - [ ] @ann\n> - [x] @lee did review\n`)).toEqual([])
    expect(shownIn(`${TALK}\n## Milestone\n\n- [ ] @ann write\n`)).toEqual([])
  })
})

describe('below a heading, label or item for it', () => {
  test.each([
    ['## Action Items'],
    ['### Action item'],
    ['## Actions'],
    ['## TODOs and Decisions'],
    ['## :wrench: TODOs and Decisions'],
    ['## TODO'],
    ['## To do'],
    ['## Next steps'],
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

  test('a nick that begins several entries is their owner, whoever that is', () => {
    const list = '- nicko to write\n- nicko to ask Lee\n- somebody should read it\n'
    expect(shownIn(`# Call\n\n## Action items\n\n${list}`).slice(0, 2)).toEqual(['nicko: write', 'nicko: ask Lee'])
    expect(shownIn('# Call\n\n## Action items\n\n- need to write\n- need to ask\n')).toEqual([
      'need to write',
      'need to ask',
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

describe('is not an action item', () => {
  test.each([
    ["Lee: I'll do it"],
    ['Lee: good idea - good action'],
    ['Lee: Next steps: go on with the work'],
    ['Lee: added as an action item for next week'],
    ['next step: somebody needs to write it up'],
    ['Next step is to ask'],
    ['[TODO: slides]'],
    ['TODO'],
    ['TODO list is long'],
    ['TODO: TODO'],
    ['AI policy: what may be written by machines'],
    ['AI tools are great'],
    ['[AI-generated] text'],
    ['Talk about AI: is it good?'],
    ['Actions: none'],
    ['ACTION: none. Open until it has landed.'],
    ['Action items: https://example.org/list'],
    ['Action item scribe: Lee'],
    ['The *action* of the form is to submit it'],
    ['action: the address to submit to'],
    ['Actions: the runners are slow'],
    ['`AI:` begins a line'],
    ['TODO before the release:'],
    ['action is probably nothing'],
    ['`ACTION` is a word'],
  ])('%s', (item) => {
    expect(read(item)).toEqual([])
  })

  test('a heading', () => {
    expect(shownIn(`${TALK}\n## ACTION: write\n`)).toEqual([])
  })

  test('`AI:`, where somebody of these initials is there', () => {
    const view = viewOf(parse('# Weekly\n\nAI: I write the page\n\nLB: fine\n\nAI: thank you\n'))
    const at = { path: [0], from: 0, to: 0 }
    const ada = { name: 'Ada Ito', initials: 'AI', state: 'present', at } as const
    expect(recogniseActions({ view, roster: new Roster([ada]), claims: new Claims() })).toEqual([])
    expect(
      recogniseActions({ view: viewOf(view.document), roster: new Roster([]), claims: new Claims() }),
    ).toHaveLength(2)
  })
})

describe('due', () => {
  test.each([
    ['ACTION: write by 2027-05-04', 'write (2027-05-04)'],
    ['ACTION: Lee to write, due 4 May 2027', 'Lee: write (2027-05-04)'],
    ['ACTION: write (due: May 4th, 2027)', 'write (2027-05-04)'],
    ['ACTION: write [due 2027-05-04]', 'write (2027-05-04)'],
    ['ACTION: write by Tuesday 4 May 2027.', 'write (2027-05-04)'],
    ['ACTION: write Due: 2027-05-04 (Tuesday 4 May)', 'write (2027-05-04)'],
    ['ACTION: write (due 2027-05-04) - Lee', 'Lee: write (2027-05-04)'],
    ['ACTION: write - Lee (due 2027-05-04)', 'Lee: write (2027-05-04)'],
    ['ACTION: write by 2027-05-04 what we said', 'write by 2027-05-04 what we said (2027-05-04)'],
  ])('%s', (item, wanted) => {
    expect(read(item)).toEqual([wanted])
  })

  test.each([
    ['ACTION: write by 4 May'],
    ['ACTION: write before the next meeting'],
    ['ACTION: write by Friday'],
    ['ACTION: write in 3 weeks'],
    ['ACTION: write by 31 February 2027'],
    ['ACTION: write by May 2027'],
    ['ACTION: look at the plan of 2027-05-04'],
  ])('not in %s', (item) => {
    expect(last(actionsIn(`${TALK}- ${item}\n`)).due).toBeUndefined()
  })
})

describe('what a person said of a line', () => {
  const withRole = (text: string, path: readonly number[], role: string): Understanding['actions'] => {
    const document = parse(text)
    const patch = (node: unknown, depth: number): unknown => {
      const { content = [], attrs, ...rest } = node as { content?: unknown[]; attrs?: object }
      if (depth === path.length) return { ...rest, content, attrs: { ...attrs, role } }
      const inner = content.map((child, index) => (index === path[depth] ? patch(child, depth + 1) : child))
      return { ...rest, ...(attrs === undefined ? {} : { attrs }), content: inner }
    }
    return understand(patch(document, 0) as typeof document).actions
  }

  test('makes any line an action item', () => {
    expect(withRole('# Weekly\n\nLee: I do it\n', [1], 'action')).toMatchObject([
      { form: 'said', carrier: { isSaid: true }, text: { value: 'I do it' }, owners: [{ value: 'Lee' }] },
    ])
  })

  test('unmakes one, and what is something else is none', () => {
    expect(withRole('# Weekly\n\nACTION: write\n', [1], 'plain')).toEqual([])
    expect(withRole('# Weekly\n\nACTION: write\n', [1], 'decision')).toEqual([])
  })
})

test('spans are those of the words', () => {
  const text = `${TALK}- ACTION: Lee and @mary to write, due 2027-05-04\n`
  const document = parse(text)
  const action = last(understand(document).actions)
  const line = 'ACTION: Lee and @mary to write, due 2027-05-04'
  const words = (span: { from: number; to: number } | null | undefined): string => line.slice(span?.from, span?.to)
  expect(words(action.text.at)).toBe('write')
  expect(action.owners.map(({ at }) => words(at))).toEqual(['Lee', 'mary'])
  expect(words(action.due?.at)).toBe('2027-05-04')
  expect(words(action.ownerPlace)).toBe('Lee and @mary to ')
  expect(words(action.parts.label)).toBe('ACTION: ')
  expect(words(action.parts.due)).toBe(', due 2027-05-04')
})
