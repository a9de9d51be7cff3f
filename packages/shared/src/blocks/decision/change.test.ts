import { describe, expect, test } from 'vitest'

import { minutesSchema } from '../../document/schema.ts'
import { parse, print } from '../../markdown/index.ts'
import { changeText, linesChanged } from '../../testing/change-text.ts'
import { last, there } from '../../testing/there.ts'
import { changed } from '../change/apply.ts'
import { understand } from '../understand.ts'
import { makeDecision, newDecision, unmakeDecision } from './change.ts'
import { type DecisionStyle, decisionStyleOf, PLAIN_DECISIONS } from './style.ts'

const NUMBERED: DecisionStyle = { label: 'Resolution #', mark: 'both', isAllMarked: true, isNumbered: true }
const STYLES: readonly (readonly [string, DecisionStyle])[] = [
  ['DECISION: use **it**', PLAIN_DECISIONS],
  ['**Decision:** use **it**', { ...PLAIN_DECISIONS, label: 'Decision', mark: 'bold' }],
  ['***Resolution #3: use it***', NUMBERED],
]

describe('making a line a decision', () => {
  test.each(STYLES)('%s', (wanted, style) => {
    const text = '# Weekly\n\n- one\n- use **it**\n- three\n'
    const after = changeText(text, (document) => there(makeDecision(document, { path: [1, 1, 0], row: 0 }, style, 3)))
    expect(linesChanged(text, after)).toEqual(['-- use **it**', `+- ${wanted}`])
    expect(understand(parse(after)).decisions.map(({ text }) => text.value)).toEqual(['use it'])
  })

  test('and an ordinary line again', () => {
    for (const [item] of STYLES) {
      const text = `# Weekly\n\n- one\n- ${item}\n- three\n`
      const after = changeText(text, (document) => unmakeDecision(document, last(understand(document).decisions)))
      expect(linesChanged(text, after)).toEqual([`-- ${item}`, `+- use ${item.includes('#') ? 'it' : '**it**'}`])
    }
  })

  test('and so without a label at its end', () => {
    const text = '# Weekly\n\n- rename the room [AGREED]\n'
    const after = changeText(text, (document) => unmakeDecision(document, last(understand(document).decisions)))
    expect(linesChanged(text, after)).toEqual(['-- rename the room [AGREED]', '+- rename the room'])
  })

  test('below a heading of decisions a person has to say that it is none', () => {
    const document = parse('### Conclusion\n\n- use it\n- keep it\n')
    const after = changed(document, unmakeDecision(document, last(understand(document).decisions)), minutesSchema())
    expect(understand(after).decisions.map(({ text }) => text.value)).toEqual(['use it'])
  })

  test('nothing to make of an empty line', () => {
    expect(makeDecision(parse('\n'), { path: [0], row: 0 }, PLAIN_DECISIONS)).toBeNull()
  })
})

test.each(STYLES)('a new decision: %s', (wanted, style) => {
  const { text } = print({ type: 'doc', content: [newDecision('use it', style, 3)] })
  expect(text.trim()).toBe(wanted.replace('**it**', 'it'))
})

test.each([
  ['RESOLVED: use it', { label: 'RESOLVED', mark: null, isNumbered: false }],
  ['**Decision:** use it', { label: 'Decision', mark: 'bold', isAllMarked: false }],
  ['> ***Resolution #1: use it***', NUMBERED],
])('the style of a file: %s', (line, wanted) => {
  const document = parse(`${line}\n`)
  expect(decisionStyleOf(document, understand(document).decisions)).toMatchObject(wanted)
})
