import assert from 'node:assert/strict'

import { describe, expect, test } from 'vitest'

import { fuzzSettings, random } from '../testing/random.ts'
import { Spans } from './spans.ts'

describe('what is deleted', () => {
  test('[GU9] is known again, in whatever order and pieces it came', () => {
    const { seed, runs } = fuzzSettings('spans', 10)
    const dice = random(seed)
    for (let run = 0; run < runs; run++) {
      const [spans, marked] = [new Spans(), new Set<number>()]
      const reach = dice.one([20, 2_000, 20_000])
      for (let turn = 0; turn < 3_000; turn++) {
        const from = dice.whole(reach)
        const to = from + 1 + (dice.chance(0.02) ? dice.whole(reach) : dice.whole(3))
        const clocks = Array.from({ length: to - from }, (_, index) => from + index)
        assert.equal(
          spans.has(from, to),
          clocks.every((clock) => marked.has(clock)),
        )
        spans.add(from, to)
        for (const clock of clocks) marked.add(clock)
      }
      const all = [...spans]
      expect(all).toHaveLength(spans.size)
      expect(all.every(({ from }, index) => from > (all[index - 1]?.to ?? -1))).toBe(true)
      const listed = all.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, index) => from + index))
      expect(listed).toEqual([...marked].sort((a, b) => a - b))
    }
  })

  // In one array this takes a minute, in which nobody would be heard.
  test('[GU5] is added in no time where hundreds of thousands come backwards, and again between each other', () => {
    const spans = new Spans()
    const many = 400_000
    for (const shift of [0, 2]) for (let at = many; at > 0; at--) spans.add(at * 4 + shift, at * 4 + shift + 1)
    expect(spans.size).toBe(2 * many)
    expect(spans.has(4 * many, 4 * many + 1)).toBe(true)
    spans.add(0, 5 * many)
    expect(spans.size).toBe(1)
  })
})
