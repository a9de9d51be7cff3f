import type { DocJson } from '@plenary/shared/document'
import { expect, test } from 'vitest'

import { printInParts } from './in-parts.ts'

const text = (words: string) => ({ type: 'text', text: words })
const paragraph = (words: string) => ({ type: 'paragraph', content: [text(words)] })
const minutes = (...content: unknown[]) => ({ type: 'doc', content }) as DocJson

test('writes what is known as Markdown, and of a block of an unknown kind the words', () => {
  const unheardOf = { type: 'unheardOf', content: [paragraph('Who is for it?'), paragraph('All.')] }
  const heading = { type: 'heading', attrs: { level: 2 }, content: [text('Vote')] }
  expect(printInParts(minutes(heading, unheardOf, paragraph('Then we left.')))).toBe(
    '## Vote\n\nWho is for it?\nAll.\n\nThen we left.\n',
  )
})

test('keeps the words around an unknown thing within a block', () => {
  const item = { type: 'listItem', content: [paragraph('first'), { type: 'unheardOf' }] }
  const list = { type: 'bulletList', content: [item] }
  expect(
    printInParts(minutes(list, { type: 'paragraph', content: [text('a'), { type: 'unheardOf' }, text('b')] })),
  ).toMatch(/first\n+ab\n$/)
})

test('has nothing for a block without words', () => {
  expect(printInParts(minutes(paragraph('a'), { type: 'unheardOf' }, paragraph('b')))).toBe('a\n\nb\n')
})
