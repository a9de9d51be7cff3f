import { describe, expect, test } from 'vitest'

import type { DocJson } from '../../document/node.ts'
import { minutesSchema } from '../../document/schema.ts'
import type { PollResult, PollTerms, Reason } from '../../ledger/index.ts'
import { parse, print } from '../../markdown/index.ts'
import { changeOnce } from '../../testing/twice.ts'
import { changed } from '../change/apply.ts'
import type { Change } from '../change/change.ts'
import { nodeAt } from '../path.ts'
import { FOR_TO_AGAINST, PLAIN_POLLS } from '../poll/style.ts'
import { understand } from '../understand.ts'
import { consentRecorded, pollResult } from './poll-result.ts'
import type { ResultPlace } from './result-lines.ts'

const schema = minutesSchema()
const TERMS: PollTerms = {
  block: null,
  question: 'Shall the hinge be made of brass?',
  options: FOR_TO_AGAINST,
  shows: 'live',
  secret: false,
  guests: true,
}
const RESULT: PollResult = {
  at: '2027-05-04T16:20:00.000Z',
  by: 'Ann Bell',
  tally: [7, 4, 1, 0, 2],
  silent: [],
  affiliations: [
    { affiliation: 'Acme', counts: [5, 1, 0, 0, 0] },
    { affiliation: 'Beta', counts: [2, 3, 1, 0, 2] },
  ],
  outcome: { kind: 'consensus', sentence: 'Brass it is for phase 4.' },
}
const REASONS: readonly Reason[] = [
  { name: 'Bob Cole', text: 'Brass\nbends.' },
  { name: null, text: 'Too dear' },
]
const PEOPLE = '## Attendees\n\n- Ann Bell\n- Bob Cole\n\n'
const ASKED = '**POLL: Shall the hinge be made of brass?**\n'
const COUNTS = '| SF | F | N | A | SA |\n| --- | --- | --- | --- | --- |\n| 7 | 4 | 1 | 0 | 2 |\n'
const OUTCOME = 'Outcome: consensus (declared by Ann Bell). Brass it is for phase 4.\n'

function closing(
  reasons: readonly Reason[] = [],
  place: ResultPlace = {},
  { terms = TERMS, result = RESULT }: { terms?: PollTerms; result?: PollResult } = {},
): (document: DocJson) => readonly Change[] {
  return (document) => pollResult(document, terms.block, terms, result, reasons, place)
}

