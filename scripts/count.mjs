/** @typedef {{ readonly passed: number, readonly failed: number, readonly skipped: number }} Count */

/**
 * @typedef {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
 *   testResults: readonly { status: string, assertionResults: readonly unknown[] }[] }} VitestReport
 * @typedef {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number },
 *   errors: readonly unknown[] }} PlaywrightReport
 */

/**
 * What Vitest's JSON reporter counted. A file that could not even be loaded has no tests and counts as one failed.
 *
 * @param {VitestReport} report
 * @returns {Count}
 */
export function countVitest(report) {
  const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/**
 * What Playwright's JSON reporter counted. A flaky test failed, and so did every error outside the tests.
 *
 * @param {PlaywrightReport} report
 * @returns {Count}
 */
export function countPlaywright({ stats, errors }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped }
}

/**
 * Whether a stage that said `count` and ended with `code` can be believed: one that failed without a failed test has
 * crashed, and one that ran no test has shown nothing. Both count as one failure.
 *
 * @param {Count} count
 * @param {number} code
 * @returns {Count}
 */
export function judge(count, code) {
  const isSilent = count.failed === 0 && (code !== 0 || count.passed === 0)
  return isSilent ? { ...count, failed: 1 } : count
}

/**
 * @param {readonly Count[]} counts
 * @returns {Count}
 */
export function add(counts) {
  /** @param {keyof Count} key */
  const total = (key) => counts.reduce((sum, count) => sum + count[key], 0)
  return { passed: total('passed'), failed: total('failed'), skipped: total('skipped') }
}

/** @param {Count} count */
export function describe({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
