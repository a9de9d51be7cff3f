import { expect, test } from 'vitest'

import type { DocJson } from '../../document/node.ts'
import { viewOf } from './view.ts'

test('a paragraph may have any number of lines', () => {
  const text = Array.from({ length: 200_000 }, (_, index) => String(index)).join('\n')
  const document: DocJson = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] }
  const { lines } = viewOf(document)
  expect(lines).toHaveLength(200_000)
  expect(lines.at(-1)).toMatchObject({ row: 199_999, text: '199999' })
})
