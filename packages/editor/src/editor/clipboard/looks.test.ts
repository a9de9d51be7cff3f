import { describe, expect, test } from 'vitest'

import { isAddress, looksLikeMarkdown } from './looks.ts'

describe('a text looks like Markdown', () => {
  test.each([
    ['a heading', 'x\n## Agenda'],
    ['a list', 'x\n- one'],
    ['a nested list', 'x\n    * one'],
    ['numbers', '1. one\n2. two'],
    ['a quote', '> said'],
    ['a fence', 'x\n```\ny'],
    ['a table', 'a | b\n--|--\n1 | 2'],
    ['front matter', '---\ntitle: x\n---\ny'],
    ['bold text', 'is **bold** text'],
    ['code', 'call `f()` now'],
    ['a link', 'see [notes](a.md)'],
  ])('with %s', (_what, text) => {
    expect(looksLikeMarkdown(text)).toBe(true)
  })

  test.each([
    'Ada: hello',
    '2 * 3 * 4 ** 2',
    'snake_case_name',
    '# ',
    '-1 degree',
    '#1 and #2',
    'a [1] b (2)',
    '--',
    '---',
    '``',
  ])('but not with %j alone', (text) => {
    expect(looksLikeMarkdown(text)).toBe(false)
  })
})

test('an address is one address and nothing else', () => {
  expect(isAddress(' https://example.org/a\n')).toBe(true)
  expect(isAddress('see https://example.org')).toBe(false)
  expect(isAddress('javascript:alert(1)')).toBe(false)
})
