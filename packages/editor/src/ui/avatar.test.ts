import { expect, test } from 'vitest'

import { initials } from './avatar.tsx'

test('initials are the first letters of the first and the last word', () => {
  expect(initials('Ada Lovelace')).toBe('AL')
  expect(initials('Radu')).toBe('R')
  expect(initials('jean-luc de la Tour')).toBe('JT')
  expect(initials('Ștefan (he) țară')).toBe('ȘȚ')
  expect(initials('  ')).toBe('')
})
