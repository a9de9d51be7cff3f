import { describe, expect, test } from 'vitest'

import { ASKED, pollsIn, shown, shownIn } from '../../testing/polls-shown.ts'

describe('counts', () => {
  test.each([
    ['in columns', '| SF | F | N | A | SA |\n|----|---|---|---|----|\n| 7 | 4 | 1 | 0 | 2 |', 'columns'],
    ['without edges', 'SF|F|N|A|SA\n-|-|-|-|-\n7|4|1|0|2', 'columns'],
    ['in bold', '| **SF** | **F** | **N** | **A** | **SA** |\n|-|-|-|-|-|\n| **7** | 4 | 1 | 0 | 2 |', 'columns'],
    ['where Markdown sees no table', 'SF | F | N | A | SA\n7 | 4 | 1 | 0 | 2', 'columns'],
    ['upright', '| **SF** | 7 |\n|--|--|\n| F | 4 |\n| N | 1 |\n| A | 0 |\n| SA | 2 |', 'rows'],
    [
      'upright below a head',
      '| Vote | Count |\n|--|--|\n| SF | 7 |\n| F | 4 |\n| N | 1 |\n| A | 0 |\n| SA | 2 |',
      'rows',
    ],
    ['upright without a rule', '| SF | 7\n| F | 4\n| N | 1\n| A | 0\n| SA | 2', 'line'],
    ['in a list', '* SF: 7\n* F: 4\n* N: 1\n* A: 0\n* SA: 2', 'list'],
    ['in rows', 'SF: 7\nF: 4\nN: 1\nA: 0\nSA: 2', 'line'],
    ['in paragraphs', 'SF: 7\n\nF: 4\n\nN: 1\n\nA: 0\n\nSA: 2', 'line'],
    ['between blanks', 'SF  F  N  A  SA\n7   4  1  0  2', 'columns'],
    ['with dashes', 'SF - 7\nF - 4\nN - 1\nA - 0\nSA - 2', 'line'],
    ['in brackets', 'SF (7)\nF (4)\nN (1)\nA (0)\nSA (2)', 'line'],
    ['of room and chat', 'SF: 5 in room + 2 in chat\nF: 4\nN: 0 + 1\nA: 0\nSA: 2 (both in chat)', 'line'],
    ['in a line, number first', '7 SF, 4 F, 1 N, 0 A, 2 SA', 'line'],
    ['in a line, number last', 'SF: 7, F: 4, N: 1, A: 0, SA: 2', 'line'],
    ['behind a word', 'Result: SF: 7, F: 4, N: 1, A: 0, SA: 2', 'line'],
  ] as const)('%s', (_, counts, form) => {
    const polls = pollsIn(`${ASKED}${counts}\n`)
    expect(polls).toMatchObject([{ form }])
    expect(polls.map(shown)).toEqual(['shall we? | SF 7, F 4, N 1, A 0, SA 2'])
  })

  test.each([
    ['the other way round', '| SA | A | N | F | SF |\n|-|-|-|-|-|\n| 2 | 0 | 1 | 4 | 7 |', 'SA 2, A 0, N 1, F 4, SF 7'],
    ['of three', '| F | N | A |\n|-|-|-|\n| 4 | 1 | 0 |', 'F 4, N 1, A 0'],
    [
      'in words',
      '| Strongly for | For | Neutral | Against |\n|-|-|-|-|\n| 4 | 1 | 0 | 0 |',
      'Strongly for 4, For 1, Neutral 0, Against 0',
    ],
    ['for and against', '| For | 17 |\n|--|--|\n| Against | 2 |', 'For 17, Against 2'],
    ['numbers', '| +1 | 0 | -1 |\n|-|-|-|\n| 5 | 2 | 0 |', '+1 5, 0 2, -1 0'],
    ['numbers in a line', '+1: 5, 0: 2, -1: 0', '+1 5, 0 2, -1 0'],
    [
      'numbers of which not all are binding',
      '- +1 (binding): 5\n- +1 (non-binding): 2\n- 0: 1\n- -1 (binding): 0',
      '+1 (binding) 5, +1 (non-binding) 2, 0 1, -1 (binding) 0',
    ],
    ['the same in words', '- 5 binding +1 votes\n- 2 non-binding +1 votes', 'binding +1 5, non-binding +1 2'],
    [
      'the same with who they were',
      '3x +1 (binding): Ann, Bob, Cem\n\n2x +1 (non-binding): Dan, Eva',
      '+1 (binding) 3, +1 (non-binding) 2',
    ],
    ['the same in a line', '+1 (binding): 5, +1 (non-binding): 2, -1: 0', '+1 (binding) 5, +1 (non-binding) 2, -1 0'],
    ['yes and no', 'Yes: 5\nNo: 2', 'Yes 5, No 2'],
    ['and none of both', 'yes: 5, no: 2, no_opinion: 3 (total: 12)', 'yes 5, no 2, no_opinion 3'],
    ['and none of both in words', 'Yes: 5\nNo: 2\nNo opinion: 3', 'Yes 5, No 2, No opinion 3'],
    ['words of its own', '- Keep it: 7\n- Change it: 3', 'Keep it 7, Change it 3'],
    [
      'words of its own in a table',
      '| Option | Votes |\n|--|--|\n| keep it | 7 |\n| change it | 3 |',
      'keep it 7, change it 3',
    ],
    ['words of its own in columns', '| Red | Blue |\n|-|-|\n| 3 | |', 'Red 3, Blue ?'],
    ['beside abstentions', 'Result: 9 in favour, 5 abstain', 'in favour 9 | 5 abstain'],
    ['with who they were', '- Yes (2): @ann, @bob\n- No (0):\n- Abstain (1): @cem', 'Yes 2, No 0 | 1 abstain'],
    ['with who they were behind a dash', 'Yes: 2 - Ann, Bob\nNo: 1 - Cem', 'Yes 2, No 1'],
    ['prose', '12 in favour, 2 against.', 'in favour 12, against 2'],
    ['votes', 'Votes in favour: 12\nVotes against: 2', 'in favour 12, against 2'],
    ['yays and nays', 'Result: 2 Yay, 5 Nay', 'Yay 2, Nay 5'],
    ['blank', '| SF | F | N | A | SA |\n|-|-|-|-|-|\n| | | | | |', 'SF ?, F ?, N ?, A ?, SA ?'],
    ['partly blank', 'SF: 7\nF:\nN: 1', 'SF 7, F ?, N 1'],
  ])('%s', (_, counts, wanted) => {
    expect(shownIn(`${ASKED}${counts}\n`)).toEqual([`shall we? | ${wanted}`])
  })

  test.each([
    ['| Red | Blue |\n|-|-|\n| 3 | not so many |'],
    ['| Red | Blue | Green |\n|-|-|-|\n| 3 | 4 | 5 |\n| of Ann | of Bob | of Cem |'],
    ['| Red | |\n|-|-|\n| 3 | 4 |'],
  ])('no table that holds something else right below a question: %s', (table) => {
    expect(shownIn(`${ASKED}${table}\n`)).toEqual(['shall we?'])
  })

  test('a row for each of several questions', () => {
    const table = '| | SF | F | N |\n|-|-|-|-|\n| keep it | 4 | 1 | 0 |\n| change it | 1 | 2 | 3 |\n'
    expect(shownIn(`# Monthly\n\n${table}`)).toEqual(['keep it | SF 4, F 1, N 0', 'change it | SF 1, F 2, N 3'])
  })

  test.each([
    ['| A | B |\n|-|-|\n| 1 | 2 |'],
    ['| For | Who |\n|-|-|\n| 1 | 2 |'],
    ['A: 5 apples\nN: 3 pears'],
    ['F: because I like it\nN: 3 of us do'],
    ['Keep it: 7\nChange it: 3'],
    ['Rooms: 12 for 3 people'],
    ['We are in favour of 2 meetings, not against 3'],
    ['> *Ann:* +1\n\n> *Lee:* +1'],
    ['- +1\n- -1'],
  ])('are none: %s', (text) => {
    expect(pollsIn(`# Monthly\n\nAB: hello\n\n${text}\n`)).toEqual([])
  })
})

