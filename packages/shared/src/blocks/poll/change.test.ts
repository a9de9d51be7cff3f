import { describe, expect, test } from 'vitest'

import type { DocJson } from '../../document/node.ts'
import { parse, print } from '../../markdown/index.ts'
import { changeText, linesChanged } from '../../testing/change-text.ts'
import { last, there } from '../../testing/there.ts'
import type { Change } from '../change/change.ts'
import { understand } from '../understand.ts'
import { parseTally, setAbstentions, setCount, setOutcome, setQuestion, setTally } from './change.ts'
import { newPoll } from './create.ts'
import type { Poll } from './poll.ts'
import { FOR_NEUTRAL_AGAINST, FOR_TO_AGAINST, PLAIN_POLLS, type PollStyle, pollStyleOf } from './style.ts'

/** The text after a change of the last poll, and what a diff shows. */
function edited(
  text: string,
  edit: (document: DocJson, poll: Poll) => readonly Change[],
): { after: string; diff: readonly string[] } {
  const after = changeText(text, (document) => edit(document, last(understand(document).polls)))
  return { after, diff: linesChanged(text, after) }
}

function lastPoll(text: string): Poll {
  return last(understand(parse(text)).polls)
}

function countsOf(text: string): readonly (number | null)[] {
  return lastPoll(text).options.map(({ count }) => count.value)
}

const ASKED = '# Monthly\n\n**POLL: shall we?**\n\n'
const TABLE = '| SF | F | N | A | SA |\n|----|---|---|---|----|\n| 7  | 4 | 1 | 0 | 2  |\n'
const FORMS: readonly (readonly [string, string])[] = [
  ['columns', TABLE],
  ['no edges', 'SF|F|N|A|SA\n-|-|-|-|-\n7|4|1|0|2\n'],
  ['no table', 'SF | F | N | A | SA\n7 | 4 | 1 | 0 | 2\n'],
  ['upright', '| **SF** | 7 |\n|--|--|\n| F | 4 |\n| N | 1 |\n| A | 0 |\n| SA | 2 |\n'],
  ['list', '* SF: 7\n* F: 4\n* N: 1\n* A: 0\n* SA: 2\n'],
  ['rows', 'SF: 7\nF: 4\nN: 1\nA: 0\nSA: 2\n'],
  ['line', '7 SF, 4 F, 1 N, 0 A, 2 SA\n'],
]

describe('a count', () => {
  test.each(FORMS)('changes one line: %s', (_, counts) => {
    const { after, diff } = edited(`${ASKED}${counts}\nThe end.\n`, (document, poll) => setCount(document, poll, 1, 9))
    expect(diff).toHaveLength(2)
    expect(countsOf(after)).toEqual([7, 9, 1, 0, 2])
  })

  test('takes the place of a sum, and of a blank', () => {
    const text = `${ASKED}* SF: 5 in room + 3 in chat\n* F:\n* N: 1\n`
    expect(edited(text, (document, poll) => setCount(document, poll, 0, 7)).diff).toEqual([
      '-* SF: 5 in room + 3 in chat',
      '+* SF: 7',
    ])
    expect(edited(text, (document, poll) => setCount(document, poll, 1, 3)).diff).toEqual(['-* F:', '+* F: 3'])
  })

  test('goes, and comes into a blank table', () => {
    const { after } = edited(`${ASKED}${TABLE}`, (document, poll) => setCount(document, poll, 0, null))
    expect(countsOf(after)).toEqual([null, 4, 1, 0, 2])
    const blank = `${ASKED}| SF | F | N |\n|----|---|---|\n|    |   |   |\n`
    expect(countsOf(edited(blank, (document, poll) => setTally(document, poll, [1, 2, 3])).after)).toEqual([1, 2, 3])
  })

  test('that is there already changes nothing', () => {
    expect(edited(`${ASKED}${TABLE}`, (document, poll) => setCount(document, poll, 0, 7)).diff).toEqual([])
  })
})

