import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'

import { runLine } from './child.mjs'
import { judge } from './count.mjs'

/**
 * @typedef {import('./count.mjs').Count} Count
 * @typedef {{ readonly name: string, readonly run: () => Promise<Count> }} Stage
 */

/** Longer than any stage takes, short enough that one that hangs is noticed. */
const MINUTES = 10

/**
 * A stage that is all right or is not: it counts as one.
 *
 * @param {string} name
 * @param {string} line
 * @returns {Stage}
 */
export function check(name, line) {
  return { name, run: async () => one((await runLine(line, { minutes: MINUTES })).code === 0) }
}

/** @param {boolean} isRight */
export function one(isRight) {
  return { passed: isRight ? 1 : 0, failed: isRight ? 0 : 1, skipped: 0 }
}

/**
 * A stage whose tool counts its tests in a JSON report.
 *
 * @template Report
 * @param {string} name
 * @param {{ line: string, report: string, count: (report: Report) => Count,
 *   env?: (report: string) => Promise<Record<string, string>> }} options report: the file that the tool is to write
 * @returns {Stage}
 */
export function suite(name, { line, report, count, env }) {
  return {
    name,
    run: async () => {
      mkdirSync(dirname(report), { recursive: true })
      rmSync(report, { force: true })
      const { code } = await runLine(line, { env: { ...process.env, ...(await env?.(report)) }, minutes: MINUTES })
      return judge(readCount(report, count), code)
    },
  }
}

/**
 * @template Report
 * @param {string} report
 * @param {(report: Report) => Count} count
 */
function readCount(report, count) {
  try {
    return count(JSON.parse(readFileSync(report, 'utf8')))
  } catch {
    // A tool that crashed leaves no report, or half of one: nothing of it counts as passed.
    return one(false)
  }
}
