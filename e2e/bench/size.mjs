import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'

import { openBrowser } from './browser.mjs'

/**
 * How much JavaScript a page fetches by itself when it is opened, as gzip would send it.
 *
 * @param {string} executablePath of the browser
 * @param {import('./note-page.mjs').Room['open']} open
 * @returns {Promise<number>} in kB of 1,000 bytes
 */
export async function measureSize(executablePath, open) {
  const browser = await openBrowser(executablePath)
  const page = await browser.newPage()
  /** @type {Promise<number>[]} */
  const scripts = []
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script') return
    scripts.push(response.body().then((body) => gzipSync(body, { level: 9 }).length))
  })
  await open(page)
  await page.waitForLoadState('networkidle')
  await sleep(1000)
  const sizes = await Promise.all(scripts)
  await browser.close()
  return sizes.reduce((sum, size) => sum + size, 0) / 1000
}
