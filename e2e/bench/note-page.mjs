import { setTimeout as sleep } from 'node:timers/promises'

import { openBrowser } from './browser.mjs'
import { OWN_PARAGRAPH } from './note.mjs'
import { installProbe } from './probe.mjs'

const SCREEN = { width: 1280, height: 800 }

/**
 * @typedef {{
 *   readonly entrance: import('./load/wire/wire.mjs').Entrance,
 *   readonly open: (page: import('@playwright/test').Page) => Promise<unknown>,
 * }} Room entrance: where the others join; open: lets a browser go to the page under test
 * @typedef {{
 *   readonly page: import('@playwright/test').Page,
 *   readonly session: import('@playwright/test').CDPSession,
 *   readonly close: () => Promise<void>,
 * }} NotePage
 */

/**
 * Opens the note in a new browser, at rest and with the probe in it.
 *
 * @param {string} executablePath of the browser
 * @param {Room['open']} open
 * @param {number} slowdown 4: the page has a processor that is four times slower
 * @returns {Promise<NotePage>}
 */
export async function openNotePage(executablePath, open, slowdown) {
  const browser = await openBrowser(executablePath)
  const page = await browser.newPage({ viewport: SCREEN })
  try {
    await page.addInitScript(installProbe, OWN_PARAGRAPH)
    await open(page)
    await page.locator('[contenteditable="true"] p', { hasText: OWN_PARAGRAPH }).waitFor({ state: 'attached' })
    // What a page does after it has opened (local copy, lazy parts) is not what is measured.
    await sleep(2500)
    const session = await page.context().newCDPSession(page)
    if (slowdown > 1) await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    return { page, session, close: () => browser.close() }
  } catch (error) {
    await browser.close()
    throw error
  }
}

/**
 * Clicks into the own paragraph, in the middle of the note.
 *
 * @param {import('@playwright/test').Page} page
 */
export async function placeCaret(page) {
  for (let attempt = 0; attempt < 5; attempt++) {
    await page.evaluate((offset) => probe.place(offset), OWN_PARAGRAPH.length + 30)
    // Scrolling brings blocks to the screen whose real height was not known before.
    await sleep(300)
    const place = await page.evaluate((offset) => probe.place(offset), OWN_PARAGRAPH.length + 30)
    if (place !== undefined) await page.mouse.click(place.x, place.y)
    await sleep(200)
    if (await page.evaluate(() => probe.holdsCaret())) return
  }
  throw new Error('a click into the paragraph did not put the caret there')
}
