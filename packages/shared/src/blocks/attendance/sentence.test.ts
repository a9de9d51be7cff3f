import { expect, test } from 'vitest'

import { foundAttendance as found } from '../../testing/attendance-found.ts'

test.each([
  ['Ann Bell, Bob Cole (Acme) and Cem Dag attended.', 'commas present: Ann Bell | Bob Cole {Acme} | Cem Dag'],
  ['Ann Bell and Bob Cole were present.', 'commas present: Ann Bell | Bob Cole'],
  ['Ann Bell and Bob Cole sent their regrets.', 'commas regrets: Ann Bell | Bob Cole'],
  ['Ann Bell and Bob Cole could not attend', 'commas regrets: Ann Bell | Bob Cole'],
  ['Ann Bell and Bob Cole were absent.', 'commas absent: Ann Bell | Bob Cole'],
])('a sentence says who was there: %s', (sentence, wanted) => {
  expect(found(`# Weekly\n\n${sentence}\n`)).toEqual([wanted])
})

test.each([
  'All of the chairs and some guests attended.',
  'Twelve people attended the meeting.',
  'Nuts and bolts were present.',
  'The board, which Ann Bell leads, and Bob Cole attended.',
])('and many say of nobody by name: %s', (sentence) => {
  expect(found(`# Weekly\n\n${sentence}\n`)).toEqual([])
})
