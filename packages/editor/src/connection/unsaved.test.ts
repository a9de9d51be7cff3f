import { expect, test } from 'vitest'

import { Unsaved } from './unsaved.ts'

test('counts what is in no frame and what is in a frame without its acknowledgement', () => {
  const unsaved = new Unsaved()
  unsaved.add(2)
  expect(unsaved.changes).toBe(2)
  unsaved.sent(10)
  unsaved.add(1)
  unsaved.sent(20)
  expect(unsaved.changes).toBe(3)
  expect(unsaved.waitingSince).toBe(10)
  unsaved.saved(1)
  expect(unsaved.changes).toBe(1)
  expect(unsaved.waitingSince).toBe(20)
  unsaved.saved(2)
  expect(unsaved.changes).toBe(0)
  expect(unsaved.waitingSince).toBeNull()
})

test('counts again what a lost connection carried, and frames from 1', () => {
  const unsaved = new Unsaved()
  unsaved.add(1)
  unsaved.sent(0)
  unsaved.restart()
  expect(unsaved.changes).toBe(1)
  unsaved.sent(0)
  unsaved.saved(1)
  expect(unsaved.changes).toBe(0)
})
