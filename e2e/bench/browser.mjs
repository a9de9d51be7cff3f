import { chromium } from '@playwright/test'

const ARGS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
]

/** A browser of its own for every measurement: nothing of one page can weigh on the next. */
/** @param {string} executablePath */
export function openBrowser(executablePath) {
  return chromium.launch({ executablePath, args: ARGS })
}

/** @typedef {{ readonly busy: number, readonly task: number, readonly script: number, readonly layout: number }} Work
 *   busy: the share of the time that the main thread worked; the others in ms: all tasks, and of these JavaScript, and style
 *   and layout */

/**
 * What the page's main thread does from now on.
 *
 * @param {import('@playwright/test').CDPSession} session
 * @returns {Promise<() => Promise<Work>>} ends it
 */
export async function watchWork(session) {
  await session.send('Performance.enable')
  const before = await readMetrics(session)
  return async () => {
    const after = await readMetrics(session)
    const grown = (/** @type {string} */ name) => ((after[name] ?? 0) - (before[name] ?? 0)) * 1000
    const task = grown('TaskDuration')
    return {
      busy: task / grown('Timestamp'),
      task,
      script: grown('ScriptDuration'),
      layout: grown('LayoutDuration') + grown('RecalcStyleDuration'),
    }
  }
}

/**
 * @param {import('@playwright/test').CDPSession} session
 * @returns {Promise<Record<string, number>>}
 */
async function readMetrics(session) {
  const { metrics } = await session.send('Performance.getMetrics')
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]))
}
