import { runLine } from './child.mjs'
import { canUseApt, findOnPath, installWithApt, isExecutable } from './executable.mjs'
import { Refusal } from './refusal.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/**
 * The browser to test with, installed if there is none.
 *
 * @returns {Promise<string>} an absolute path
 * @throws {Refusal} when there is none and none can be installed
 */
export async function ensureBrowser() {
  const { chromium } = await import('@playwright/test')
  const find = () => findBrowser({ chosen: process.env['CHROMIUM_PATH'], playwright: chromium.executablePath() })

  const found = find()
  if (found !== undefined) return found
  console.log('There is no Chromium here: installing one …')
  for (const install of ways()) {
    await install()
    const installed = find()
    if (installed !== undefined) return installed
  }
  throw new Refusal('There is no Chromium to test with and none could be installed: install one, or set CHROMIUM_PATH.')
}

/**
 * Where a browser is, in the order of preference: the one that was chosen, one on the PATH, Playwright's own.
 *
 * @param {{ chosen: string | undefined, playwright: string, path?: string }} places
 * @returns {string | undefined} undefined: nowhere
 * @throws {Refusal} when the chosen one is not a program: another one would not be what was asked for
 */
export function findBrowser({ chosen, playwright, path }) {
  if (chosen !== undefined && chosen !== '') {
    if (isExecutable(chosen)) return chosen
    throw new Refusal(`CHROMIUM_PATH is ${chosen}, which is not a program: correct it or leave it out.`)
  }
  return findOnPath(NAMES, path) ?? (isExecutable(playwright) ? playwright : undefined)
}

/** Debian's package comes with the libraries that it needs, so it goes first where it can be had. */
function* ways() {
  if (canUseApt()) yield () => installWithApt(['chromium', 'fonts-liberation'])
  yield () => runLine('playwright install chromium', { output: 'kept', minutes: 5 })
}
