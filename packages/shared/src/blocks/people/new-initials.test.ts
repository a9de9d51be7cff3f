import { expect, test } from 'vitest'

import { newInitials } from './new-initials.ts'

test.each([
  ['Ann Bell', ['CD'], 'AB'],
  ['Ann Bell', ['AB'], 'ABL'],
  ['Ann Bell', ['ABL', 'CDE'], 'ABE'],
  ['Ann', [], 'AN'],
  ['𠮷田 太郎', [], '𠮷太'],
  ['𠮷', [], undefined],
  ['🙂', [], undefined],
])('%s among %j gets %s', (name, taken, initials) => {
  expect(newInitials(name, taken)).toBe(initials)
})
