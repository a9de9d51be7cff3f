import { describe, expect, test } from 'vitest'

import { parse } from '../../markdown/index.ts'
import { understand } from '../understand.ts'
import type { Poll } from './poll.ts'

function pollsIn(text: string): readonly Poll[] {
  return understand(parse(text)).polls
}

/** A poll as one line: `question | SF 17, F 18 | 2 abstain | outcome | by`. */
function shown({ question, options, abstain, outcome, declaredBy }: Poll): string {
  const counts = options.map(({ label, count }) => `${label} ${count.value ?? '?'}`).join(', ')
  const parts = [
    question.value,
    counts,
    abstain === undefined ? '' : `${abstain.value} abstain`,
    outcome?.value ?? '',
    declaredBy === undefined ? '' : `by ${declaredBy.value}`,
  ]
  return parts.filter((part) => part !== '').join(' | ')
}

function shownIn(text: string): readonly string[] {
  return pollsIn(text).map(shown)
}

const ASKED = '# Monthly\n\n**POLL: shall we?**\n\n'

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
    ['words of its own', '- Keep it: 7\n- Change it: 3', 'Keep it 7, Change it 3'],
    [
      'words of its own in a table',
      '| Option | Votes |\n|--|--|\n| keep it | 7 |\n| change it | 3 |',
      'keep it 7, change it 3',
    ],
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

describe('the question', () => {
  const COUNTS = '| F | N | A |\n|-|-|-|\n| 4 | 1 | 0 |\n'

  test.each([
    ['POLL: shall we?'],
    ['**POLL: shall we?**'],
    ['**Poll**: shall we?'],
    ['*POLL: shall we?*'],
    ['#### Poll: shall we?'],
    ['Straw poll: shall we?'],
    ['Poll #2: shall we?'],
    ['Poll 2 - shall we?'],
    ['VOTE: shall we?'],
    ['Vote: shall we?'],
    ['**shall we?**'],
    ['shall we?'],
    ['### shall we?'],
    ['AB: POLL: shall we?'],
    ['AB: shall we?'],
    ['* POLL: shall we?'],
    ['POLL: shall\nwe?'],
    ['shall we?\n\nResult:'],
    ['**Poll** shall we?'],
    ['### Poll\n\nshall we?'],
    ['**Poll:**\nshall we?'],
  ])('%s', (question) => {
    expect(shownIn(`# Monthly\n\nAB: hello\n\n${question}\n\n${COUNTS}`)).toEqual(['shall we? | F 4, N 1, A 0'])
  })

  test.each([
    ['FAILS: 2 Yay, 5 Nay, 1 no vote', 'Yay 2, Nay 5 | 1 abstain | FAILS'],
    ['PASSES: 7 YAY, 1 NAY, No abstains', 'YAY 7, NAY 1 | 0 abstain | PASSES'],
  ])('of a motion waits for its counts: %s', (counts, wanted) => {
    const motion =
      '### Paint\n\nMotion: paint it green\n\nSecond: Ann Bell\n\nVote:\n- Ann Bell - Nay\n- Bob Cole - Yay\n\n'
    expect(shownIn(`# Monthly\n\n${motion}**${counts}**\n`)).toEqual([`paint it green | ${wanted}`])
    expect(shownIn(`# Monthly\n\n${motion}### Rest\n\nWe go home.\n`)).toEqual([])
  })

  test('is one for every committee that counts', () => {
    const labels = '| F | N | A |\n|-|-|-|\n'
    const text = `**POLL: shall we?**\n\nNorth:\n\n${labels}| 4 | 1 | 0 |\n\nConsensus.\n\nSouth:\n\n${labels}| 1 | 2 | 3 |\n\nNo consensus.\n`
    expect(shownIn(text)).toEqual(['shall we? | F 4, N 1, A 0 | Consensus', 'shall we? | F 1, N 2, A 3 | No consensus'])
    expect(shownIn(text.replace('South:', '**And why not?**'))[1]).toBe('And why not? | F 1, N 2, A 3 | No consensus')
  })

  test('may stand around the counts, in a sentence that is a decision too', () => {
    const text =
      '## Decisions\n\n- Paint: voted by majority (5 in favour, 0 opposed, 1 abstention) to paint it green.\n'
    expect(shownIn(text)).toEqual(['Paint: voted by majority | in favour 5, opposed 0 | 1 abstain'])
    expect(understand(parse(text)).decisions).toHaveLength(1)
    expect(shownIn('We want a room (5 for work, 3 against noise) in spring.\n')).toEqual([])
  })

  test('may stand right on the counts', () => {
    expect(shownIn(`# Monthly\n\nPOLL: shall we?\n${COUNTS}`)).toEqual(['shall we? | F 4, N 1, A 0'])
    expect(shownIn('# Monthly\n\nPoll for phase 3\nF: 4\nN: 1\nA: 0\n')).toEqual(['Poll for phase 3 | F 4, N 1, A 0'])
    expect(shownIn('- POLL: shall we?\n  - F: 4\n  - N: 1\n  - A: 0\n')).toEqual(['shall we? | F 4, N 1, A 0'])
    expect(shownIn('POLL: shall we? 4 F, 1 N, 0 A\n')).toEqual(['shall we? | F 4, N 1, A 0'])
  })

  test('in a heading waits for its counts to the end of its section', () => {
    const text = `### POLL: shall we?\n\nThat is, now.\n\nAB: hm\n\nCD: well\n\n${COUNTS}\n### POLL: and again?\n\nAB: no\n\n### Rest\n\n${COUNTS}`
    expect(shownIn(text)).toEqual(['shall we? | F 4, N 1, A 0', 'and again?', 'Rest | F 4, N 1, A 0'])
  })

  test('is not what somebody happens to say above the counts', () => {
    expect(shownIn(`# Monthly\n\nAB: hello\n\nAB: so let us see\n\n${COUNTS}`)).toEqual(['F 4, N 1, A 0'])
  })

  test('in an agenda is planned, unless its counts stand there', () => {
    const agenda = '# Monthly\n\n## Agenda\n\n- Release\n  - POLL: shall we?\n'
    expect(shownIn(agenda)).toEqual([])
    expect(shownIn(`${agenda}    - F: 4\n    - N: 1\n`)).toEqual(['shall we? | F 4, N 1'])
    expect(shownIn(`${agenda}  - It was\n\n    | F | N |\n    |-|-|\n    | 1 | 2 |\n`)).toEqual([])
  })

  test('is a poll without counts where it is marked', () => {
    expect(shownIn('# Monthly\n\nPOLL: shall we?\n\nAB: later\n')).toEqual(['shall we?'])
    expect(shownIn('# Monthly\n\nShall we poll?\n\nA poll is good.\n\nPoll-worthy?\n')).toEqual([])
  })
})

