import { describe, expect, test } from 'vitest'

import { parse } from '../../markdown/index.ts'
import { shownIn } from '../../testing/polls-shown.ts'
import { understand } from '../understand.ts'

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

  test('in a heading is none of its own where it is asked again below', () => {
    const talk = 'AB: it is tested\n\nCD: and small\n\n'
    const votes = 'SF: 7\n\nF: 4\n\nN: 1\n'
    expect(shownIn(`# Monthly\n\n## POLL: move nuts to phase 3\n\n${talk}Poll: nuts to phase 3\n\n${votes}`)).toEqual([
      'nuts to phase 3 | SF 7, F 4, N 1',
    ])
    expect(shownIn(`# Monthly\n\n## Phase 1 poll: nuts\n\n${talk}Vote for phase 1:\n\n${votes}`)).toEqual([
      'Vote for phase 1 | SF 7, F 4, N 1',
    ])
    expect(shownIn(`# Monthly\n\n## POLL: nuts\n\nUnanimous consent.\n\n${talk}POLL: more nuts\n\n${votes}`)).toEqual([
      'nuts | Unanimous consent',
      'more nuts | SF 7, F 4, N 1',
    ])
    expect(shownIn(`# Monthly\n\n## POLL: nuts\n\n${talk}POLL: shall we buy screws?\n\n${votes}`)).toEqual([
      'nuts',
      'shall we buy screws? | SF 7, F 4, N 1',
    ])
  })

  test('in a heading waits for its counts to the end of its section', () => {
    const text = `### POLL: shall we?\n\nThat is, now.\n\nAB: hm\n\nCD: well\n\n${COUNTS}\n### POLL: and again?\n\nAB: no\n\n### Rest\n\n${COUNTS}`
    expect(shownIn(text)).toEqual(['shall we? | F 4, N 1, A 0', 'and again?', 'Rest | F 4, N 1, A 0'])
  })

  test('is not what somebody happens to say above the counts', () => {
    expect(shownIn(`# Monthly\n\nAB: hello\n\nAB: so let us see\n\n${COUNTS}`)).toEqual(['F 4, N 1, A 0'])
  })

  test('is the heading that calls for a vote, and not whether there are questions before it', () => {
    const talk = 'AB: Any questions before we take a vote?\n\n'
    expect(shownIn(`# Monthly\n\n### Vote: buy nuts\n\nCD: they rust\n\n${talk}${COUNTS}`)).toEqual([
      'buy nuts | F 4, N 1, A 0',
    ])
    expect(shownIn(`# Monthly\n\n### Nuts\n\n${talk}${COUNTS}`)).toEqual(['F 4, N 1, A 0'])
    expect(shownIn('# Monthly\n\n### Nuts\n\nVote: buy nuts\n\nCD: later\n')).toEqual([])
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
