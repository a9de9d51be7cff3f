import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'

import { openBrowser } from './browser.mjs'

/** A page that has asked for no script for so long (ms) has all that it fetches by itself. */
const REST = 3000

/**
 * How much JavaScript a page fetches by itself when it is opened, as gzip would send it.
 *
 * @param {string} executablePath of the browser
 * @param {import('./note-page.mjs').Room['open']} open
 * @returns {Promise<number>} in kB of 1,000 bytes
 */
export async function measureSize(executablePath, open) {
  const browser = await openBrowser(executablePath)
  try {
    const page = await browser.newPage()
    /** @type {Promise<number>[]} */
    const scripts = []
    let latest = performance.now()
    const isScript = (/** @type {import('@playwright/test').Request} */ request) => request.resourceType() === 'script'
    page.on('request', (request) => {
      if (isScript(request)) latest = performance.now()
    })
    page.on('response', (response) => {
      if (isScript(response.request())) scripts.push(measureScript(response))
    })
    await open(page)
    // Not Playwright's "networkidle": to it an answer whose body the page does not read is a request that never ends.
    while (performance.now() - latest < REST) await sleep(100)
    const sizes = await Promise.all(scripts)
    return sizes.reduce((sum, size) => sum + size, 0) / 1000
  } finally {
    await browser.close()
  }
}

/** @param {import('@playwright/test').Response} response */
async function measureScript(response) {
  return gzipSync(await response.body(), { level: 9 }).length
}
