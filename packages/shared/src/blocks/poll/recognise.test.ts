import { expect, test } from 'vitest'

import { parse } from '../../markdown/index.ts'
import { pollsIn } from '../../testing/polls-shown.ts'
import { understand } from '../understand.ts'

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
