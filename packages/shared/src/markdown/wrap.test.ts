import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import type { DocJson } from '../document/node.ts'
import { sameMinutes } from '../document/normal.ts'
import { anyDocument, anyText } from '../testing/arbitrary.ts'
import { PATIENCE, RUNS, SEED } from '../testing/random.ts'
import { type Habits, PLAIN_HABITS } from './habits.ts'
import { parse } from './parse.ts'
import { print } from './print.ts'
import { settle } from './settle.ts'
import { wrap } from './wrap.ts'

const AT_30: Habits = { ...PLAIN_HABITS, wrap: 30, indent: 3, hang: 3 }

describe('wrapping what is exported', () => {
  test('breaks long lines at the last blank that fits, under the marker and its indent', () => {
    expect(wrapped('one two three four five six seven eight\n')).toBe('one two three four five six\nseven eight\n')
    expect(wrapped('- one two three four five six seven\n')).toBe('- one two three four five six\n   seven\n')
    expect(wrapped('- a\n  - one two three four five six seven\n')).toBe(
      '- a\n   - one two three four five\n      six seven\n',
    )
    expect(wrapped('> - [ ] one two three four five six\n')).toBe('> - [ ] one two three four\n>    five six\n')
  })

  test('counts what is written of a link and of marks, and breaks no code', () => {
    expect(wrapped('one two [three](https://example.org/) four\n')).toBe(
      'one two\n[three](https://example.org/)\nfour\n',
    )
    expect(wrapped('one two three four **five seven**\n')).toBe('one two three four **five\nseven**\n')
    expect(wrapped('one two three four `five six seven` eight\n')).toBe('one two three four\n`five six seven` eight\n')
  })

  test('begins no line with what would be another block', () => {
    expect(wrapped('one two three four five six 177. eight\n')).toBe('one two three four five\nsix 177. eight\n')
    expect(wrapped('one two three four five sixth - ninth\n')).toBe('one two three four five\nsixth - ninth\n')
  })

  test('wraps an edited line and leaves its neighbours and all other lines of the base alone', () => {
    const base = '- one two three four five\n  six seven\n\na line that is longer than it should be, and stays so\n'
    const edited = parse(base.replace('two', 'two and a half'))
    expect(print(wrap(edited, { base, habits: AT_30 }), { base, habits: AT_30 }).text).toBe(
      '- one two and a half three\n  four five\n  six seven\n\na line that is longer than it should be, and stays so\n',
    )
  })

  test('what was published wrapped is published the same again', () => {
    const document = parse('one two three four five six seven eight\n')
    const { text } = print(wrap(document, { habits: AT_30 }), { habits: AT_30 })
    const again = print(wrap(document, { base: text, habits: AT_30 }), { base: text, habits: AT_30 })
    expect(again).toMatchObject({ text, way: 'same' })
  })

  test(`loses nothing and is done at once (PLENARY_SEED=${SEED})`, { timeout: PATIENCE }, () => {
    const options = { seed: SEED, numRuns: Math.ceil(60 * RUNS), interruptAfterTimeLimit: PATIENCE / 4 }
    fc.assert(
      fc.property(anyDocument, anyText, (document, base) => {
        const settled = settle(document).document
        const minutes = wrap(settled, { base, habits: AT_30 })
        const printed = print(minutes, { base, habits: AT_30 })
        expect(printed).toMatchObject({ exact: true })
        expect(sameMinutes(parse(printed.text), settle(minutes).document)).toBe(true)
        expect(wrap(minutes, { base, habits: AT_30 })).toEqual(minutes)
        expect(inOneLine(minutes)).toEqual(inOneLine(settled))
      }),
      options,
    )
  })
})

function wrapped(text: string): string {
  const { text: out, exact } = print(wrap(parse(text), { habits: AT_30 }), { habits: AT_30 })
  expect(exact).toBe(true)
  return out
}

/** The minutes without the difference between a blank and a line end. */
function inOneLine(document: DocJson): string {
  return JSON.stringify(document).replaceAll('\\n', ' ')
}
