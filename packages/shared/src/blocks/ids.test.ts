import { expect, test } from 'vitest'

import { numbered } from './ids.ts'

test('ids are each there once, also where one looks like another with its number', () => {
  expect(numbered(['a', 'b', 'a', 'a'])).toEqual(['a', 'b', 'a-2', 'a-3'])
  expect(numbered(['a', 'a', 'a-2'])).toEqual(['a', 'a-2', 'a-2-2'])
  expect(numbered(['a-2', 'a', 'a'])).toEqual(['a-2', 'a', 'a-3'])
})
