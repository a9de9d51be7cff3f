import { expect, test } from 'vitest'

import { linesOf } from './lines.ts'

const TEXT = `\uFEFF---
title: Weekly
participants:
- Ada
---

# Weekly

Present: Ada,
Ben  
and Cem

> - one
>   - two
>     goes on

| SF | F |
| -- | - |
| 1  | 2 |
`

test('says on which line of its text a node stands, and a place in its text', () => {
  const { lineOf } = linesOf(TEXT)
  expect(lineOf({ path: [0], from: 0 })).toBe(2)
  expect(lineOf({ path: [0], from: 'title: Weekly\nparticipants:\n- '.length })).toBe(4)
  expect(lineOf({ path: [1], from: 0 })).toBe(7)
  expect(lineOf({ path: [2], from: 0 })).toBe(9)
  expect(lineOf({ path: [2], from: 'Present: Ada,\n'.length })).toBe(10)
  expect(lineOf({ path: [2], from: 'Present: Ada,\nBen '.length })).toBe(11)
  expect(lineOf({ path: [3, 0, 0, 1, 0, 0], from: 0 })).toBe(14)
  expect(lineOf({ path: [3, 0, 0, 1, 0, 0], from: 'two\ngo'.length })).toBe(15)
  expect(lineOf({ path: [4, 1, 1], from: 0 })).toBe(19)
})

test('counts every kind of line end', () => {
  expect(linesOf('a\r\n\r\nb\r\rc').lineOf({ path: [2], from: 0 })).toBe(5)
})

test('finds a place behind what Markdown joins to one line', () => {
  const { document, lineOf } = linesOf('a `b\nc` d\n<b\nx> e\n\nA heading\nof two lines\n===\n')
  const [paragraph, heading] = document.content
  expect([paragraph?.type, heading?.type]).toEqual(['paragraph', 'heading'])
  expect(lineOf({ path: [0], from: 'a b c '.length })).toBe(2)
  expect(lineOf({ path: [0], from: 'a b c d\n<b\nx> '.length })).toBe(4)
  expect(lineOf({ path: [1], from: 'A heading '.length })).toBe(7)
})
