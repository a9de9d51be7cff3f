import { expect, test } from 'vitest'

import { CLOSE, closeReason, isTemporary } from './close.ts'

test('every close code has its reason, and a frame that is too large would be refused again', () => {
  for (const [reason, code] of Object.entries(CLOSE)) expect(closeReason(code)).toBe(reason)
  expect(closeReason(1009)).toBe('refused')
  expect(closeReason(1006)).toBeUndefined()
})

test.each([
  ['lost', 1006, true],
  ['gone', 1001, true],
  ['restart', 1012, true],
  ['try later', 1013, true],
  ['too fast', 4429, true],
  ['too big', 1009, false],
  ['not allowed', 4403, false],
  ['outdated', 4426, false],
])('a page comes back by itself or does not: %s', (_, code, isBack) => {
  expect(isTemporary(code)).toBe(isBack)
})
