import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { diffWords, type Span } from './word-diff.ts'

const cut = (text: string, spans: readonly Span[]) =>
  spans.reduceRight((rest, [from, to]) => rest.slice(0, from) + rest.slice(to), text)

describe('the words that differ', () => {
  test('are the added ones of an insertion', () => {
    expect(diffWords('Radu: done', 'Radu: nearly done')).toEqual({ removed: [], added: [[6, 13]] })
  })

  test('are found at two far ends of a line', () => {
    const words = diffWords('Ann said yes to the second plan', 'Bob said yes to the third plan')
    expect(words).toEqual({
      removed: [
        [0, 3],
        [20, 26],
      ],
      added: [
        [0, 3],
        [20, 25],
      ],
    })
  })

  test('are not looked for in lines that have nothing in common', () => {
    expect(diffWords('- [ ] Radu', 'Next meeting: 4 May')).toBeNull()
  })

  test('leave the same text on both sides when they are cut out', () => {
    const line = fc.array(fc.constantFrom('a', 'b', 'ab', ' ', '.', '😀', 'é')).map((words) => words.join(''))
    const leavesTheSame = (before: string, after: string) => {
      const words = diffWords(before, after)
      return words === null || cut(before, words.removed) === cut(after, words.added)
    }
    expect(() => fc.assert(fc.property(line, line, leavesTheSame))).not.toThrow()
  })
})
