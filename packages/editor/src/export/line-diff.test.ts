import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { diffLines } from './line-diff.ts'

const signs = { same: ' ', removed: '-', added: '+' } as const
const shown = (before: string, after: string) =>
  diffLines(before, after).map(({ kind, text }) => `${signs[kind]}${JSON.stringify(text).slice(1, -1)}`)

describe('the difference of two files', () => {
  test('is what a reader would call it', () => {
    expect(shown('a\nb\nc\n', 'a\nB\nc\nd\n')).toEqual([' a\\n', '-b\\n', '+B\\n', ' c\\n', '+d\\n'])
  })

  test('sees line ends, and that there is none', () => {
    expect(shown('a\r\nb\n', 'a\nb')).toEqual(['-a\\r\\n', '-b\\n', '+a\\n', '+b'])
  })

  test('takes away as many lines as a file may have', () => {
    expect(diffLines('\n'.repeat(500_000), 'a')).toHaveLength(500_001)
  })

  test('holds both files, whole and in order', () => {
    const file = fc.array(fc.constantFrom('a\n', 'b\n', '\n', 'c\r\n')).map((lines) => lines.join(''))
    const holdsBoth = (before: string, after: string) => {
      const changes = diffLines(before, after)
      const side = (other: string) => changes.map(({ kind, text }) => (kind === other ? '' : text)).join('')
      return side('added') === before && side('removed') === after
    }
    expect(() => fc.assert(fc.property(file, file, holdsBoth))).not.toThrow()
  })
})