describe('the whole tally', () => {
  test.each(FORMS)('at once: %s', (_, counts) => {
    const wanted = there(parseTally('9 3 0 1 0', 5))
    const { after } = edited(`${ASKED}${counts}`, (document, poll) => setTally(document, poll, wanted))
    expect(countsOf(after)).toEqual([9, 3, 0, 1, 0])
  })

  test('comes below a question that has none', () => {
    const { after } = edited(`${ASKED}The end.\n`, (document, poll) => setTally(document, poll, [9, 3, 0, 1, 0]))
    expect(after).toBe(
      `${ASKED}| SF | F | N | A | SA |\n| --- | --- | --- | --- | --- |\n| 9 | 3 | 0 | 1 | 0 |\n\nThe end.\n`,
    )
  })

  test.each([
    ['7 4 1 0 0', [7, 4, 1, 0, 0]],
    [' 7, 4, 1, 0, 0 ', [7, 4, 1, 0, 0]],
    ['7/4/1/0/0', [7, 4, 1, 0, 0]],
    ['7 4 1', null],
    ['7 4 1 0 x', null],
    ['', null],
  ])('is read from %j', (typed, wanted) => {
    expect(parseTally(typed, 5)).toEqual(wanted)
  })
})

describe('the outcome', () => {
  test.each(FORMS)('comes below the counts: %s', (_, counts) => {
    const { after, diff } = edited(`${ASKED}${counts}\nThe end.\n`, (document, poll) =>
      setOutcome(document, poll, 'consensus'),
    )
    expect(diff.filter((line) => line.startsWith('-'))).toEqual([])
    expect(diff.filter((line) => line !== '+')).toEqual(['+consensus'])
    expect(lastPoll(after).outcome?.value).toBe('consensus')
    expect(countsOf(after)).toEqual([7, 4, 1, 0, 2])
  })

  test('with who declares it, in any words', () => {
    const { after } = edited(`${ASKED}${TABLE}`, (document, poll) =>
      setOutcome(document, poll, 'more work is needed', 'DW'),
    )
    expect(after.endsWith('\n\nDW: Outcome: more work is needed\n')).toBe(true)
    expect(lastPoll(after)).toMatchObject({ outcome: { value: 'more work is needed' }, declaredBy: { value: 'DW' } })
  })

  test('changes where it stands, and goes with its line', () => {
    const text = `${ASKED}${TABLE}\nDW: consensus\n\nThe end.\n`
    expect(edited(text, (document, poll) => setOutcome(document, poll, 'no consensus', 'LB')).diff).toEqual([
      '-DW: consensus',
      '+LB: no consensus',
    ])
    expect(edited(text, (document, poll) => setOutcome(document, poll, null)).after).toBe(
      `${ASKED}${TABLE}\nThe end.\n`,
    )
    const row = 'POLL: shall we?\nUnanimous consent.\nWe go on.\n'
    expect(edited(row, (document, poll) => setOutcome(document, poll, null)).after).toBe('POLL: shall we?\nWe go on.\n')
    expect(edited(row, (document, poll) => setOutcome(document, poll, 'No consensus')).diff).toEqual([
      '-Unanimous consent.',
      '+No consensus.',
    ])
  })

  test('is declared by somebody afterwards, before its words or behind those of a label', () => {
    const declared = (line: string, people = ''): string => {
      const text = `${people}${ASKED}${TABLE}\n${line}\n\nThe end.\n`
      const { after, diff } = edited(text, (document, poll) => setOutcome(document, poll, 'consensus', 'Ann Bell'))
      expect(lastPoll(after)).toMatchObject({ outcome: { value: 'consensus' }, declaredBy: { value: 'Ann Bell' } })
      return diff.join(' ')
    }
    expect(declared('consensus', 'Present: Ann Bell, Bob Cole\n\n')).toBe('-consensus +Ann Bell: consensus')
    expect(declared('consensus')).toBe('-consensus +Outcome: consensus (declared by Ann Bell)')
    expect(declared('Outcome: consensus.')).toBe('-Outcome: consensus. +Outcome: consensus (declared by Ann Bell).')
    expect(declared('Outcome: consensus (declared by Bob Cole)')).toBe(
      '-Outcome: consensus (declared by Bob Cole) +Outcome: consensus (declared by Ann Bell)',
    )
  })

  test('comes below a question without counts', () => {
    expect(edited('- POLL: shall we?\n- next\n', (document, poll) => setOutcome(document, poll, 'tabled')).after).toBe(
      '- POLL: shall we?\n\n  tabled\n- next\n',
    )
  })
})

