import { expect, test } from 'vitest'

import { keyOf } from './line.ts'

test.each([
  [':dart: **Agenda** 📋', 'agenda'],
  ['⚙️ Agenda:', 'agenda'],
  ['1️⃣ First', '1 first'],
  ['Café & Résumé', 'café résumé'],
  ['रमा', 'रमा'],
])('the words of %s, to compare, are %s', (text, key) => {
  expect(keyOf(text)).toBe(key)
})