describe('counts of options with numbers', () => {
  const talk = (head: string): string =>
    `# Monthly\n\n- Screws\n  - Ann: I like them\n  - ${head}\n    - 1: 7\n    - 2: 0\n`

  test.each(['Voting:', 'Votes:', 'Vote results:', '**Votes**', 'Straw poll:'])('below %s', (head) => {
    expect(shownIn(`${talk(head)}    - "1 or 2": 3\n  - Bob: good\n`)).toEqual([
      `${head.replace(/\W+$/, '').replace(/^\W+/, '')} | 1 7, 2 0, "1 or 2" 3`,
    ])
  })

  test('again and again', () => {
    expect(pollsIn(`${talk('Votes:')}  - Bob: again\n  - Votes:\n    - 1: 2\n    - 3: 5\n`)).toHaveLength(2)
  })

  test('are those of the question above, if there is one', () => {
    expect(shownIn('# Monthly\n\n- Which screws?\n- Votes:\n  - Long: 7\n  - Short: 2\n')).toEqual([
      'Which screws? | Long 7, Short 2',
    ])
    expect(shownIn('# Monthly\n\n- We need a vote\n- Votes:\n  - Yes (7): @ann\n  - No (0):\n')).toEqual([
      'Votes | Yes 7, No 0',
    ])
  })

  test.each(['Sizes:', 'Voting rights:', 'Votes are not binding:'])('but not below %s', (head) => {
    expect(pollsIn(talk(head))).toEqual([])
  })
})