describe('the question', () => {
  test('changes without its label', () => {
    expect(edited(`${ASKED}${TABLE}`, (document, poll) => setQuestion(document, poll, 'why not?')).diff).toEqual([
      '-**POLL: shall we?**',
      '+**POLL: why not?**',
    ])
  })

  test('comes above counts that have none', () => {
    const text = `# Monthly\n\nAB: well\n\n${TABLE}`
    const { after } = edited(text, (document, poll) => setQuestion(document, poll, 'shall we?'))
    expect(after).toBe(`# Monthly\n\nAB: well\n\n**POLL: shall we?**\n\n${TABLE}`)
  })
})

describe('abstentions', () => {
  test('come, change and go', () => {
    const text = `${ASKED}${TABLE}\nThe end.\n`
    const { after, diff } = edited(text, (document, poll) => setAbstentions(document, poll, 3))
    expect(diff.filter((line) => line !== '+')).toEqual(['+Abstain: 3'])
    expect(lastPoll(after).abstain?.value).toBe(3)
    expect(edited(after, (document, poll) => setAbstentions(document, poll, 4)).diff).toEqual([
      '-Abstain: 3',
      '+Abstain: 4',
    ])
    expect(edited(after, (document, poll) => setAbstentions(document, poll, null)).after).toBe(text)
  })
})

describe('a new poll', () => {
  const style = (change: Partial<PollStyle>): PollStyle => ({ ...PLAIN_POLLS, ...change })

  test.each([
    ['from for to against', style({ options: FOR_TO_AGAINST }), '**POLL: shall we?**\n\n| SF | F | N | A | SA |'],
    [
      'from against to for',
      style({ options: FOR_TO_AGAINST.toReversed() }),
      '**POLL: shall we?**\n\n| SA | A | N | F | SF |',
    ],
    ['of three', style({ options: FOR_NEUTRAL_AGAINST }), '**POLL: shall we?**\n\n| F | N | A |'],
    ['as a list', style({ form: 'list', mark: null, label: 'Poll' }), 'Poll: shall we?\n\n- SF: 7\n- F: 4\n'],
    ['as lines', style({ form: 'line', isAllMarked: false }), '**POLL**: shall we?\n\nSF: 7\nF: 4\n'],
    ['upright', style({ form: 'rows' }), '**POLL: shall we?**\n\n| SF | 7 |\n| --- | --- |\n'],
    ['below a heading', style({ heading: 4, mark: null }), '#### POLL: shall we?\n\n| SF'],
  ])('%s', (_, style, wanted) => {
    const counts = [7, 4, 1, 0, 2].slice(0, style.options.length)
    const { text } = print({ type: 'doc', content: newPoll('shall we?', style, counts) })
    expect(text.slice(0, wanted.length)).toBe(wanted)
    expect(lastPoll(text).question.value).toBe('shall we?')
    expect(countsOf(text)).toEqual(counts)
  })

  test('waits for its counts', () => {
    const { text } = print({ type: 'doc', content: newPoll('shall we?', PLAIN_POLLS) })
    expect(countsOf(text)).toEqual([null, null, null, null, null])
  })

  test.each([
    [
      '**Poll**: shall we?\n\n* F: 1\n* N: 2\n',
      { label: 'Poll', mark: 'bold', isAllMarked: false, form: 'list', options: ['F', 'N'] },
    ],
    [
      '#### POLL: shall we?\n\n| SA | A | N |\n|-|-|-|\n| 1 | 2 | 3 |\n',
      { heading: 4, form: 'columns', options: ['SA', 'A', 'N'], mark: null },
    ],
    ['*POLL: shall we?*\n\nUnanimous consent.\n', { mark: 'italic', isAllMarked: true, form: 'columns' }],
  ])('in the style of the others: %s', (text, wanted) => {
    const document = parse(text)
    expect(pollStyleOf(document, understand(document).polls)).toMatchObject(wanted)
  })
})