describe('the result of a poll is frozen into its block', () => {
  test.each([
    ['', `\n${COUNTS}`],
    [
      '\n| SF | F | N | A | SA |\n|----|---|---|---|----|\n|    |   |   |   |    |\n',
      '\n| SF | F | N | A | SA |\n|----|---|---|---|----|\n| 7  | 4 | 1 | 0 | 2  |\n',
    ],
    ['\n|SF|F|N|A|SA|\n|--|-|-|-|--|\n||||||\n', '\n|SF|F|N|A|SA|\n|--|-|-|-|--|\n|7|4|1|0|2|\n'],
    [
      '\n| SA | A | N | F | SF |\n|----|---|---|---|----|\n|    |   |   |   |    |\n',
      '\n| SA | A | N | F | SF |\n|----|---|---|---|----|\n| 2  | 0 | 1 | 4 | 7  |\n',
    ],
    [
      '\n| SF | |\n|--|--|\n| F | |\n| N | |\n| A | |\n| SA | |\n',
      '\n| SF | 7 |\n|--|--|\n| F | 4 |\n| N | 1 |\n| A | 0 |\n| SA | 2 |\n',
    ],
    ['\n* SF:\n* F:\n* N:\n* A:\n* SA:\n', '\n* SF: 7\n* F: 4\n* N: 1\n* A: 0\n* SA: 2\n'],
    ['\nSF:\nF:\nN:\nA:\nSA:\n', '\nSF: 7\nF: 4\nN: 1\nA: 0\nSA: 2\n'],
  ])('with the counts in its form: %j', (before, after) => {
    expect(changeOnce(`${PEOPLE}${ASKED}${before}\nOn to the lids.\n`, closing())).toBe(
      `${PEOPLE}${ASKED}${after}\n${OUTCOME}\nOn to the lids.\n`,
    )
  })

  test('as Wasm groups print it, where the tables of the file stand without blanks', () => {
    const before = `${PEOPLE}POLL: Shall the lid be flat?\n\n|SF|F|N|A|SA|\n|--|-|-|-|--|\n|17|18|0|0|0|\n\n`
    expect(changeOnce(`${before}POLL: Shall the hinge be made of brass?\n`, closing())).toBe(
      `${before}POLL: Shall the hinge be made of brass?\n\n|SF|F|N|A|SA|\n|--|-|-|-|--|\n|7|4|1|0|2|\n\n${OUTCOME}`,
    )
  })

  test('below the question that was voted on, also where somebody has changed it in the block since', () => {
    const document = parse(`${PEOPLE}**POLL: Shall the hinge not be made of brass?**\n`)
    const index = document.content.length - 1
    const [node] = document.content.slice(-1)
    const attrs = { id: 'b1' }
    const content = [...document.content.slice(0, index), { ...node, attrs } as (typeof document.content)[number]]
    const marked: DocJson = { ...document, content }
    const plan = closing([], {}, { terms: { ...TERMS, block: 'b1' } })
    const after = changed(marked, plan(marked), schema)
    expect(print(after).text).toBe(`${PEOPLE}${ASKED}\n${COUNTS}\n${OUTCOME}`)
    expect(plan(after)).toEqual([])
  })

  test('of options in words of their own reads back with its counts', () => {
    const terms = { ...TERMS, options: ['Brass', 'Steel', 'Wood'] }
    const result = { ...RESULT, tally: [3, 0, 1], affiliations: [] }
    const document = parse(`${PEOPLE}${ASKED}`)
    const after = changed(document, closing([], {}, { terms, result })(document), schema)
    const { polls } = understand(parse(print(after, { base: `${PEOPLE}${ASKED}` }).text))
    expect(polls.map(({ options }) => options.map(({ label, count }) => [label, count.value]))).toEqual([
      [
        ['Brass', 3],
        ['Steel', 0],
        ['Wood', 1],
      ],
    ])
  })

  test('reads back as what the chair said', () => {
    const [poll] = understand(parse(changeOnce(`${PEOPLE}${ASKED}`, closing(REASONS, { byAffiliation: true })))).polls
    expect(poll?.options.map(({ count }) => count.value)).toEqual([7, 4, 1, 0, 2])
    expect(poll?.outcome?.value).toBe('consensus')
    expect(poll?.declaredBy?.value).toBe('Ann Bell')
  })

  test.each([
    ['consensus', 'consensus'],
    ['no-consensus', 'no consensus'],
    ['more-information', 'more information requested'],
    ['more-work', 'more work needed'],
    ['withdrawn', 'withdrawn'],
    ['deferred', 'deferred'],
  ] as const)('however it ended: %s', (kind, words) => {
    const plan = closing([], {}, { result: { ...RESULT, outcome: { kind, sentence: '' } } })
    const after = changeOnce(ASKED, plan)
    expect(after).toContain(`\n\nOutcome: ${words} (declared by Ann Bell).\n`)
    expect(understand(parse(after)).polls[0]?.outcome?.value).toBe(words)
  })

  test('with the reasons, and the affiliations if the chair wants them', () => {
    expect(changeOnce(`${PEOPLE}${ASKED}`, closing(REASONS, { byAffiliation: true }))).toBe(
      `${PEOPLE}${ASKED}\n${COUNTS}\n${OUTCOME}\nBob: Brass bends.\n\nReason given by somebody against: Too dear\n\n` +
        'By affiliation: Acme SF 5, F 1; Beta SF 2, F 3, N 1, SA 2\n',
    )
    expect(understand(parse(changeOnce(ASKED, closing([], { byAffiliation: true })))).polls).toHaveLength(1)
  })

  test('where people speak by their initials the reasons do so too', () => {
    const talk = 'AB: One.\n\nBC: Two.\n\nAB: Three.\n\nBC: Four.\n\n'
    const people = '## Attendees\n\n- Ann Bell (AB)\n- Bob Cole (BC)\n\n## Notes\n\n'
    expect(changeOnce(`${people}${talk}${ASKED}`, closing(REASONS.slice(0, 1)))).toBe(
      `${people}${talk}${ASKED}\n${COUNTS}\n${OUTCOME}\nBC: Brass bends.\n`,
    )
    expect(changeOnce(`${people}${talk}${ASKED}`, closing(REASONS.slice(0, 1), { areItems: true }))).toContain(
      '\n- BC: Brass bends.\n',
    )
  })

  test('a long sentence has a line of its own', () => {
    const sentence = 'We have talked of this for a year and will not do so again, '.repeat(3).trim()
    const after = changeOnce(
      ASKED,
      closing([], {}, { result: { ...RESULT, outcome: { kind: 'no-consensus', sentence } } }),
    )
    expect(after).toContain(`\nOutcome: no consensus (declared by Ann Bell).\n\n${sentence}\n`)
  })

  test('what people said of it before the end stays', () => {
    const text = `${PEOPLE}${ASKED}\n| SF | F | N | A | SA |\n|----|---|---|---|----|\n|    |   |   |   |    |\n\nBob: we have consensus on that\n`
    expect(changeOnce(text, closing())).toContain(`|\n\n${OUTCOME}\nBob: we have consensus on that\n`)
  })

  test('in a list item', () => {
    expect(
      changeOnce(
        '## Notes\n\n* Hinges\n  * POLL: Shall the hinge be made of brass?\n* Lids\n',
        closing([], { poll: { ...PLAIN_POLLS, form: 'list' } }),
      ),
    ).toBe(
      '## Notes\n\n* Hinges\n  * POLL: Shall the hinge be made of brass?\n    * SF: 7\n    * F: 4\n    * N: 1\n    * A: 0\n    * SA: 2\n\n    Outcome: consensus (declared by Ann Bell). Brass it is for phase 4.\n* Lids\n',
    )
  })

  test('the block with the id, and not another with the same question', () => {
    const text = `${ASKED}\nWhat a question.\n\n${ASKED}`
    const document = parse(text)
    const named = {
      ...document,
      content: document.content.map((node, index) => (index === 0 ? { ...node, attrs: { id: 'first' } } : node)),
    } as DocJson
    const after = changed(named, pollResult(named, 'first', TERMS, RESULT, []), schema)
    expect(print(after, { base: text }).text).toBe(`${ASKED}\n${COUNTS}\n${OUTCOME}\nWhat a question.\n\n${ASKED}`)
    expect(pollResult(after, 'first', TERMS, RESULT, [])).toEqual([])
  })

  test('options that somebody has changed meanwhile do not hide the result', () => {
    const text = `${ASKED}\n| F | N | A |\n|---|---|---|\n|   |   |   |\n`
    expect(changeOnce(text, closing())).toBe(`${text}\n${COUNTS}\n${OUTCOME}`)
  })

  test('a question that is no longer marked is still the block', () => {
    const document = parse('Shall we?\n\nThe end.\n')
    const named = {
      ...document,
      content: [{ ...document.content[0], attrs: { id: 'it' } }, document.content[1]],
    } as DocJson
    const after = changed(named, pollResult(named, 'it', TERMS, RESULT, []), schema)
    expect(print(after).text).toBe(`Shall we?\n\n${ASKED}\n${COUNTS}\n${OUTCOME}\nThe end.\n`)
    expect(pollResult(after, 'it', TERMS, RESULT, [])).toEqual([])
  })
})

