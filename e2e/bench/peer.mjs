import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { runLine } from '../../scripts/child.mjs'
import { manifest } from '../../scripts/root.mjs'

/** Where plain TipTap Collaboration is, with the servers of both providers. */
export const PEER = fileURLToPath(new URL('./peer/', import.meta.url))
const BASE = '/plain-tiptap/'

/**
 * @typedef {'hocuspocus' | 'y-websocket'} Provider of plain TipTap Collaboration: what brings the note to its page
 * @typedef {{
 *   readonly home: string,
 *   readonly addNote: (state: Uint8Array) => Promise<import('./load/wire/wire.mjs').Entrance>,
 *   readonly close: () => Promise<void>,
 * }} PeerServer addNote: takes a note as an update of Yjs, gives it a name and says where others join
 */

/** Installs and builds plain TipTap Collaboration, as one builds any pages with Vite. */
export async function buildPeer() {
  const { code, output } = await runLine(
    `npx --yes ${manifest.packageManager} --dir ${JSON.stringify(PEER)} install --frozen-lockfile`,
    { output: 'kept' },
  )
  if (code !== 0) throw new Error(`TipTap could not be installed:\n${output}`)
  const { build } = await import('vite')
  const input = ['hocuspocus.html', 'y-websocket.html'].map((file) => join(PEER, file))
  await build({
    root: PEER,
    base: BASE,
    configFile: false,
    logLevel: 'silent',
    build: { target: 'es2022', rollupOptions: { input } },
  })
}

/**
 * Opens its page on a note of its server. The browser gets the files as if they were the server's, so that nothing has to
 * serve them; the websocket goes straight to it, as with our own page.
 *
 * @param {import('@playwright/test').Page} page
 * @param {PeerServer} server
 * @param {Provider} provider
 * @param {string} note
 */
export async function openPeer(page, { home }, provider, note) {
  // A page that was put in by hand belongs to no network as far as the browser knows, so this has to be allowed.
  await page.context().grantPermissions(['local-network-access'])
  await page.route(`**${BASE}**`, async (route) => {
    const path = new URL(route.request().url()).pathname.slice(BASE.length)
    await route.fulfill({ path: join(PEER, 'dist', path) })
  })
  await page.goto(new URL(`${BASE}${provider}.html?note=${note}`, home).href, { waitUntil: 'load' })
  await page.unrouteAll({ behavior: 'wait' })
}
