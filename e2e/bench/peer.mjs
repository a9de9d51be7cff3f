import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { runLine } from '../../scripts/child.mjs'
import { manifest } from '../../scripts/root.mjs'

const FOLDER = fileURLToPath(new URL('./peer/', import.meta.url))
const BASE = '/plain-tiptap/'

/** Installs and builds plain TipTap Collaboration, as one builds any page with Vite. */
export async function buildPeer() {
  const { code, output } = await runLine(
    `npx --yes ${manifest.packageManager} --dir ${JSON.stringify(FOLDER)} install --frozen-lockfile`,
    { output: 'kept' },
  )
  if (code !== 0) throw new Error(`TipTap could not be installed:\n${output}`)
  const { build } = await import('vite')
  await build({ root: FOLDER, base: BASE, configFile: false, logLevel: 'silent', build: { target: 'es2022' } })
}

/**
 * Opens it on a meeting of our server. A server lets no page of another origin in, so the browser gets these files as if they
 * were the server's; the websocket goes straight to it, as with our own page.
 *
 * @param {import('@playwright/test').Page} page
 * @param {import('./server.mjs').Meeting} meeting
 */
export async function openPeer(page, { id, page: address }) {
  // A page that was put in by hand belongs to no network as far as the browser knows, so this has to be allowed.
  await page.context().grantPermissions(['local-network-access'])
  await page.route(`**${BASE}**`, async (route) => {
    const path = new URL(route.request().url()).pathname.slice(BASE.length)
    await route.fulfill({ path: join(FOLDER, 'dist', path === '' ? 'index.html' : path) })
  })
  await page.goto(new URL(`${BASE}?meeting=${id}`, address).href, { waitUntil: 'load' })
  await page.unrouteAll({ behavior: 'wait' })
}