describe('the result of a block that is gone is not lost', () => {
  const gone = { ...TERMS, block: 'gone' }
  const hinges = { item: 'x', text: 'Hinges' }
  const notes = '## Agenda\n\n1. Hinges\n1. Lids\n\n## Notes\n\n### Hinges\n\nAnn: so.\n\n### Lids\n'

  test('it stands at the end of the minutes', () => {
    expect(changeOnce('# Call\n\nAnn: so.\n\n*Copyright 2027 the authors.*\n', closing(REASONS))).toBe(
      `# Call\n\nAnn: so.\n\n${ASKED}\n${COUNTS}\n${OUTCOME}\nBob Cole: Brass bends.\n\nReason given by somebody against: Too dear\n\n*Copyright 2027 the authors.*\n`,
    )
  })

  test('or of the notes of the open item, with its id', () => {
    const document = parse(notes)
    const plan = closing([], { item: hinges }, { terms: gone })
    const after = changed(document, plan(document), schema)
    expect(print(after, { base: notes }).text).toBe(
      notes.replace('Ann: so.\n', `Ann: so.\n\n${ASKED}\n${COUNTS}\n${OUTCOME}`),
    )
    expect(nodeAt(after, [5])).toMatchObject({ attrs: { id: 'gone' } })
    expect(plan(after)).toEqual([])
  })
})

describe('recorded consent', () => {
  const agreed =
    (place: ResultPlace = {}, block: string | null = null) =>
    (document: DocJson) =>
      consentRecorded(document, block, TERMS.question, 12, place)

  test('stands below the question, and blank counts go', () => {
    const blank = '\n| SF | F | N | A | SA |\n|----|---|---|---|----|\n|    |   |   |   |    |\n'
    const consent = '\nUnanimous consent (12 present).\n'
    expect(changeOnce(`${ASKED}\nOn.\n`, agreed())).toBe(`${ASKED}${consent}\nOn.\n`)
    expect(changeOnce(`${ASKED}${blank}\nOn.\n`, agreed())).toBe(`${ASKED}${consent}\nOn.\n`)
    const [poll] = understand(parse(`${ASKED}${consent}`)).polls
    expect(poll?.outcome?.value).toBe('Unanimous consent (12 present)')
  })

  test('is not lost where its block is gone', () => {
    expect(
      changeOnce('# Call\n\nAnn: so.\n', agreed({ poll: { ...PLAIN_POLLS, mark: null, isAllMarked: false } })),
    ).toBe('# Call\n\nAnn: so.\n\nPOLL: Shall the hinge be made of brass?\n\nUnanimous consent (12 present).\n')
  })
})
