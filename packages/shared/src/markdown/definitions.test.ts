import type { Root } from 'mdast'
import { expect, test } from 'vitest'

import { collectDefinitions, type Definition } from './definitions.ts'

test('definitions are found in texts of any length, and of two with one label the first counts', () => {
  const between: Root['children'] = Array.from({ length: 200_000 }, () => ({ type: 'thematicBreak' }))
  const definition = (url: string): Root['children'][number] => ({
    type: 'definition',
    identifier: 'a',
    label: 'a',
    url,
  })
  const found = new Map<string, Definition>()
  collectDefinitions({ type: 'root', children: [definition('/one'), ...between, definition('/two')] }, '', found)
  expect([...found.values()]).toEqual([{ label: 'a', href: '/one', title: null }])
})
