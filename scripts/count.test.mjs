import { expect, test } from 'vitest'

import { add, countPlaywright, countVitest, describe, judge } from './count.mjs'

/** @param {number} passed @param {number} failed @param {number} skipped */
const count = (passed, failed, skipped = 0) => ({ passed, failed, skipped })

test('counts what Vitest reports; a file that could not be loaded is one that failed', () => {
  const report = {
    numPassedTests: 7,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 1,
    testResults: [
      { status: 'passed', assertionResults: [{}] },
      { status: 'failed', assertionResults: [{}] },
      { status: 'failed', assertionResults: [] },
    ],
  }
  expect(countVitest(report)).toEqual(count(7, 2, 3))
})

test('counts what Playwright reports; flaky is failed, and an error outside the tests too', () => {
  const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 1 }
  expect(countPlaywright({ stats, errors: [{}] })).toEqual(count(5, 3, 1))
})

test('a stage that crashed without a failed test has failed', () => {
  expect(judge(count(9, 0), 1)).toEqual(count(9, 1))
})

test('a stage that ran nothing has failed, also if all was skipped', () => {
  expect(judge(count(0, 0), 0)).toEqual(count(0, 1))
  expect(judge(count(0, 0, 4), 0)).toEqual(count(0, 1, 4))
})

test('a stage that told of its failures is counted as it says', () => {
  expect(judge(count(3, 2), 1)).toEqual(count(3, 2))
  expect(judge(count(3, 0), 0)).toEqual(count(3, 0))
})

test('the last line names what was skipped only if something was', () => {
  expect(describe(add([count(1, 0), count(2, 3)]))).toBe('3 passed, 3 failed')
  expect(describe(add([count(1, 0, 2), count(0, 0)]))).toBe('1 passed, 0 failed, 2 skipped')
})
