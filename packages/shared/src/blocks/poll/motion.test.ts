import { describe, expect, test } from 'vitest'

import { parse } from '../../markdown/index.ts'
import { understand } from '../understand.ts'

/** `question: For 5, Against 0, 1 abstained => outcome` */
function pollsIn(text: string): readonly string[] {
  return understand(parse(text)).polls.map(({ question, options, abstain, outcome }) => {
    const counts = options.map(({ label, count }) => `${label} ${count.value}`)
    const told = [...counts, ...(abstain === undefined ? [] : [`${abstain.value} abstained`])].join(', ')
    return `${question.value}: ${told} => ${outcome?.value ?? ''}`
  })
}

describe('a motion is a poll', () => {
  test.each([
    [
      'that was carried',
      'Motion: buy screws\n\nMoved by: Ann\nSeconded by: Bob\n\n**CARRIED**\n',
      'buy screws:  => CARRIED',
    ],
    [
      'in the items below it',
      '**Motion:** buy screws\n\n- **Moved by:** Ann\n- **Vote:** Unanimous\n',
      'buy screws:  => Unanimous',
    ],
    [
      'in numbers',
      'Motion: buy screws\n\nMotion passed 5-0-1.\n',
      'buy screws: For 5, Against 0, 1 abstained => Motion passed',
    ],
  ])('%s', (_, text, wanted) => {
    expect(pollsIn(`# Board\n\n${text}`)).toEqual([wanted])
  })

  test.each([
    ['while nobody says what came of it', 'Motion: buy screws\n\nWe talk about it.\n'],
    ['not because of what is said much later', `Motion: buy screws\n\n${'We talk.\n\n'.repeat(9)}Approved.\n`],
  ])('%s it is none', (_, text) => {
    expect(pollsIn(`# Board\n\n${text}`)).toEqual([])
  })
})

test.each([
  ['Vote: 7-0-1', 'Board: For 7, Against 0, 1 abstained => '],
  ['The motion carried 4-1', 'Board: For 4, Against 1 => The motion carried'],
])('for, against and abstained are told in numbers alone: %s', (line, wanted) => {
  expect(pollsIn(`# Board\n\n${line}\n`)).toEqual([wanted])
})

test.each([
  'The vote is open 3-5 days',
  'Vote: 5-6',
  'The motion of 2027-05-04',
  'Approved 5-0 last week',
  'Result: 10-15 people',
])('other numbers are no votes: %s', (line) => {
  expect(pollsIn(`# Board\n\n${line}\n`)).toEqual([])
})
