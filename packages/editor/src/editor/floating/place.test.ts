import { expect, test } from 'vitest'

import { placeNear } from './place.ts'

const VIEW = { left: 0, top: 0, width: 400, height: 600 }
const caret = (left: number, top: number) => ({ left, top, width: 0, height: 20 })

test('a panel stands below the caret', () => {
  expect(placeNear(caret(50, 100), { width: 200, height: 300 }, VIEW)).toEqual({ left: 50, top: 126 })
})

test('a panel stands above the caret where there is more room', () => {
  expect(placeNear(caret(50, 500), { width: 200, height: 300 }, VIEW)).toEqual({ left: 50, top: 194 })
})

test('a panel never leaves the sides of the page', () => {
  expect(placeNear(caret(390, 100), { width: 200, height: 10 }, VIEW).left).toBe(192)
  expect(placeNear(caret(0, 100), { width: 200, height: 10 }, VIEW).left).toBe(8)
})

test('a panel stays above the keyboard of a phone, which leaves little to be seen', () => {
  const view = { left: 0, top: 40, width: 400, height: 200 }
  const { top } = placeNear(caret(50, 150), { width: 200, height: 180 }, view)
  expect(top).toBeGreaterThanOrEqual(48)
  expect(top + 180).toBeLessThanOrEqual(240)
})