describe('the outcome', () => {
  test('is read of a question that minutes repeat as they go through the agenda', () => {
    const agenda = '## Agenda\n\n1. Opening\n1. News\n1. POLL: shall we?\n'
    expect(shownIn(`# Monthly\n\n${agenda}\n## Notes\n\n${agenda}\n*Unanimous consent*\n`)).toEqual([
      'shall we? | Unanimous consent',
    ])
  })

  test('tells of a question below an agenda that the question was put', () => {
    const planned = '# Monthly\n\n## Agenda\n\n1. News\n\n**POLL: shall we?**\n\n'
    expect(shownIn(`${planned}*Unanimous consent*\n`)).toEqual(['shall we? | Unanimous consent'])
    expect(shownIn(`${planned}1. Lunch\n`)).toEqual([])
  })

  test.each([
    ['Unanimous consent.', 'Unanimous consent'],
    ['Unanimous consent achieved.', 'Unanimous consent achieved'],
    ['<Unanimous consent>', 'Unanimous consent'],
    ['[unanimous consent]', 'unanimous consent'],
    ['Nobody objected.', 'Nobody objected'],
    ['*No objections.*', 'No objections'],
    ['Consensus reached', 'Consensus reached'],
    ['We have consensus', 'We have consensus'],
    ['No consensus.', 'No consensus'],
    ['Poll passes', 'Poll passes'],
    ['The motion is adopted.', 'The motion is adopted'],
    ['Not adopted', 'Not adopted'],
    ['**Tabled until later**', 'Tabled until later'],
    ['The proposal advances to phase 2!', 'The proposal advances to phase 2'],
    ['Result: we do it next year', 'we do it next year'],
    ['Outcome: more work is needed', 'more work is needed'],
    ['DW: consensus, moving to phase 2', 'consensus, moving to phase 2 | by DW'],
    ['DW: the poll passes', 'the poll passes | by DW'],
  ])('below a question and below counts: %s', (outcome, wanted) => {
    expect(shownIn(`${ASKED}${outcome}\n`)).toEqual([`shall we? | ${wanted}`])
    expect(shownIn(`${ASKED}F: 4\nN: 1\n\n${outcome}\n`)).toEqual([`shall we? | F 4, N 1 | ${wanted}`])
  })

  test.each([
    ['AB: N because I have no opinion.'],
    ['A few abstained.'],
    ['AB: is that consensus?'],
    ['## Consensus'],
    ['We went on to the next topic.'],
  ])('is not: %s', (text) => {
    expect(shownIn(`${ASKED}F: 4\nN: 1\n\n${text}\n`)).toEqual(['shall we? | F 4, N 1'])
  })

  test('may stand in the row below, in the same line, or behind what voters explain', () => {
    expect(shownIn('POLL: shall we?\nUnanimous consent.\n')).toEqual(['shall we? | Unanimous consent'])
    expect(shownIn('POLL: shall we? - unanimous consent\n')).toEqual(['shall we? | unanimous consent'])
    expect(shownIn('POLL: shall we? <unanimous consent>\n')).toEqual(['shall we? | unanimous consent'])
    expect(shownIn(`${ASKED}F: 4\nA: 1\n\nAB: A, for it is late\n\nConsensus.\n`)).toEqual([
      'shall we? | F 4, A 1 | Consensus',
    ])
    expect(shownIn('- vote on the name? 50/50 result\n')).toEqual(['vote on the name? | 50/50 result'])
    expect(shownIn('- Vote to adopt the minutes: passed\n')).toEqual(['Vote to adopt the minutes | passed'])
    expect(
      shownIn('Vote for the old draft: unanimously rejected\nVote for the new draft: unanimously accepted\n'),
    ).toEqual(['Vote for the old draft | unanimously rejected', 'Vote for the new draft | unanimously accepted'])
    expect(shownIn('Voting: unanimously rejected\n\nAB: hm\n\nVote: passed\n\nVote: who comes?\n')).toEqual([
      'Voting | unanimously rejected',
      'Vote | passed',
    ])
    expect(shownIn('POLL: shall we?\n\nVote: unanimously accepted\n')).toEqual(['shall we? | unanimously accepted'])
    expect(shownIn('- Vote on contributions, 12/24\n- vote on it tomorrow?\n')).toEqual([])
    expect(shownIn('The motion passed with 12 in favour and 2 against.\n')).toEqual([
      'in favour 12, against 2 | The motion passed',
    ])
  })

  test('of a question without counts may be all that somebody says after the talk', () => {
    const talk = ['AB: is it clear?', 'CD: it is', 'AB: and well tested', 'CD: it was', 'EF: and small']
    const text = (last: string): string =>
      `# Monthly\n\n## POLL: shall we\n\n${[...talk, ...talk, last].join('\n\n')}\n`
    expect(shownIn(text('AB: Unanimous consent'))).toEqual(['shall we | Unanimous consent | by AB'])
    expect(shownIn(text('AB: Unanimous consent?'))).toEqual(['shall we'])
    expect(shownIn(text('AB: consensus is what I hope for'))).toEqual(['shall we'])
  })

  test('is not that of the next poll', () => {
    const text = 'POLL: one?\n\nF: 4\nN: 1\n\nPOLL: two?\n\nF: 2\nN: 3\n\nConsensus.\n'
    expect(shownIn(text)).toEqual(['one? | F 4, N 1', 'two? | F 2, N 3 | Consensus'])
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

test('lines of a poll are nothing else', () => {
  const { polls, decisions, actions } = understand(parse('POLL: shall we?\n\nF: 4\nN: 1\n\nOutcome: consensus\n'))
  expect([polls.length, decisions.length, actions.length]).toEqual([1, 0, 0])
})

test('what a person says of a line or a table holds', () => {
  const withRole = (index: number, role: string, text: string): number => {
    const { content } = parse(text)
    const nodes = content.map((node, at) => (at === index ? ({ ...node, attrs: { role } } as typeof node) : node))
    return understand({ type: 'doc', content: nodes }).polls.length
  }
  const own = '| keep it | 7 |\n|-|-|\n| change it | 3 |\n'
  expect(withRole(1, 'poll', `Which one?\n\n${own}`)).toBe(1)
  expect(withRole(0, 'poll', 'Which one\n')).toBe(1)
  expect(withRole(0, 'plain', 'POLL: shall we?\n')).toBe(0)
  expect(withRole(0, 'plain', '| F | N |\n|-|-|\n| 7 | 3 |\n')).toBe(0)
})

test('spans are those of the words', () => {
  const text = '**POLL: shall we?**\n\nF: 4 in room + 1\nN: 1\n\nDW: consensus\n'
  const [poll] = pollsIn(text)
  expect(poll).toMatchObject({
    question: { at: { path: [0], from: 6, to: 15 } },
    label: { path: [0], from: 0, to: 6 },
    options: [{ count: { value: 5, at: { path: [1], from: 3, to: 16 } } }, { count: { at: { from: 20, to: 21 } } }],
    outcome: { at: { path: [2], from: 4, to: 13 } },
    declaredBy: { at: { path: [2], from: 0, to: 2 } },
  })
})
