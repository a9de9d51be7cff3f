import { describe, expect, test } from 'vitest'

import { ASKED, shownIn } from '../../testing/polls-shown.ts'

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
    ['*Not polled*', 'Not polled'],
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