describe('a call for a vote', () => {
  const COUNTS = 'F: 4\nN: 1\nA: 0\n'
  const under = (heading: string, call: string): string => `# Monthly\n\n#### ${heading}\n\nAB: it fits\n\n${call}\n\n`

  test.each([
    "AB: Let's do a quick poll in the chat.",
    'AB: OK, let us vote!',
    "We'll take the vote now",
    'AB: shall we have a straw poll?',
  ])('is about what the heading says: %s', (call) => {
    expect(shownIn(`${under('Phase 2 vote on nuts', call)}${COUNTS}`)).toEqual(['Phase 2 vote on nuts | F 4, N 1, A 0'])
  })

  test('is all there is where the heading says nothing of a vote', () => {
    expect(shownIn(`${under('Nuts', "AB: Let's vote...")}${COUNTS}`)).toEqual(["Let's vote... | F 4, N 1, A 0"])
  })

  test('counts by number, too', () => {
    const called = under('Nuts', "AB: Let's vote...")
    expect(shownIn(`${called}1: 4, 2: 15, 3: 2 (with CD by phone)\n\nCD: hm\n\nNo consensus.\n`)).toEqual([
      "Let's vote... | 1 4, 2 15, 3 2 | No consensus",
    ])
    expect(shownIn(`${called}Option 1: 4; option 2: 15\n`)).toEqual(["Let's vote... | Option 1 4, option 2 15"])
    expect(shownIn(`${called}2: 4, 3: 15\n`)).toEqual([])
    expect(shownIn(`${called}1: 4, 2: 15 of them were there\n`)).toEqual([])
    expect(shownIn(`${under('Nuts', 'AB: we vote often')}1: 4, 2: 15\n`)).toEqual([])
  })
})

test.each([
  ['F: 4\nN: 1\nAbstain: 2'],
  ['F: 4\nN: 1\n\n2 abstained'],
  ['F: 4\nN: 1\n\nAbstentions: 2'],
  ['| F | N | Abstain |\n|-|-|-|\n| 4 | 1 | 2 |'],
  ['4 F, 1 N, 2 abstentions'],
])('abstentions stand beside the options: %s', (counts) => {
  expect(shownIn(`${ASKED}${counts}\n`)).toEqual(['shall we? | F 4, N 1 | 2 abstain'])
})
