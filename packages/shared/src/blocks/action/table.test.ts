import { describe, expect, test } from 'vitest'

import type { DocJson } from '../../document/node.ts'
import { minutesSchema } from '../../document/schema.ts'
import { parse } from '../../markdown/index.ts'
import { shownIn } from '../../testing/actions-shown.ts'
import { changeText, linesChanged } from '../../testing/change-text.ts'
import { last, there } from '../../testing/there.ts'
import { changed } from '../change/apply.ts'
import type { Change } from '../change/change.ts'
import { understand } from '../understand.ts'
import type { Action } from './action.ts'
import { setDone, setDue } from './change.ts'
import { setOwners } from './set-owners.ts'
import { actionStyleOf } from './style.ts'
import { unmakeAction } from './unmake.ts'

const TABLE = `# Weekly

## Action items

| # | Action | Owner | Due | Status |
| - | ------ | ----- | --- | ------ |
| 1 | Oil the hinge | Ann Bell | 2027-05-04 | Open |
| 2 | Count the screws | @bob, Cem |  | Done |
| 3 | Find a room | TBD | soon | |
`

describe('the rows of a table are action items', () => {
  test('below a heading for them, with owners, dates and states in cells', () => {
    expect(shownIn(TABLE)).toEqual([
      'Ann Bell: Oil the hinge (2027-05-04)',
      '[x] bob, Cem: Count the screws',
      'Find a room',
    ])
  })

  test.each([
    ['| Item | Who |', '| Oil it | Ann |', ['Ann: Oil it']],
    ['| Who | What |', '| Ann | Oil it |', ['Ann: Oil it']],
    ['| Task | Assigned to |', '| ~~Oil it~~ | Ann & Bob |', ['[x] Ann, Bob: Oil it']],
    ['| Action item | Done |', '| Ann to oil it | ✅ |', ['[x] Ann: oil it']],
    ['| Action | Owner |', '| [Action] | [Name] |', []],
    ['| Action | Owner |', '| | |', []],
    ['| Link | Number |', '| Oil it | 7 |', []],
  ])('below a heading, with the head %s', (head, row, wanted) => {
    expect(shownIn(`## Action items\n\n${head}\n| --- | --- |\n${row}\n`)).toEqual(wanted)
  })

  test.each([
    ['| Action | Owner |', '| Oil it | Ann Bell |', ['Ann Bell: Oil it']],
    ['| Action | Owner |', '| Delete | ✅ |', []],
    ['| Task | Owner |', '| Oil it | Ann Bell |', []],
    ['| Topic | Owner |', '| Oil | Ann Bell |', []],
    ['| Action | Status |', '| Oil it | open |', []],
  ])('anywhere only with people beside actions: %s', (head, row, wanted) => {
    expect(shownIn(`# Weekly\n\n${head}\n| --- | --- |\n${row}\n`)).toEqual(wanted)
  })

  test('not where the last meeting is looked at again', () => {
    expect(shownIn('## Last time\n\n| Action | Owner |\n| --- | --- |\n| Oil it | Ann Bell |\n')).toEqual([])
  })
})

type Edit = (document: DocJson, action: Action) => readonly Change[]

function diff(index: number, edit: Edit, text = TABLE): readonly string[] {
  const after = changeText(text, (document) => edit(document, there(understand(document).actions[index])))
  return linesChanged(text, after)
}

describe('a change of such a row prints in its cells', () => {
  test.each<[string, number, Edit, string]>([
    [
      'done',
      0,
      (document, action) => setDone(document, action, true),
      '| 1 | Oil the hinge | Ann Bell | 2027-05-04 | Done |',
    ],
    [
      'open again',
      1,
      (document, action) => setDone(document, action, false),
      '| 2 | Count the screws | @bob, Cem | | Open |',
    ],
    [
      'another owner',
      0,
      (document, action) => setOwners(document, action, ['Cem']),
      '| 1 | Oil the hinge | Cem | 2027-05-04 | Open |',
    ],
    [
      'the first owner',
      2,
      (document, action) => setOwners(document, action, ['Cem']),
      '| 3 | Find a room | Cem | soon | |',
    ],
    ['nobody', 0, (document, action) => setOwners(document, action, []), '| 1 | Oil the hinge | | 2027-05-04 | Open |'],
    [
      'another date',
      0,
      (document, action) => setDue(document, action, '2027-06-01'),
      '| 1 | Oil the hinge | Ann Bell | 2027-06-01 | Open |',
    ],
    [
      'the first date',
      1,
      (document, action) => setDue(document, action, '2027-06-01'),
      '| 2 | Count the screws | @bob, Cem | 2027-06-01 | Done |',
    ],
    ['no date', 0, (document, action) => setDue(document, action, null), '| 1 | Oil the hinge | Ann Bell | | Open |'],
  ])('%s', (_, index, edit, wanted) => {
    const lines = diff(index, edit)
    expect(lines).toHaveLength(2)
    expect(last(lines).replace(/^\+/, '').replace(/\s+/g, ' ')).toBe(wanted)
  })

  test('a person who says of a row that it is none says it of the table', () => {
    const document = parse(TABLE)
    const [action] = understand(document).actions
    const after = changed(document, unmakeAction(document, there(action)), minutesSchema())
    expect(understand(after).actions).toEqual([])
  })

  test('a new one beside them is written as a line', () => {
    const document = parse(TABLE)
    const { form, owner, done } = actionStyleOf(document, understand(document).actions)
    expect([form, owner, done]).toEqual(['label', 'colon', 'box'])
  })
})
